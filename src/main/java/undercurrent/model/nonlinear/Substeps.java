package undercurrent.model.nonlinear;

import java.util.Locale;
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
        NumberWords.format(
            "A gap of %s takes more than %,d integration steps of %s.", gap, MOST, usual));
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
          String.format(
              Locale.ROOT,
              "The times %s and %s of rows %d and %d of '%s' are %s apart, which the equations"
                  + " follow in steps of %s, at most %,d of them; cut the series there, or give its"
                  + " times in a larger unit.",
              times[t - 1],
              times[t],
              t,
              t + 1,
              name,
              times[t] - times[t - 1],
              usual,
              MOST));
    }
    if (all <= MOST_IN_ALL) return;
    throw new IllegalArgumentException(
        NumberWords.format(
            "The times of '%s' from %s to %s take %.0f integration steps of %s, and at most %,d are"
                + " followed; cut the series, or give its times in a larger unit.",
            name, times[0], times[times.length - 1], all, usual, MOST_IN_ALL));
  }
}
