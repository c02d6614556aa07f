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

  static void eightRowsOfTiles(Tile t) {
    VectorTiles.eightRows(t, 1, TILE);
  }

  static void eightRowsOfColumns(Tile t) {
    VectorTiles.eightRows(t, 1, t.sumStep);
  }

  static void eightRowsOfRows(Tile t) {
    VectorTiles.eightRows(t, t.rowStep, 1);
  }

  static void eightWideRowsOfTiles(Tile t) {
    WideTiles.eightRows(t, 1, TILE, Panels.WIDE);
  }

  static void eightWideRowsOfColumns(Tile t) {
    WideTiles.eightRows(t, 1, t.sumStep, t.bStep);
  }

  static void eightWideRowsOfRows(Tile t) {
    WideTiles.eightRows(t, t.rowStep, 1, t.bStep);
  }

  static void fourRowsOfColumns(Tile t) {
    VectorTiles.fourRows(t, 1, t.sumStep);
  }

  static void fourRowsOfRows(Tile t) {
    VectorTiles.fourRows(t, t.rowStep, 1);
  }

  static void fourWideRowsOfColumns(Tile t) {
    WideTiles.fourRows(t, 1, t.sumStep);
  }

  static void fourWideRowsOfRows(Tile t) {
    WideTiles.fourRows(t, t.rowStep, 1);
  }

  static void twoRows(Tile t) {
    VectorTiles.twoRows(t, t.rowStep, t.sumStep);
  }

  static void twoWideRows(Tile t) {
    WideTiles.twoRows(t, t.rowStep, t.sumStep);
  }

  static void twoShortRows(Tile t) {
    VectorTiles.twoShortRows(t, t.rowStep, t.sumStep);
  }

  static void eightShortRowsOfColumns(Tile t) {
    VectorTiles.eightShortRows(t, 1, t.sumStep);
  }

  static void eightShortRowsOfRows(Tile t) {
    VectorTiles.eightShortRows(t, t.rowStep, 1);
  }
}
