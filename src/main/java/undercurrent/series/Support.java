package undercurrent.series;

import java.util.Arrays;

/** The numbers that all observed values of a set are among; each contains those before it. */
public enum Support {
  /** 0 and 1. */
  BINARY,
  /** Whole numbers from 0 on. */
  COUNT,
  /** All numbers. */
  REAL;

  /**
   * Of the observed channels of a set, in the file's units. Values are binary when their channels
   * are declared so; that they are counts is read from the values. The steps of a track are real.
   */
  public static Support of(SeriesSet set) {
    int[] channels = set.observedChannels();
    if (set.isTrack()) return REAL;
    if (Arrays.stream(channels)
        .allMatch(c -> set.channels().get(c).kind() == Channel.Kind.BINARY)) {
      return BINARY;
    }
    for (Series series : set.series()) {
      for (int t = 0; t < series.length(); t++) {
        for (int channel : channels) {
          if (!isCount(series.value(t, channel))) return REAL;
        }
      }
    }
    return COUNT;
  }

  private static boolean isCount(double value) {
    return Double.isNaN(value) || (value >= 0 && value == Math.rint(value));
  }

  /** Whether every number of this is one of the other. */
  public boolean isWithin(Support other) {
    return compareTo(other) <= 0;
  }
}
