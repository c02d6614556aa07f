package undercurrent.figure;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/** Columns and rows of tables of numbers. */
final class Columns {
  private Columns() {}

  static double[] of(double[][] table, int column) {
    return Arrays.stream(table).mapToDouble(row -> row[column]).toArray();
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

  static double mean(double[] values) {
    return finite(values).average().orElse(Double.NaN);
  }

  /** Square root of the mean squared distance from the mean. */
  static double deviation(double[] values) {
    double mean = mean(values);
    return Math.sqrt(finite(values).map(v -> (v - mean) * (v - mean)).average().orElse(Double.NaN));
  }

  static long count(double[] values) {
    return finite(values).count();
  }

  static boolean isEmpty(double[] values) {
    return count(values) == 0;
  }

  private static DoubleStream finite(double[] values) {
    return Arrays.stream(values).filter(Double::isFinite);
  }
}
