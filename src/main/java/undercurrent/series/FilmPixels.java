package undercurrent.series;

/** Looks for pixels of a film. */
final class FilmPixels {
  /** Rows of each series and series that are looked at: enough to choose one. */
  private static final int MOST_ROWS = 200;

  private static final int MOST_SERIES = 20;

  private FilmPixels() {}

  /** The observed channel whose values vary most, of some of the frames. */
  static int liveliest(SeriesSet set) {
    int[] observed = set.observedChannels();
    double[] sum = new double[observed.length];
    double[] squares = new double[observed.length];
    int[] count = new int[observed.length];
    for (Series series : set.series().subList(0, Math.min(MOST_SERIES, set.series().size()))) {
      int step = Math.max(1, series.length() / MOST_ROWS);
      for (int t = 0; t < series.length(); t += step) {
        for (int d = 0; d < observed.length; d++) {
          double value = series.value(t, observed[d]);
          if (Double.isNaN(value)) continue;
          sum[d] += value;
          squares[d] += value * value;
          count[d]++;
        }
      }
    }
    int best = 0;
    double most = -1;
    for (int d = 0; d < observed.length; d++) {
      if (count[d] == 0) continue;
      double mean = sum[d] / count[d];
      double variance = squares[d] / count[d] - mean * mean;
      if (variance <= most) continue;
      most = variance;
      best = d;
    }
    return observed[best];
  }
}
