package undercurrent.series;

import java.util.Arrays;

/**
 * Rows in double precision.
 *
 * @param values {@code [T][D]}
 */
record DoubleRows(double[][] values) implements Rows {
  @Override
  public int length() {
    return values.length;
  }

  @Override
  public double value(int row, int channel) {
    return values[row][channel];
  }

  @Override
  public double[] row(int row) {
    return values[row];
  }

  @Override
  public Rows range(int from, int end) {
    return new DoubleRows(Arrays.copyOfRange(values, from, end));
  }

  @Override
  public Rows changed(Change change) {
    double[][] rows = values.clone();
    for (int t = 0; t < rows.length; t++) {
      double[] row = rows[t].clone();
      if (change.make(t, row)) rows[t] = row;
    }
    return new DoubleRows(rows);
  }

  @Override
  public double[][] all() {
    return values;
  }
}
