package undercurrent.edit;

import java.util.ArrayList;
import java.util.List;
import undercurrent.series.Series;
import undercurrent.series.SeriesSet;

/** Changes rows of one series of a set; all that is not changed is shared. */
final class ChangedRows {
  /** Changes a copy of a row. */
  @FunctionalInterface
  interface Change {
    /** Whether the row was changed. */
    boolean make(int row, double[] values);
  }

  private ChangedRows() {}

  static SeriesSet in(SeriesSet set, int series, Change change) {
    List<Series> all = new ArrayList<>(set.series());
    Series old = all.get(series);
    all.set(series, new Series(old.name(), old.times(), old.rows().changed(change::make)));
    return set.withSeries(all, set.split());
  }
}
