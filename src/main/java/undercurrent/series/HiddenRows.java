package undercurrent.series;

import java.util.ArrayList;
import java.util.Arrays;
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
    if (series.rows() instanceof FloatRows floats) {
      float[][] rows = floats.values().clone();
      for (int t = 0; t < rows.length; t++) {
        if (t % every == 0) continue;
        rows[t] = rows[t].clone();
        for (int channel : observed) rows[t][channel] = Float.NaN;
      }
      return new FloatRows(rows);
    }
    double[][] rows = series.values().clone();
    for (int t = 0; t < rows.length; t++) {
      if (t % every == 0) continue;
      rows[t] = Arrays.copyOf(rows[t], rows[t].length);
      for (int channel : observed) rows[t][channel] = Double.NaN;
    }
    return new DoubleRows(rows);
  }
}
