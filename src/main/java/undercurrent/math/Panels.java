package undercurrent.math;

import java.util.Arrays;

/**
 * The right-hand matrix of a product, laid out for it: panels of {@link #WIDE} or {@link #WIDTH}
 * columns, each of them row after row, the last one filled up with zeros. A product then reads it
 * front to back. The panel from column j on begins at j times the number of rows.
 */
final class Panels {
  /** Columns that a tile of three vectors takes; it needs fewer loads for each product. */
  static final int WIDE = 48;

  /** Columns of a panel where three times sixteen do not fit. */
  static final int WIDTH = 32;

  private static final int PART = 16;
  float[] data = new float[0];
  int rows;
  int columns;
  private int[] starts = new int[0];
  private int count;
  private boolean turned;

  /**
   * Columns of the panel that begins with so many left: wide ones, but no narrow rest of one
   * vector, where two panels of {@link #WIDTH} do as well.
   */
  static int width(int left) {
    int parts = (left + PART - 1) / PART;
    return parts == 3 || parts > 4 ? WIDE : WIDTH;
  }

  /** How many there are. */
  int count() {
    return count;
  }

  /** The first column of a panel. */
  int start(int panel) {
    return starts[panel];
  }

  /**
   * Whether the next product shall take the panels from the last to the first: every other one, so
   * that it begins with those that the one before has left in a near cache.
   */
  boolean turn() {
    turned = !turned;
    return turned;
  }

  /** Columns of the vectors that some columns need. */
  static int filled(int columns) {
    return (columns + PART - 1) / PART * PART;
  }

  /** How many of some columns are in panels that they fill. */
  static int whole(int columns) {
    int whole = 0;
    while (columns - whole >= width(columns - whole)) whole += width(columns - whole);
    return whole;
  }

  /** Lays out b, {@code [rows × columns]}, whose rows are {@code step} apart. */
  void pack(float[] b, int bo, int rows, int columns, int step) {
    shape(rows, columns);
    for (int j = 0; j < columns; ) {
      int panel = width(columns - j);
      int width = Math.min(panel, columns - j);
      int to = j * rows;
      for (int p = 0; p < rows; p++, to += panel) {
        copy(b, bo + p * step + j, to, width);
      }
      j += panel;
    }
  }

  private void copy(float[] b, int from, int to, int width) {
    if (width >= PART) System.arraycopy(b, from, data, to, width);
    else for (int j = 0; j < width; j++) data[to + j] = b[from + j];
  }

  /** Lays out the transpose of b, {@code [columns × rows]}. */
  void packTransposed(float[] b, int bo, int rows, int columns) {
    shape(rows, columns);
    for (int first = 0; first < columns; ) {
      int panel = width(columns - first);
      int end = Math.min(first + panel, columns);
      for (int j = first; j < end; j++) {
        int from = bo + j * rows;
        int to = first * rows + j - first;
        for (int p = 0; p < rows; p++) data[to + p * panel] = b[from + p];
      }
      first += panel;
    }
  }

  private void shape(int rows, int columns) {
    if (rows == this.rows && columns == this.columns) return;
    int last = whole(columns);
    int all = last < columns ? last + width(columns - last) : last;
    if (data.length < rows * all) data = new float[rows * all];
    Arrays.fill(data, last * rows, all * rows, 0f);
    count = 0;
    for (int j = 0; j < columns; j += width(columns - j)) {
      if (count == starts.length) starts = Arrays.copyOf(starts, 2 * count + 1);
      starts[count++] = j;
    }
    this.rows = rows;
    this.columns = columns;
  }
}
