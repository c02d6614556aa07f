package undercurrent.model.continuous;

import undercurrent.model.ModelWords;

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
    if (times.length == 0) throw new IllegalArgumentException(ModelWords.of("rowTimes.missing"));
    for (int t = 0; t < times.length; t++) {
      if (!Double.isFinite(times[t])) {
        throw new IllegalArgumentException(ModelWords.of("rowTimes.infinite", t + 1, times[t]));
      }
      if (t == 0 || times[t] > times[t - 1]) continue;
      throw new IllegalArgumentException(
          times[t] == times[t - 1]
              ? ModelWords.of("rowTimes.repeated", t, t + 1, times[t])
              : ModelWords.of("rowTimes.unsorted", t + 1, times[t], t, times[t - 1]));
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
