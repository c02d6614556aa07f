package undercurrent.math;

/**
 * Where the matrices of a tile of a product lie, c = s + a·b; see {@link ProductKernel#block} for
 * what the numbers mean. One object serves all tiles of a kernel: what is the same for all of them
 * is set once, and the tile moves.
 */
final class Tile {
  float[] a = new float[0];
  int at;
  int rowStep;
  int sumStep;
  float[] b = new float[0];
  int from;
  int bStep;
  int depth;
  float[] s = new float[0];
  int start;
  int startStep;
  float[] c = new float[0];
  int to;
  int columns;

  /** Moves down by so many rows. */
  void down(int rows) {
    at += rows * rowStep;
    start += rows * startStep;
    to += rows * columns;
  }
}
