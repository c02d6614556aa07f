package undercurrent.edit;

import java.util.Optional;
import undercurrent.series.Series;
import undercurrent.series.SeriesSet;

/**
 * Rows of a series whose observations are hidden; inputs, the truth and the deviations of the
 * measurement stay.
 *
 * @param series index in the set
 * @param from first hidden row, from 0
 * @param end the row after the last hidden one
 */
public record HiddenStretch(int series, int from, int end) implements Edit {
  @Override
  public SeriesSet on(SeriesSet set) {
    Places.requireRows(set, series, from, end);
    int[] observed = set.observedChannels();
    return ChangedRows.in(
        set,
        series,
        (t, row) -> {
          if (t < from || t >= end) return false;
          for (int channel : observed) row[channel] = Double.NaN;
          return true;
        });
  }

  @Override
  public String words(SeriesSet set) {
    Series of = set.series().get(series);
    return EditWords.of("hidden", from + 1, end, of.name());
  }

  /** A stretch that touches this one makes it longer. */
  @Override
  public Optional<Edit> with(Edit later) {
    return later instanceof HiddenStretch other
            && other.series == series
            && other.from <= end
            && other.end >= from
        ? Optional.of(
            new HiddenStretch(series, Math.min(from, other.from), Math.max(end, other.end)))
        : Optional.empty();
  }
}
