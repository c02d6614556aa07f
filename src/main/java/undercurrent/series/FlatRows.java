package undercurrent.series;

import java.util.Arrays;

/**
 * Rows of few channels in one array: an array for each row of one number would take more than three
 * times the memory.
 *
 * @param values {@code [N·D]} row-major, of which the rows are a part
 * @param from the first row among them
 * @param length T
 * @param columns D
 */
record FlatRows(double[] values, int from, int length, int columns) implements Rows {
  /** With more channels an array for each row costs little. */
  static final int MOST_COLUMNS = 8;

  /**
   * A copy of rows of the same length.
   *
   * @param rows {@code [T][D]}, at least one
   */
  static FlatRows copy(double[][] rows) {
    int columns = rows[0].length;
    double[] values = new double[rows.length * columns];
    for (int t = 0; t < rows.length; t++) {
      System.arraycopy(rows[t], 0, values, t * columns, columns);
    }
    return new FlatRows(values, 0, rows.length, columns);
  }

  @Override
  public double value(int row, int channel) {
    return values[(from + row) * columns + channel];
  }

  @Override
  public double[] row(int row) {
    return Arrays.copyOfRange(values, (from + row) * columns, (from + row + 1) * columns);
  }

  @Override
  public Rows range(int first, int end) {
    return new FlatRows(values, from + first, end - first, columns);
  }

  @Override
  public Rows changed(Change change) {
    double[] all = Arrays.copyOfRange(values, from * columns, (from + length) * columns);
    for (int t = 0; t < length; t++) {
      double[] row = row(t);
      if (change.make(t, row)) System.arraycopy(row, 0, all, t * columns, columns);
    }
    return new FlatRows(all, 0, length, columns);
  }

  @Override
  public double[][] all() {
    double[][] all = new double[length][];
    for (int t = 0; t < length; t++) all[t] = row(t);
    return all;
  }
}
