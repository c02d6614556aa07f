package undercurrent.model.gaussian;

/** Weights that come as logarithms. */
public final class LogWeights {
  private LogWeights() {}

  /**
   * Turns logarithms into weights that sum to one, in place, and gives the logarithm of what they
   * summed to; -∞, and equal weights, where all are impossible or not numbers.
   */
  public static double normalise(double[] logWeights) {
    double highest = Double.NEGATIVE_INFINITY;
    for (double w : logWeights) if (w > highest) highest = w;
    if (!Double.isFinite(highest)) {
      java.util.Arrays.fill(logWeights, 1.0 / logWeights.length);
      return Double.NEGATIVE_INFINITY;
    }
    double sum = 0;
    for (int i = 0; i < logWeights.length; i++) {
      double w = StrictMath.exp(logWeights[i] - highest);
      logWeights[i] = Double.isNaN(w) ? 0 : w;
      sum += logWeights[i];
    }
    for (int i = 0; i < logWeights.length; i++) logWeights[i] /= sum;
    return highest + StrictMath.log(sum);
  }

  /** A place drawn by weights that sum to one. */
  public static int draw(double[] weights, double uniform) {
    double cumulative = 0;
    for (int i = 0; i < weights.length - 1; i++) {
      cumulative += weights[i];
      if (uniform < cumulative) return i;
    }
    return weights.length - 1;
  }
}
