package undercurrent.command;

import undercurrent.inference.Estimate;
import undercurrent.inference.FrameErrors;
import undercurrent.series.NumberWords;
import undercurrent.series.Series;
import undercurrent.series.SeriesSet;

/** Says how far estimates of rows that were hidden are from what was observed there. */
final class HiddenErrors {
  private final SeriesSet set;
  private final int every;
  private double squares;
  private double wrong;
  private long values;
  private long rows;

  /**
   * Of no estimates yet.
   *
   * @param set with all rows
   * @param every the model has seen one row in so many
   */
  HiddenErrors(SeriesSet set, int every) {
    this.set = set;
    this.every = every;
  }

  /** A sentence. */
  String words() {
    if (rows == 0) return Words.of("hiddenErrors.none", every);
    return Words.of(
        FrameErrors.areShares(set) ? "hiddenErrors.pixels" : "hiddenErrors.values",
        every,
        rows,
        ScoreLines.number(squares / values),
        NumberWords.format("%.2f", 100 * wrong / rows));
  }

  /** Takes some rows of a series. */
  void add(Estimate estimate) {
    Series series = set.series().get(estimate.series());
    int[] channels = set.observedChannels();
    for (int n = 0; n < estimate.length(); n++) {
      int row = estimate.from() + n;
      if (row % every == 0 || row >= series.length()) continue;
      double[] mean = estimate.observation().mean().row(n);
      double[] observed = new double[channels.length];
      long before = values;
      for (int d = 0; d < observed.length; d++) {
        observed[d] = series.value(row, channels[d]);
        double error = mean[d] - observed[d];
        if (Double.isNaN(error)) continue;
        squares += error * error;
        values++;
      }
      if (values == before) continue;
      wrong += FrameErrors.wrong(mean, observed);
      rows++;
    }
  }
}
