package undercurrent.figure;

import java.util.Arrays;

/** Columns and rows of tables of numbers. */
final class Columns {
  private Columns() {}

  static double[] of(double[][] table, int column) {
    double[] values = new double[table.length];
    for (int i = 0; i < values.length; i++) values[i] = table[i][column];
    return values;
  }

  /** The rows from one on; the rest is NaN. */
  static double[] from(double[] values, int first) {
    double[] result = values.clone();
    Arrays.fill(result, 0, Math.clamp(first, 0, result.length), Double.NaN);
    return result;
  }

  /** The rows before one; the rest is NaN. */
  static double[] before(double[] values, int end) {
    double[] result = values.clone();
    Arrays.fill(result, Math.clamp(end, 0, result.length), result.length, Double.NaN);
    return result;
  }

  /** Of the finite ones. */
  static double mean(double[] values) {
    double sum = 0;
    for (double value : values) if (Double.isFinite(value)) sum += value;
    return sum / count(values);
  }

  /** Square root of the mean squared distance from the mean. */
  static double deviation(double[] values) {
    double mean = mean(values);
    double sum = 0;
    for (double value : values) {
      if (Double.isFinite(value)) sum += (value - mean) * (value - mean);
    }
    return Math.sqrt(sum / count(values));
  }

  static long count(double[] values) {
    return count(values, Long.MAX_VALUE);
  }

  /** How many are finite, counted no further than to a number. */
  static long count(double[] values, long most) {
    long count = 0;
    for (int i = 0; i < values.length && count < most; i++) if (Double.isFinite(values[i])) count++;
    return count;
  }

  static boolean isEmpty(double[] values) {
    return count(values) == 0;
  }
}
