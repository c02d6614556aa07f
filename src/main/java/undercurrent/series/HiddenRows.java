package undercurrent.series;

import java.util.ArrayList;
import java.util.List;

/** Hides rows of a set on purpose, to see whether a model fills them in. */
public final class HiddenRows {
  private HiddenRows() {}

  /**
   * The set with only every so many-th row of each series observed, the first one among them; what
   * is no observation, such as inputs and the truth, stays.
   *
   * @param every 1 for all rows
   */
  public static SeriesSet seeingEvery(SeriesSet set, int every) {
    if (every == 1) return set;
    List<Series> some = new ArrayList<>();
    for (Series series : set.series()) {
      some.add(new Series(series.name(), series.times(), hidden(series, set, every)));
    }
    return set.withSeries(some, set.split());
  }

  private static Rows hidden(Series series, SeriesSet set, int every) {
    int[] observed = set.observedChannels();
    return series
        .rows()
        .changed(
            (t, row) -> {
              for (int channel : observed) row[channel] = Double.NaN;
              return t % every != 0;
            });
  }
}
