package undercurrent.model.nonlinear;

import undercurrent.model.ModelWords;
import undercurrent.series.NumberWords;

/** The integration steps that make up the time between two rows, and how many there may be. */
public final class Substeps {
  /** Between two rows. */
  private static final int MOST = 100_000;

  /** Over a whole series: a filter takes every one of them for each of its points. */
  private static final long MOST_IN_ALL = 100_000_000;

  private Substeps() {}

  /** So many equal steps near the usual one; at least one. */
  public static int count(double gap, double usual) {
    double steps = Math.max(1, Math.rint(gap / usual));
    if (steps <= MOST) return (int) steps;
    throw new IllegalArgumentException(
        ModelWords.of("substeps.gap", gap, NumberWords.format("%,d", MOST), usual));
  }

  /**
   * Refuses times that are too far apart to be followed.
   *
   * @param name of the series
   * @param usual length of an integration step; infinite where a gap is one step
   * @throws IllegalArgumentException one sentence that names the rows
   */
  public static void check(String name, double[] times, double usual) {
    if (Double.isInfinite(usual)) return;
    double all = 0;
    for (int t = 1; t < times.length; t++) {
      double steps = Math.max(1, Math.rint((times[t] - times[t - 1]) / usual));
      all += steps;
      if (steps <= MOST) continue;
      throw new IllegalArgumentException(
          ModelWords.of(
              "substeps.tooFarApart",
              times[t - 1],
              times[t],
              t,
              t + 1,
              name,
              times[t] - times[t - 1],
              usual,
              NumberWords.format("%,d", MOST)));
    }
    if (all <= MOST_IN_ALL) return;
    throw new IllegalArgumentException(
        ModelWords.of(
            "substeps.tooManySteps",
            name,
            times[0],
            times[times.length - 1],
            NumberWords.format("%.0f", all),
            usual,
            NumberWords.format("%,d", MOST_IN_ALL)));
  }
}
