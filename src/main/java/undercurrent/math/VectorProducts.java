package undercurrent.math;

import static undercurrent.math.VectorFunctions.LANES;

import jdk.incubator.vector.FloatVector;

/**
 * The product loop with the machine's vectors: a tile of c, eight or four rows by three vectors or
 * two, stays in registers while p runs. What is left on the right is done one vector at a time, in
 * a work space where it sticks out of c.
 */
final class VectorProducts implements ProductKernel {
  /** Eight rows, or three vectors, need more than the sixteen registers of AVX2. */
  private static final boolean LARGE = LANES >= 16;

  private final float[] edge = new float[TILE * LANES];

  @Override
  public void block(
      float[] a,
      int at,
      int tileStep,
      int rowStep,
      int sumStep,
      float[] b,
      int from,
      int bStep,
      float[] s,
      int start,
      int startStep,
      float[] c,
      int to,
      int rows,
      int depth,
      int width,
      int columns) {
    int j = 0;
    while (j + 2 * LANES <= width) {
      int vectors = across((width - j) / LANES);
      int row = at;
      for (int i = 0; i < rows; i += TILE, row += tileStep) {
        int out = to + i * columns + j;
        int first = start + i * startStep + j;
        int count = Math.min(TILE, rows - i);
        if (vectors == 3) {
          wide(
              a, row, rowStep, sumStep, b, from + j, bStep, depth, s, first, startStep, c, out,
              columns, count);
        } else {
          pairs(
              a, row, rowStep, sumStep, b, from + j, bStep, depth, s, first, startStep, c, out,
              columns, count);
        }
      }
      j += vectors * LANES;
    }
    for (; j < width; j += LANES) {
      int inside = Math.min(LANES, width - j);
      int row = at;
      for (int i = 0; i < rows; i += TILE, row += tileStep) {
        int out = to + i * columns + j;
        int first = start + i * startStep + j;
        int count = Math.min(TILE, rows - i);
        if (inside == LANES) {
          narrow(
              a, row, rowStep, sumStep, b, from + j, bStep, depth, s, first, startStep, c, out,
              columns, count);
        } else if (count == TILE
            && inside == columns
            && end(first, startStep) <= s.length
            && end(out, columns) <= c.length) {
          thin(
              a, row, rowStep, sumStep, b, from, bStep, depth, s, first, startStep, c, out,
              columns);
        } else {
          copy(s, first, startStep, edge, 0, LANES, count, inside);
          narrow(
              a, row, rowStep, sumStep, b, from + j, bStep, depth, edge, 0, LANES, edge, 0, LANES,
              count);
          copy(edge, 0, LANES, c, out, columns, count, inside);
        }
      }
    }
  }

  /** Vectors of the next tile, of two or more that are left: no single one is left over. */
  private static int across(int left) {
    return LARGE && (left == 3 || left > 4) ? 3 : 2;
  }

  /** c += eight rows of a, one after the other, for the first columns; says for how many. */
  static int addRows(float[] a, int at, float[] c, int to, int columns) {
    int whole = VectorFunctions.whole(columns);
    for (int j = 0; j < whole; j += LANES) {
      int i = at + j;
      VectorFunctions.load(c, to + j)
          .add(VectorFunctions.load(a, i))
          .add(VectorFunctions.load(a, i + columns))
          .add(VectorFunctions.load(a, i + 2 * columns))
          .add(VectorFunctions.load(a, i + 3 * columns))
          .add(VectorFunctions.load(a, i + 4 * columns))
          .add(VectorFunctions.load(a, i + 5 * columns))
          .add(VectorFunctions.load(a, i + 6 * columns))
          .add(VectorFunctions.load(a, i + 7 * columns))
          .intoArray(c, to + j);
    }
    return whole;
  }

  private static void copy(
      float[] in, int from, int fromStep, float[] out, int to, int toStep, int rows, int width) {
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < width; j++) out[to + i * toStep + j] = in[from + i * fromStep + j];
    }
  }

  /**
   * Eight rows of fewer columns than a vector holds. They are written one after the other, each
   * over what the one before wrote beyond its end, and at last what lay behind them.
   */
  private static void thin(
      float[] a,
      int at,
      int rowStep,
      int sumStep,
      float[] b,
      int from,
      int bStep,
      int depth,
      float[] s,
      int start,
      int startStep,
      float[] c,
      int to,
      int columns) {
    int behind = to + TILE * columns;
    FloatVector kept = VectorFunctions.load(c, behind);
    LayoutChoice.eightShortRows(
        a, at, rowStep, sumStep, b, from, bStep, depth, s, start, startStep, c, to, columns);
    kept.intoArray(c, behind);
  }

  /** How far {@link #thin} reads, or writes. */
  private static int end(int to, int columns) {
    return to + TILE * columns + LANES;
  }

  private static void narrow(
      float[] a,
      int at,
      int rowStep,
      int sumStep,
      float[] b,
      int from,
      int bStep,
      int depth,
      float[] s,
      int start,
      int startStep,
      float[] c,
      int to,
      int columns,
      int rows) {
    if (rows == TILE) {
      LayoutChoice.eightShortRows(
          a, at, rowStep, sumStep, b, from, bStep, depth, s, start, startStep, c, to, columns);
      return;
    }
    for (int i = 0; i < rows; i++) {
      VectorTiles.oneShortRow(
          a,
          at + i * rowStep,
          sumStep,
          b,
          from,
          bStep,
          depth,
          s,
          start + i * startStep,
          c,
          to + i * columns);
    }
  }

  private static void pairs(
      float[] a,
      int at,
      int rowStep,
      int sumStep,
      float[] b,
      int from,
      int bStep,
      int depth,
      float[] s,
      int start,
      int startStep,
      float[] c,
      int to,
      int columns,
      int rows) {
    int i = 0;
    if (LARGE && rows == TILE) {
      LayoutChoice.eightRows(
          a, at, rowStep, sumStep, b, from, bStep, depth, s, start, startStep, c, to, columns);
      return;
    }
    for (; i + 4 <= rows; i += 4) {
      int first = at + i * rowStep;
      LayoutChoice.fourRows(
          a,
          first,
          rowStep,
          sumStep,
          b,
          from,
          bStep,
          depth,
          s,
          start + i * startStep,
          startStep,
          c,
          to + i * columns,
          columns);
    }
    for (; i < rows; i++) {
      VectorTiles.oneRow(
          a,
          at + i * rowStep,
          sumStep,
          b,
          from,
          bStep,
          depth,
          s,
          start + i * startStep,
          c,
          to + i * columns);
    }
  }

  private static void wide(
      float[] a,
      int at,
      int rowStep,
      int sumStep,
      float[] b,
      int from,
      int bStep,
      int depth,
      float[] s,
      int start,
      int startStep,
      float[] c,
      int to,
      int columns,
      int rows) {
    int i = 0;
    if (rows == TILE) {
      LayoutChoice.eightWideRows(
          a, at, rowStep, sumStep, b, from, bStep, depth, s, start, startStep, c, to, columns);
      return;
    }
    for (; i + 4 <= rows; i += 4) {
      int first = at + i * rowStep;
      LayoutChoice.fourWideRows(
          a,
          first,
          rowStep,
          sumStep,
          b,
          from,
          bStep,
          depth,
          s,
          start + i * startStep,
          startStep,
          c,
          to + i * columns,
          columns);
    }
    for (; i < rows; i++) {
      WideTiles.oneRow(
          a,
          at + i * rowStep,
          sumStep,
          b,
          from,
          bStep,
          depth,
          s,
          start + i * startStep,
          c,
          to + i * columns);
    }
  }
}
