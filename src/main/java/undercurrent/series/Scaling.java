package undercurrent.series;

import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A shift and a positive scale for each value of a row: model = (file - mean) / sd.
 *
 * @param mean {@code [D]}
 * @param sd {@code [D]}, 1 for what does not vary
 */
record Scaling(double[] mean, double[] sd) {
  /** The same with a scale for each value. */
  static Scaling fit(Supplier<Stream<double[]>> rows, boolean[] kept, double[] least) {
    return fit(rows, kept, least, IntStream.range(0, kept.length).toArray());
  }

  /**
   * Mean and standard deviation of what is not NaN.
   *
   * @param rows gives the rows, each {@code [D]}, as often as it is asked
   * @param kept values that are left as they are, {@code [D]}
   * @param least what varies by less is constant, {@code [D]}
   * @param groups values of one group have one scale, {@code [D]}, from 0 on
   */
  static Scaling fit(
      Supplier<Stream<double[]>> rows, boolean[] kept, double[] least, int[] groups) {
    int size = kept.length;
    double[] ones = new double[size];
    Arrays.fill(ones, 1);
    boolean areAllKept = true;
    for (boolean one : kept) areAllKept &= one;
    if (areAllKept) return new Scaling(new double[size], ones);
    double[] sum = new double[size];
    long[] count = new long[size];
    rows.get()
        .forEachOrdered(
            row -> {
              for (int d = 0; d < size; d++) {
                if (kept[d] || Double.isNaN(row[d])) continue;
                sum[groups[d]] += row[d];
                count[groups[d]]++;
              }
            });
    double[] mean = new double[size];
    for (int d = 0; d < size; d++) {
      int g = groups[d];
      if (!kept[d] && count[g] > 0) mean[d] = sum[g] / count[g];
    }
    double[] squares = new double[size];
    rows.get()
        .forEachOrdered(
            row -> {
              for (int d = 0; d < size; d++) {
                double difference = row[d] - mean[d];
                if (!kept[d] && !Double.isNaN(difference)) {
                  squares[groups[d]] += difference * difference;
                }
              }
            });
    double[] sd = new double[size];
    for (int d = 0; d < size; d++) {
      sd[d] = 1;
      int g = groups[d];
      if (kept[d] || count[g] == 0) continue;
      double deviation = Math.sqrt(squares[g] / count[g]);
      // What varies only by rounding is constant.
      if (deviation > Math.max(least[d], 1e-12 * Math.abs(mean[d]))) sd[d] = deviation;
    }
    return new Scaling(mean, sd);
  }

  double toModel(int d, double value) {
    return (value - mean[d]) / sd[d];
  }

  double toFile(int d, double value) {
    return value * sd[d] + mean[d];
  }

  /** log |d model / d file| of one row. */
  double logScale() {
    double sum = 0;
    for (double deviation : sd) sum -= StrictMath.log(deviation);
    return sum;
  }
}
