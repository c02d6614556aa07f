package undercurrent.model.continuous;

import java.util.Locale;

/**
 * When the rows of a series were seen, in any unit, ascending; a lengthscale or a rate of a model
 * is in the same unit.
 */
public final class RowTimes {
  private final double[] times;

  private RowTimes(double[] times) {
    this.times = times;
  }

  /** One time a row, at least one, each later than the one before. */
  public static RowTimes of(double... times) {
    if (times.length == 0)
      throw new IllegalArgumentException("There are no times; give one a row.");
    for (int t = 0; t < times.length; t++) {
      if (!Double.isFinite(times[t])) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "Row %d has the time %s; every row needs a finite time.",
                t + 1,
                times[t]));
      }
      if (t == 0 || times[t] > times[t - 1]) continue;
      throw new IllegalArgumentException(
          times[t] == times[t - 1]
              ? String.format(
                  Locale.ROOT,
                  "Rows %d and %d have the same time %s; leave one out, or make them one row.",
                  t,
                  t + 1,
                  times[t])
              : String.format(
                  Locale.ROOT,
                  "Row %d has the time %s and row %d before it %s; sort the rows by time.",
                  t + 1,
                  times[t],
                  t,
                  times[t - 1]));
    }
    return new RowTimes(times.clone());
  }

  /** T, the number of rows. */
  public int count() {
    return times.length;
  }

  public double at(int t) {
    return times[t];
  }

  /** The time from row t to the next. */
  public double gap(int t) {
    return times[t + 1] - times[t];
  }
}
