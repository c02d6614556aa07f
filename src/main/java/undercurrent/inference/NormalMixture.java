package undercurrent.inference;

import undercurrent.math.StandardNormal;

/**
 * A weighted mixture of normal distributions of one number.
 *
 * @param weights [K], summing to one
 * @param means [K]
 * @param deviations [K], standard ones; 0 is a single value
 */
record NormalMixture(double[] weights, double[] means, double[] deviations) {
  private static final int HALVINGS = 60;

  double mean() {
    double mean = 0;
    for (int k = 0; k < means.length; k++) mean += weights[k] * means[k];
    return mean;
  }

  /** The value with a share p below it, by bisection. */
  double quantile(double p) {
    double z = StandardNormal.quantile(p);
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    // It lies between the quantiles of the parts.
    for (int k = 0; k < means.length; k++) {
      low = Math.min(low, means[k] + z * deviations[k]);
      high = Math.max(high, means[k] + z * deviations[k]);
    }
    for (int i = 0; i < HALVINGS && low < high; i++) {
      double middle = low / 2 + high / 2;
      if (below(middle) < p) low = middle;
      else high = middle;
    }
    return low / 2 + high / 2;
  }

  private double below(double value) {
    double sum = 0;
    for (int k = 0; k < means.length; k++) {
      double gap = value - means[k];
      double share =
          deviations[k] > 0 ? StandardNormal.cumulative(gap / deviations[k]) : gap >= 0 ? 1 : 0;
      sum += weights[k] * share;
    }
    return sum;
  }

  /**
   * Continuous ranked probability score (Grimit, Gneiting, Berrocal and Johnson 2006, equation 5).
   *
   * <pre>
   *   Σ wₖ A(y - mₖ, sₖ²) - ½ ΣΣ wⱼ wₖ A(mⱼ - mₖ, sⱼ² + sₖ²)
   *   A(m, s²) = 2 s φ(m/s) + m (2 Φ(m/s) - 1), which is E|N(m, s²)|
   * </pre>
   */
  double crps(double y) {
    double sum = 0;
    for (int j = 0; j < means.length; j++) {
      sum += weights[j] * Crps.size(y - means[j], deviations[j]);
      for (int k = 0; k < means.length; k++) {
        double spread = Math.hypot(deviations[j], deviations[k]);
        sum -= 0.5 * weights[j] * weights[k] * Crps.size(means[j] - means[k], spread);
      }
    }
    return sum;
  }
}
