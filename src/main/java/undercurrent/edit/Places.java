package undercurrent.edit;

import undercurrent.series.Channel;
import undercurrent.series.NumberWords;
import undercurrent.series.SeriesSet;

/** Holds edits to the places that a set has. */
final class Places {
  private Places() {}

  static void requireRows(SeriesSet set, int series, int from, int end) {
    if (series < 0 || series >= set.series().size()) {
      throw new IllegalArgumentException(
          EditWords.of("places.series", series + 1, set.name(), set.series().size()));
    }
    int length = set.series().get(series).length();
    if (from >= 0 && from < end && end <= length) return;
    throw new IllegalArgumentException(
        EditWords.of("places.rows", from + 1, end, set.series().get(series).name(), length));
  }

  static void requireObserved(SeriesSet set, int channel) {
    boolean isThere = channel >= 0 && channel < set.channels().size();
    if (isThere && set.channels().get(channel).role() == Channel.Role.OBSERVED) return;
    throw new IllegalArgumentException(EditWords.of("places.channel", channel + 1, set.name()));
  }

  static void requireLevel(double level) {
    if (level >= 0 && level <= 1) return;
    throw new IllegalArgumentException(EditWords.of("places.level", NumberWords.of(level)));
  }
}
