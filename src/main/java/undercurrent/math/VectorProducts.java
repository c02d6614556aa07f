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
  private final Tile tile = new Tile();

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
    tile.a = a;
    tile.rowStep = rowStep;
    tile.sumStep = sumStep;
    tile.b = b;
    tile.bStep = bStep;
    tile.depth = depth;
    tile.from = from;
    int done =
        width == columns ? overlapping(at, tileStep, s, start, startStep, c, to, rows, width) : 0;
    int vectors;
    for (int j = 0; j < width && done < rows; j += vectors * LANES) {
      vectors = across((width - j) / LANES);
      tile.from = from + j;
      for (int i = done; i < rows; i += TILE) {
        tile.at = at + i / TILE * tileStep;
        place(s, start + i * startStep + j, startStep, c, to + i * columns + j, columns);
        int count = Math.min(TILE, rows - i);
        if (vectors > 1 || width - j >= LANES) compute(vectors, count);
        else thin(count, width - j);
      }
    }
  }

  private void place(float[] s, int start, int startStep, float[] c, int to, int columns) {
    tile.s = s;
    tile.start = start;
    tile.startStep = startStep;
    tile.c = c;
    tile.to = to;
    tile.columns = columns;
  }

  private void compute(int vectors, int rows) {
    switch (vectors) {
      case 3 -> wide(rows);
      case 2 -> pairs(rows);
      default -> narrow(rows);
    }
  }

  /**
   * Eight rows at a time of all columns that c has, where these do not fill their vectors and are
   * one tile: each row is written over what the one before wrote beyond its end, and at last what
   * lay behind them. Says for how many rows.
   */
  private int overlapping(
      int at,
      int tileStep,
      float[] s,
      int start,
      int startStep,
      float[] c,
      int to,
      int rows,
      int width) {
    int vectors = (width + LANES - 1) / LANES;
    if (width % LANES == 0 || vectors > (LARGE ? 3 : 1)) return 0;
    int i = 0;
    for (; i + TILE <= rows; i += TILE) {
      int first = start + i * startStep;
      int behind = to + (i + TILE) * width;
      boolean fits = first + (TILE - 1) * startStep + vectors * LANES <= s.length;
      if (!fits || behind + LANES > c.length) return i;
      tile.at = at + i / TILE * tileStep;
      place(s, first, startStep, c, to + i * width, width);
      FloatVector kept = VectorFunctions.load(c, behind);
      compute(vectors, TILE);
      kept.intoArray(c, behind);
    }
    return i;
  }

  /**
   * Vectors of the next tile: no single one is left over where several are left. 1 = one or a part
   * of it.
   */
  private static int across(int left) {
    if (left < 2) return 1;
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

  /** Fewer columns than a vector holds: computed in a work space. */
  private void thin(int rows, int width) {
    Tile t = tile;
    float[] c = t.c;
    int to = t.to;
    int columns = t.columns;
    copy(t.s, t.start, t.startStep, edge, 0, LANES, rows, width);
    place(edge, 0, LANES, edge, 0, LANES);
    narrow(rows);
    copy(edge, 0, LANES, c, to, columns, rows, width);
  }

  private static void copy(
      float[] in, int from, int fromStep, float[] out, int to, int toStep, int rows, int width) {
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < width; j++) out[to + i * toStep + j] = in[from + i * fromStep + j];
    }
  }

  private void narrow(int rows) {
    if (rows == TILE) {
      eightShortRows();
      return;
    }
    int i = 0;
    for (; i + 2 <= rows; i += 2, tile.down(2)) TileLayouts.twoShortRows(tile);
    if (i < rows) VectorTiles.oneShortRow(tile);
  }

  private void pairs(int rows) {
    if (LARGE && rows == TILE) {
      if (tile.rowStep != 1) TileLayouts.eightRowsOfRows(tile);
      else if (tile.sumStep == TILE) TileLayouts.eightRowsOfTiles(tile);
      else TileLayouts.eightRowsOfColumns(tile);
      return;
    }
    int i = 0;
    for (; i + 4 <= rows; i += 4, tile.down(4)) {
      if (tile.rowStep == 1) TileLayouts.fourRowsOfColumns(tile);
      else TileLayouts.fourRowsOfRows(tile);
    }
    for (; i + 2 <= rows; i += 2, tile.down(2)) TileLayouts.twoRows(tile);
    if (i < rows) VectorTiles.oneRow(tile);
  }

  private void wide(int rows) {
    if (rows == TILE) {
      if (tile.rowStep != 1) TileLayouts.eightWideRowsOfRows(tile);
      else if (tile.sumStep == TILE && tile.bStep == Panels.WIDE)
        TileLayouts.eightWideRowsOfTiles(tile);
      else TileLayouts.eightWideRowsOfColumns(tile);
      return;
    }
    int i = 0;
    for (; i + 4 <= rows; i += 4, tile.down(4)) {
      if (tile.rowStep == 1) TileLayouts.fourWideRowsOfColumns(tile);
      else TileLayouts.fourWideRowsOfRows(tile);
    }
    for (; i + 2 <= rows; i += 2, tile.down(2)) TileLayouts.twoWideRows(tile);
    if (i < rows) WideTiles.oneRow(tile);
  }

  private void eightShortRows() {
    if (tile.rowStep == 1) TileLayouts.eightShortRowsOfColumns(tile);
    else TileLayouts.eightShortRowsOfRows(tile);
  }
}
