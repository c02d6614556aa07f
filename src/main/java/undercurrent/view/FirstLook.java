package undercurrent.view;

import undercurrent.series.Part;
import undercurrent.series.SeriesSet;

/**
 * What is looked at when a set is opened: a series that is not trained on, if there is one.
 *
 * @param channel index in the set's channels
 * @param seenShare where the forecast begins
 */
record FirstLook(int series, int channel, double seenShare) {
  private static final double HALF = 0.5;

  static FirstLook at(SeriesSet set) {
    int channel = set.observedChannels().length == 0 ? 0 : set.observedChannels()[0];
    if (set.split().isByTime()) {
      int length = set.series().getFirst().length();
      int end = set.split().end(Part.VALIDATION, 0, length);
      return new FirstLook(0, channel, end < length ? (double) end / length : HALF);
    }
    int test = set.split().bySeries().indexOf(Part.TEST);
    return new FirstLook(Math.max(0, test), channel, HALF);
  }
}
