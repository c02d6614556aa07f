package undercurrent.inference;

import undercurrent.math.StandardNormal;

/**
 * The continuous ranked probability score, ∫ (F(x) - 1[x ≥ y])² dx, of distributions that have a
 * closed form, in the unit of what was observed; NaN where something is not known.
 */
final class Crps {
  private static final double ROOT_PI = Math.sqrt(Math.PI);

  private Crps() {}

  /**
   * Of a normal distribution (Gneiting and Raftery 2007, 4.2), with z = (y - m) / s:
   *
   * <pre>
   *   s (z (2 Φ(z) - 1) + 2 φ(z) - 1/√π)
   * </pre>
   */
  static double normal(double mean, double deviation, double observed) {
    return normal(mean, deviation, observed, cumulative(observed - mean, deviation));
  }

  /** The same where the probability below what was observed, Φ(z), is known. */
  static double normal(double mean, double deviation, double observed, double below) {
    return size(observed - mean, deviation, below) - deviation / ROOT_PI;
  }

  /**
   * Of exp(N(m, s²)) (Baran and Lerch 2015), with z = (log y - m) / s:
   *
   * <pre>
   *   y (2 Φ(z) - 1) - 2 exp(m + s²/2) (Φ(z - s) + Φ(s/√2) - 1)
   * </pre>
   */
  static double logNormal(double mean, double deviation, double observed) {
    if (deviation == 0) return Math.abs(observed - Math.exp(mean));
    double z = (Math.log(observed) - mean) / deviation;
    double expected = Math.exp(mean + deviation * deviation / 2);
    return observed * (2 * StandardNormal.cumulative(z) - 1)
        - 2
            * expected
            * (StandardNormal.cumulative(z - deviation)
                + StandardNormal.cumulative(deviation / Math.sqrt(2))
                - 1);
  }

  /** E|N(m, s²)| = 2 s φ(m/s) + m (2 Φ(m/s) - 1). */
  static double size(double mean, double deviation) {
    return size(mean, deviation, cumulative(mean, deviation));
  }

  private static double size(double mean, double deviation, double below) {
    if (deviation == 0) return Math.abs(mean);
    return 2 * deviation * StandardNormal.density(mean / deviation) + mean * (2 * below - 1);
  }

  private static double cumulative(double mean, double deviation) {
    return StandardNormal.cumulative(mean / deviation);
  }
}
