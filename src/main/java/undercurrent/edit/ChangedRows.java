package undercurrent.edit;

import java.util.ArrayList;
import java.util.List;
import undercurrent.math.Randomness;
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

  /** Changes a copy of a row by random numbers. */
  @FunctionalInterface
  interface Draw {
    /**
     * Whether the row was changed.
     *
     * @param own the numbers of this row alone, whatever was drawn for others
     */
    boolean make(Randomness own, double[] values);
  }

  private ChangedRows() {}

  static SeriesSet in(SeriesSet set, int series, Change change) {
    List<Series> all = new ArrayList<>(set.series());
    Series old = all.get(series);
    all.set(series, new Series(old.name(), old.times(), old.rows().changed(change::make)));
    return set.withSeries(all, set.split());
  }

  /** Changes every row of every series by numbers that depend on the randomness and the row. */
  static SeriesSet drawn(SeriesSet set, Randomness randomness, Draw draw) {
    SeriesSet changed = set;
    for (int s = 0; s < set.series().size(); s++) {
      Randomness own = randomness.at(s);
      changed =
          in(
              changed,
              s,
              (t, row) -> {
                own.moveTo(t);
                return draw.make(own, row);
              });
    }
    return changed;
  }
}
