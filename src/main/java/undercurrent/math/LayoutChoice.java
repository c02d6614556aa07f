package undercurrent.math;

import static undercurrent.math.ProductKernel.TILE;

/**
 * Which of the {@link TileLayouts} a tile of a product has: by the steps from one number of a to
 * the next.
 */
final class LayoutChoice {
  private LayoutChoice() {}

  static void eightRows(
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
    if (rowStep == 1 && sumStep == TILE) {
      TileLayouts.eightRowsOfTiles(
          a, at, b, from, bStep, depth, s, start, startStep, c, to, columns);
    } else if (rowStep == 1) {
      TileLayouts.eightRowsOfColumns(
          a, at, sumStep, b, from, bStep, depth, s, start, startStep, c, to, columns);
    } else {
      TileLayouts.eightRowsOfRows(
          a, at, rowStep, b, from, bStep, depth, s, start, startStep, c, to, columns);
    }
  }

  static void eightWideRows(
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
    if (rowStep == 1 && sumStep == TILE && bStep == Panels.WIDE) {
      TileLayouts.eightWideRowsOfTiles(a, at, b, from, depth, s, start, startStep, c, to, columns);
    } else if (rowStep == 1) {
      TileLayouts.eightWideRowsOfColumns(
          a, at, sumStep, b, from, bStep, depth, s, start, startStep, c, to, columns);
    } else {
      TileLayouts.eightWideRowsOfRows(
          a, at, rowStep, b, from, bStep, depth, s, start, startStep, c, to, columns);
    }
  }

  static void fourRows(
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
    if (rowStep == 1) {
      TileLayouts.fourRowsOfColumns(
          a, at, sumStep, b, from, bStep, depth, s, start, startStep, c, to, columns);
    } else {
      TileLayouts.fourRowsOfRows(
          a, at, rowStep, b, from, bStep, depth, s, start, startStep, c, to, columns);
    }
  }

  static void fourWideRows(
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
    if (rowStep == 1) {
      TileLayouts.fourWideRowsOfColumns(
          a, at, sumStep, b, from, bStep, depth, s, start, startStep, c, to, columns);
    } else {
      TileLayouts.fourWideRowsOfRows(
          a, at, rowStep, b, from, bStep, depth, s, start, startStep, c, to, columns);
    }
  }

  static void eightShortRows(
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
    if (rowStep == 1) {
      TileLayouts.eightShortRowsOfColumns(
          a, at, sumStep, b, from, bStep, depth, s, start, startStep, c, to, columns);
    } else {
      TileLayouts.eightShortRowsOfRows(
          a, at, rowStep, b, from, bStep, depth, s, start, startStep, c, to, columns);
    }
  }
}
