package undercurrent.series;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Compares sets by what they hold. */
public final class SameSeries {
  private SameSeries() {}

  /** Whether two sets hold the same, down to the bits of their numbers. */
  public static boolean are(SeriesSet a, SeriesSet b) {
    boolean isAlike =
        a.channels().equals(b.channels())
            && a.time().equals(b.time())
            && a.split().equals(b.split())
            && a.frame().equals(b.frame())
            && a.series().size() == b.series().size();
    return isAlike
        && IntStream.range(0, a.series().size())
            .allMatch(s -> are(a.series().get(s), b.series().get(s), a.channels().size()));
  }

  private static boolean are(Series a, Series b, int channels) {
    return a.name().equals(b.name())
        && Arrays.equals(a.times(), b.times())
        && IntStream.range(0, channels).allMatch(c -> Arrays.equals(a.channel(c), b.channel(c)));
  }
}
