package undercurrent.math;

import static undercurrent.math.ProductKernel.TILE;

/**
 * Matrix products, blocked so that what a tile needs is near (Goto and van de Geijn, Anatomy of
 * High-Performance Matrix Multiplication, 2008): {@link #DEPTH} terms at a time, so that a stretch
 * of a panel of b stays in the first cache, for {@link #HEIGHT} rows of a, which stay in the
 * second. Has work space of its own: one object a thread.
 */
final class Products {
  private static final int DEPTH = 256;
  private static final int HEIGHT = 128;

  /** Up to this many columns, a is read as it lies: its rows are near each other. */
  private static final int NARROW = 128;

  /** So is b. */
  private static final int NEAR = 192;

  /** Fewer columns than this do not fill a vector. */
  private static final int THIN = 16;

  /** For up to this many columns of a, b is read too few times to be worth a layout of its own. */
  private static final int FEW = 4 * TILE;

  private final ProductKernel scalar = new ScalarProducts();
  private final ProductKernel vector = Lanes.PRESENT ? new VectorProducts() : scalar;
  private final TurnedProducts turns = new TurnedProducts();
  private final Panels right = new Panels();
  private float[] tiles = new float[0];
  private float[] flipped = new float[0];
  private float[] zeros = new float[0];

  /** Work space of zeros, with room behind it for vectors that reach beyond its end. */
  static float[] space(int size) {
    return new float[size + Lanes.MOST];
  }

  /** c[n×m] += a[n×k]·b[k×m]. */
  void add(float[] a, int ao, int n, Panels b, float[] c, int co) {
    sum(a, ao, n, b, c, co, b.columns, c, co);
  }

  /** c[n×m] = a[n×k]·b[k×m] + s[1×m] in every row. */
  void add(float[] a, int ao, int n, Panels b, float[] s, int start, float[] c, int co) {
    sum(a, ao, n, b, s, start, 0, c, co);
  }

  /** c[n×m] = a[n×k]·b[k×m]. */
  void set(float[] a, int ao, int n, Panels b, float[] c, int co) {
    int size = b.columns + Lanes.MOST;
    if (zeros.length < size) zeros = new float[size];
    sum(a, ao, n, b, zeros, 0, 0, c, co);
  }

  private void sum(
      float[] a, int ao, int n, Panels b, float[] s, int start, int startStep, float[] c, int co) {
    ProductKernel kernel = kernel();
    int k = b.rows;
    int m = b.columns;
    if (k == 2 && m == 2) {
      PairProducts.sum(a, ao, n, b.data, Panels.width(2), s, start, startStep, c, co);
      return;
    }
    if (startStep == 0 && Lanes.on() && PairProducts.spreads(b)) {
      PairProducts.spread(a, ao, n, b.data, s, start, c, co, m);
      return;
    }
    boolean turned = b.turn();
    int done =
        Lanes.on() && TurnedProducts.fits(n, b)
            ? turns.sum(a, ao, n, b, s, start, startStep, c, co)
            : 0;
    for (int i = done; i < n; i += HEIGHT) {
      int rows = Math.min(HEIGHT, n - i);
      for (int panel = 0; panel < b.count(); panel++) {
        int j = b.start(turned ? b.count() - 1 - panel : panel);
        int first = start + i * startStep + j;
        panel(kernel, a, ao + i * k, rows, b, j, s, first, startStep, c, co + i * m + j);
      }
    }
  }

  /** The columns of one panel, from j on: as many terms at a time as stay in the first cache. */
  private static void panel(
      ProductKernel kernel,
      float[] a,
      int ao,
      int rows,
      Panels b,
      int j,
      float[] s,
      int start,
      int startStep,
      float[] c,
      int to) {
    int k = b.rows;
    int m = b.columns;
    int panel = Panels.width(m - j);
    int width = Math.min(panel, m - j);
    int most = depth(k);
    int p = 0;
    do {
      int depth = Math.min(most, k - p);
      int from = j * k + p * panel;
      float[] before = p == 0 ? s : c;
      int at = p == 0 ? start : to;
      int step = p == 0 ? startStep : m;
      kernel.block(
          a, ao + p, TILE * k, k, 1, b.data, from, panel, before, at, step, c, to, rows, depth,
          width, m);
      p += most;
    } while (p < k);
  }

