package undercurrent.series;

import java.util.List;

/**
 * A shift and a positive scale for each value of a row: model = (file - mean) / sd.
 *
 * @param mean {@code [D]}
 * @param sd {@code [D]}, 1 for what does not vary
 */
record Scaling(double[] mean, double[] sd) {
  /**
   * Mean and standard deviation of what is not NaN.
   *
   * @param rows each {@code [D]}
   * @param kept values that are left as they are, {@code [D]}
   * @param least what varies by less is constant, {@code [D]}
   */
  static Scaling fit(List<double[]> rows, boolean[] kept, double[] least) {
    int size = kept.length;
    double[] mean = new double[size];
    double[] sd = new double[size];
    for (int d = 0; d < size; d++) {
      sd[d] = 1;
      if (!kept[d]) fit(rows, d, mean, sd, least[d]);
    }
    return new Scaling(mean, sd);
  }

  private static void fit(List<double[]> rows, int d, double[] mean, double[] sd, double least) {
    double sum = 0;
    int count = 0;
    for (double[] row : rows) {
      if (Double.isNaN(row[d])) continue;
      sum += row[d];
      count++;
    }
    if (count == 0) return;
    mean[d] = sum / count;
    double squares = 0;
    for (double[] row : rows) {
      double difference = row[d] - mean[d];
      if (!Double.isNaN(difference)) squares += difference * difference;
    }
    double deviation = Math.sqrt(squares / count);
    // What varies only by rounding is constant.
    if (deviation > Math.max(least, 1e-12 * Math.abs(mean[d]))) sd[d] = deviation;
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
