package undercurrent.model.structural;

import java.util.Arrays;

/** How much a series varies, for starting points; 1 where it does not. */
final class Scale {
  private Scale() {}

  /** The mean of what is there; 0 where nothing is. */
  static double mean(double[] values) {
    return Arrays.stream(values).filter(Double::isFinite).average().orElse(0);
  }

  static double variance(double[] values) {
    double mean = mean(values);
    double variance = mean(Arrays.stream(values).map(v -> (v - mean) * (v - mean)).toArray());
    return variance > 0 ? variance : 1;
  }

  /** The variance of the changes from step to step. */
  static double ofChanges(double[] values) {
    return variance(new Differencing(1, 0, 1).of(values));
  }

  /** log(part · variance of the changes). */
  static double logOfChanges(double[] values, double part) {
    return Math.log(part * ofChanges(values));
  }
}
