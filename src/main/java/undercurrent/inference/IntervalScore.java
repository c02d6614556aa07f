package undercurrent.inference;

/**
 * The interval score of a central band (Gneiting and Raftery 2007, 6.2): its width and, for what
 * lies outside, 2/α times the distance to it, with α the share that should lie outside. It is
 * smallest in the mean where the ends of the band are the quantiles that they should be.
 */
final class IntervalScore {
  private IntervalScore() {}

  /**
   * Of one observation, in its unit.
   *
   * @param level the share that should lie inside, 1 − α
   * @return NaN where a number is
   */
  static double of(double lower, double upper, double level, double observed) {
    double outside = Math.max(0, Math.max(lower - observed, observed - upper));
    return upper - lower + 2 / (1 - level) * outside;
  }
}
