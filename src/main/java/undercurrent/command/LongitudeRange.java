package undercurrent.command;

import java.util.stream.IntStream;
import undercurrent.series.Channel;
import undercurrent.series.Series;
import undercurrent.series.SeriesSet;

/**
 * The range that the longitudes of a set are written in: −180 to 180, or 0 to 360 where the file
 * has them so.
 */
final class LongitudeRange {
  private static final double TURN = 360;

  /** For each channel of the set, whether its longitudes go from 0 to 360. */
  private final boolean[] eastward;

  private final boolean isTrack;

  LongitudeRange(SeriesSet set) {
    isTrack = set.isTrack();
    eastward = new boolean[set.channels().size()];
    for (int c = 0; c < eastward.length; c++) {
      eastward[c] =
          set.channels().get(c).kind() == Channel.Kind.LONGITUDE && reaches(set, c, TURN / 2);
    }
  }

  private static boolean reaches(SeriesSet set, int channel, double degrees) {
    for (Series series : set.series()) {
      boolean reaches =
          IntStream.range(0, series.length()).anyMatch(t -> series.value(t, channel) >= degrees);
      if (reaches) return true;
    }
    return false;
  }

  /** A mean or an end of its band, turned so that the mean lies in the range. */
  double turned(int channel, double mean, double value) {
    if (!isTrack || !eastward[channel] || !Double.isFinite(mean)) return value;
    return value - TURN * Math.floor(mean / TURN);
  }
}
