package undercurrent.math;

/** Quantiles of samples. */
public final class Quantiles {
  private Quantiles() {}

  /**
   * The value with a share p of a sample below it, between neighbours by a straight line; each
   * value stands in the middle of its share.
   *
   * @param sorted ascending
   */
  public static double of(double[] sorted, double p) {
    double place = p * sorted.length - 0.5;
    int below = Math.clamp((long) Math.floor(place), 0, sorted.length - 1);
    int above = Math.min(below + 1, sorted.length - 1);
    double part = Math.clamp(place - below, 0, 1);
    return sorted[below] + part * (sorted[above] - sorted[below]);
  }
}
