package undercurrent.inference;

/**
 * The Brier score of probabilities, from 0 for certain and right on; of 0 and 1 it equals the
 * continuous ranked probability score.
 */
final class BrierScore {
  private BrierScore() {}

  /**
   * Of the probability of a one.
   *
   * @param observed 0 or 1
   * @return at most 1; NaN where a number is
   */
  static double of(double probability, double observed) {
    return (probability - observed) * (probability - observed);
  }

  /**
   * Of equally likely values that stand for the probabilities of categories: the sum over
   * categories of (p − 1[observed])².
   *
   * @param sorted codes in ascending order
   * @param apart values that are less far apart are the same code, which rounding has moved
   * @return at most 2
   */
  static double ofCategories(double[] sorted, double observed, double apart) {
    double squares = 0;
    double right = 0;
    for (int from = 0, to; from < sorted.length; from = to) {
      to = from + 1;
      while (to < sorted.length && sorted[to] - sorted[from] < apart) to++;
      double share = (double) (to - from) / sorted.length;
      squares += share * share;
      if (Math.abs(sorted[from] - observed) < apart) right = share;
    }
    return squares - 2 * right + 1;
  }
}
