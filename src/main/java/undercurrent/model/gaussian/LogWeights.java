package undercurrent.model.gaussian;

import java.util.Arrays;

/** Weights that come as logarithms. */
public final class LogWeights {
  private LogWeights() {}

  /** So far below the highest a weight adds nothing that 53 bits could hold. */
  private static final double NOTHING = -50;

  /**
   * Gives the weights that belong to logarithms, summing to one, and the logarithm of what they
   * summed to; -∞, and equal weights, where all are impossible or not numbers.
   *
   * @param logWeights of which the sum is taken off
   * @param weights out
   */
  public static double normalise(double[] logWeights, double[] weights) {
    int count = logWeights.length;
    double highest = Double.NEGATIVE_INFINITY;
    for (double w : logWeights) if (w > highest) highest = w;
    if (!Double.isFinite(highest)) {
      Arrays.fill(weights, 1.0 / count);
      Arrays.fill(logWeights, -StrictMath.log(count));
      return Double.NEGATIVE_INFINITY;
    }
    double sum = 0;
    for (int i = 0; i < count; i++) {
      double below = logWeights[i] - highest;
      weights[i] = below > NOTHING ? StrictMath.exp(below) : 0;
      sum += weights[i];
    }
    double logSum = highest + StrictMath.log(sum);
    for (int i = 0; i < count; i++) {
      weights[i] /= sum;
      logWeights[i] -= logSum;
    }
    return logSum;
  }

  /** The same where only the weights are wanted, in the place of their logarithms. */
  public static double normalise(double[] logWeights) {
    double[] weights = new double[logWeights.length];
    double logSum = normalise(logWeights, weights);
    System.arraycopy(weights, 0, logWeights, 0, weights.length);
    return logSum;
  }

  /**
   * Multiplies weights by factors that come as logarithms, and normalises them.
   *
   * @param weights summing to one; not changed where all factors are 0 or not numbers
   * @return the logarithm of what the products summed to; −∞ where the weights are not changed
   */
  public static double multiply(double[] weights, double[] logFactors) {
    double highest = Double.NEGATIVE_INFINITY;
    for (double factor : logFactors) if (factor > highest) highest = factor;
    if (!Double.isFinite(highest)) return Double.NEGATIVE_INFINITY;
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      double factor = StrictMath.exp(logFactors[i] - highest);
      weights[i] *= Double.isNaN(factor) ? 0 : factor;
      sum += weights[i];
    }
    for (int i = 0; i < weights.length; i++) weights[i] /= sum;
    return highest + StrictMath.log(sum);
  }

  /** Sums of the weights up to each place, the last one included. */
  public static double[] cumulative(double[] weights) {
    double[] cumulative = weights.clone();
    for (int i = 1; i < cumulative.length; i++) cumulative[i] += cumulative[i - 1];
    return cumulative;
  }

  /** A place drawn by weights whose sums are known, in O(log N). */
  public static int drawCumulative(double[] cumulative, double uniform) {
    int low = 0;
    int high = cumulative.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (uniform < cumulative[middle]) high = middle;
      else low = middle + 1;
    }
    return low;
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
