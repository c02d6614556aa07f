package undercurrent.math;

import static undercurrent.math.ProductKernel.TILE;

/**
 * The layouts in which the matrices of a product come to {@link VectorTiles} and {@link WideTiles}:
 * a in rows, in columns or in tiles, b mostly in {@link Panels}. Each method fixes the steps of
 * one, so that the compiler proves before the loop that no index leaves its array; the launchers
 * keep each of them compiled for itself, since several in one exceed what the compiler takes on and
 * would leave vectors on the heap.
 */
final class TileLayouts {
  private TileLayouts() {}

  static void eightRowsOfTiles(
      float[] a,
      int at,
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
    VectorTiles.eightRows(
        a, at, 1, TILE, b, from, bStep, depth, s, start, startStep, c, to, columns);
  }

  static void eightWideRowsOfTiles(
      float[] a,
      int at,
      float[] b,
      int from,
      int depth,
      float[] s,
      int start,
      int startStep,
      float[] c,
      int to,
      int columns) {
    WideTiles.eightRows(
        a, at, 1, TILE, b, from, Panels.WIDE, depth, s, start, startStep, c, to, columns);
  }

  static void eightRowsOfColumns(
      float[] a,
      int at,
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
    VectorTiles.eightRows(
        a, at, 1, sumStep, b, from, bStep, depth, s, start, startStep, c, to, columns);
  }

  static void eightRowsOfRows(
      float[] a,
      int at,
      int rowStep,
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
    VectorTiles.eightRows(
        a, at, rowStep, 1, b, from, bStep, depth, s, start, startStep, c, to, columns);
  }

  static void eightWideRowsOfColumns(
      float[] a,
      int at,
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
    WideTiles.eightRows(
        a, at, 1, sumStep, b, from, bStep, depth, s, start, startStep, c, to, columns);
  }

  static void eightWideRowsOfRows(
      float[] a,
      int at,
      int rowStep,
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
    WideTiles.eightRows(
        a, at, rowStep, 1, b, from, bStep, depth, s, start, startStep, c, to, columns);
  }

  static void fourRowsOfColumns(
      float[] a,
      int at,
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
    VectorTiles.fourRows(
        a, at, 1, sumStep, b, from, bStep, depth, s, start, startStep, c, to, columns);
  }

  static void fourRowsOfRows(
      float[] a,
      int at,
      int rowStep,
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
    VectorTiles.fourRows(
        a, at, rowStep, 1, b, from, bStep, depth, s, start, startStep, c, to, columns);
  }

  static void fourWideRowsOfColumns(
      float[] a,
      int at,
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
    WideTiles.fourRows(
        a, at, 1, sumStep, b, from, bStep, depth, s, start, startStep, c, to, columns);
  }

  static void fourWideRowsOfRows(
      float[] a,
      int at,
      int rowStep,
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
    WideTiles.fourRows(
        a, at, rowStep, 1, b, from, bStep, depth, s, start, startStep, c, to, columns);
  }

  static void eightShortRowsOfColumns(
      float[] a,
      int at,
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
    VectorTiles.eightShortRows(
        a, at, 1, sumStep, b, from, bStep, depth, s, start, startStep, c, to, columns);
  }

  static void eightShortRowsOfRows(
      float[] a,
      int at,
      int rowStep,
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
    VectorTiles.eightShortRows(
        a, at, rowStep, 1, b, from, bStep, depth, s, start, startStep, c, to, columns);
  }
}
