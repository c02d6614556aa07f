package undercurrent.series;

import java.util.List;

/**
 * Many series with one list of channels, one time axis and one split; immutable.
 *
 * @param name short, for titles and file names
 */
public record SeriesSet(
    String name, List<Channel> channels, TimeAxis time, List<Series> series, Split split) {
  public SeriesSet {
    channels = List.copyOf(channels);
    series = List.copyOf(series);
  }

  /** Indices of the channels that a model explains. */
  public int[] observedChannels() {
    return indices(Channel.Role.OBSERVED);
  }

  /** Indices of the channels that are known truth. */
  public int[] truthChannels() {
    return indices(Channel.Role.TRUTH);
  }

  private int[] indices(Channel.Role role) {
    return java.util.stream.IntStream.range(0, channels.size())
        .filter(i -> channels.get(i).role() == role)
        .toArray();
  }
}
