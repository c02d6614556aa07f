package undercurrent.math;

import java.util.Arrays;

/**
 * The right-hand matrix of a product, laid out for it: panels of {@link #WIDTH} columns, each of
 * them row after row, the last one filled up with zeros. A product then reads it front to back.
 */
final class Panels {
  static final int WIDTH = 32;
  float[] data = new float[0];
  int rows;
  int columns;

  /** Lays out b, {@code [rows × columns]}, whose rows are {@code step} apart. */
  void pack(float[] b, int bo, int rows, int columns, int step) {
    shape(rows, columns);
    for (int j = 0; j < columns; j += WIDTH) {
      int width = Math.min(WIDTH, columns - j);
      int to = j * rows;
      for (int p = 0; p < rows; p++, to += WIDTH) {
        System.arraycopy(b, bo + p * step + j, data, to, width);
      }
    }
  }

  /** Lays out the transpose of b, {@code [columns × rows]}. */
  void packTransposed(float[] b, int bo, int rows, int columns) {
    shape(rows, columns);
    for (int j = 0; j < columns; j++) {
      int from = bo + j * rows;
      int to = j / WIDTH * WIDTH * rows + j % WIDTH;
      for (int p = 0; p < rows; p++) data[to + p * WIDTH] = b[from + p];
    }
  }

  private void shape(int rows, int columns) {
    int size = rows * ((columns + WIDTH - 1) / WIDTH) * WIDTH;
    if (data.length < size) data = new float[size];
    boolean same = rows == this.rows && columns == this.columns;
    if (!same) Arrays.fill(data, columns / WIDTH * WIDTH * rows, size, 0f);
    this.rows = rows;
    this.columns = columns;
  }
}
