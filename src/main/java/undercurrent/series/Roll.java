package undercurrent.series;

import java.util.Arrays;

/** Series of many binary channels, such as the keys of a piano, which are drawn as a roll. */
public final class Roll {
  /** With fewer channels each is looked at by itself. */
  private static final int FEWEST = 12;

  private Roll() {}

  /** Whether a set is drawn as a roll: at least twelve observed channels, all binary; no film. */
  public static boolean isIn(SeriesSet set) {
    if (set.frame().isPresent()) return false;
    return set.observedChannels().length >= FEWEST && Support.of(set) == Support.BINARY;
  }

  /** Whether the rows of a roll are keys one after the other, by their names. */
  public static boolean isMusic(SeriesSet set) {
    int[] channels = set.observedChannels();
    for (int i = 0; i < channels.length; i++) {
      int pitch = Pitch.of(set.channels().get(channels[i]).name()).orElse(-1);
      if (pitch < 0 || pitch != lowest(set) + i) return false;
    }
    return channels.length > 0;
  }

  /** The MIDI number of the first channel; −1 when it is no key. */
  public static int lowest(SeriesSet set) {
    return Pitch.of(set.channels().get(set.observedChannels()[0]).name()).orElse(-1);
  }

  /**
   * The observed channel that is looked at first: of a roll the one that is 1 most often, of a film
   * the pixel that changes most, of others the first.
   */
  public static int shown(SeriesSet set) {
    int best = set.observedChannels()[0];
    if (set.frame().isPresent()) return FilmPixels.liveliest(set);
    if (!isIn(set)) return best;
    double most = -1;
    for (int channel : set.observedChannels()) {
      double sum =
          set.series().stream()
              .flatMapToDouble(s -> Arrays.stream(s.channel(channel)))
              .filter(v -> v > 0)
              .sum();
      if (sum <= most) continue;
      most = sum;
      best = channel;
    }
    return best;
  }
}