  /** c[k×m] += a[n×k]ᵀ·b[n×m]. */
  void addTransposed(float[] a, int ao, float[] b, int bo, float[] c, int co, int n, int k, int m) {
    if (k == 2 && m == 2) {
      PairProducts.addTransposed(a, ao, b, bo, c, co, n);
      return;
    }
    if (m < THIN && m < k) {
      addFlipped(a, ao, b, bo, c, co, n, k, m);
      return;
    }
    ProductKernel kernel = kernel();
    int most = depth(n);
    for (int p = 0; p < n; p += most) {
      int depth = Math.min(most, n - p);
      int whole = m <= NEAR || k <= FEW ? unpacked(b, bo + (p + depth - 1) * m, m) : 0;
      right.pack(b, bo + p * m + whole, depth, m - whole, m);
      int at = ao + p * k;
      if (k > NARROW) packTiles(a, at, depth, k);
      for (int i = 0; i < k; i += HEIGHT) {
        for (int j = 0; j < m; ) {
          int panel = Panels.width(m - j);
          boolean packed = j >= whole;
          float[] from = packed ? right.data : b;
          int first = packed ? (j - whole) * depth : bo + p * m + j;
          int step = packed ? panel : m;
          int rows = Math.min(HEIGHT, k - i);
          int width = Math.min(panel, m - j);
          int to = co + i * m + j;
          if (k > NARROW) {
            kernel.block(
                tiles,
                i * depth,
                TILE * depth,
                1,
                TILE,
                from,
                first,
                step,
                c,
                to,
                m,
                c,
                to,
                rows,
                depth,
                width,
                m);
          } else {
            kernel.block(
                a, at + i, TILE, 1, k, from, first, step, c, to, m, c, to, rows, depth, width, m);
          }
          j += panel;
        }
      }
    }
  }

  /**
   * Columns of b that are read as they lie: all, where the vectors that the last of them do not
   * fill end in the array also in the last row.
   */
  private static int unpacked(float[] b, int lastRow, int m) {
    return lastRow + Panels.filled(m) <= b.length ? m : Panels.whole(m);
  }

  /** Terms at a time: at most {@link #DEPTH}, about equally many each time. */
  private static int depth(int terms) {
    int times = (terms + DEPTH - 1) / DEPTH;
    return (terms + times - 1) / Math.max(1, times);
  }

  /** The same as cᵀ += bᵀ·a, term by term, with the columns of a along the vectors. */
  private void addFlipped(
      float[] a, int ao, float[] b, int bo, float[] c, int co, int n, int k, int m) {
    if (flipped.length < k * m) flipped = new float[k * m];
    transpose(c, co, flipped, 0, k, m);
    addTransposed(b, bo, a, ao, flipped, 0, n, m, k);
    transpose(flipped, 0, c, co, m, k);
  }

  /** out[m×k] = in[k×m]ᵀ. */
  private static void transpose(float[] in, int from, float[] out, int to, int k, int m) {
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < m; j++) out[to + j * k + i] = in[from + i * m + j];
    }
  }

  private ProductKernel kernel() {
    return Lanes.on() ? vector : scalar;
  }

  /** The columns of a[depth×k] in tiles of eight, each of them row after row. */
  private void packTiles(float[] a, int ao, int depth, int k) {
    int size = (k + TILE - 1) / TILE * TILE * depth;
    if (tiles.length < size) tiles = new float[size];
    for (int i = 0; i < k; i += TILE) {
      int width = Math.min(TILE, k - i);
      int to = i * depth;
      for (int p = 0; p < depth; p++, to += TILE) {
        System.arraycopy(a, ao + p * k + i, tiles, to, width);
      }
    }
  }

  /** c[1×m] += the sum of the rows of a[n×m], each column from the first row to the last. */
  static void addColumnSums(float[] a, int ao, float[] c, int co, int n, int m) {
    int together = n / TILE * TILE;
    for (int i = 0; i < together; i += TILE) {
      int row = ao + i * m;
      int done = Lanes.on() ? VectorProducts.addRows(a, row, c, co, m) : 0;
      for (int j = done; j < m; j++) {
        float sum = c[co + j];
        for (int r = 0; r < TILE; r++) sum += a[row + r * m + j];
        c[co + j] = sum;
      }
    }
    for (int i = together; i < n; i++) {
      for (int j = 0; j < m; j++) c[co + j] += a[ao + i * m + j];
    }
  }
}
