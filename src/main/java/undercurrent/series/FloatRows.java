package undercurrent.series;

import java.util.Arrays;

/**
 * Rows in single precision, for films: half the memory, and models are fitted in it anyway.
 *
 * @param values {@code [T][D]}
 */
public record FloatRows(float[][] values) implements Rows {
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
    float[] own = values[row];
    double[] copy = new double[own.length];
    for (int d = 0; d < copy.length; d++) copy[d] = own[d];
    return copy;
  }

  @Override
  public Rows range(int from, int end) {
    return new FloatRows(Arrays.copyOfRange(values, from, end));
  }

  @Override
  public Rows changed(Change change) {
    float[][] rows = values.clone();
    for (int t = 0; t < rows.length; t++) {
      double[] row = row(t);
      if (!change.make(t, row)) continue;
      rows[t] = new float[row.length];
      for (int d = 0; d < row.length; d++) rows[t][d] = (float) row[d];
    }
    return new FloatRows(rows);
  }

  @Override
  public double[][] all() {
    double[][] all = new double[values.length][];
    for (int t = 0; t < all.length; t++) all[t] = row(t);
    return all;
  }
}
