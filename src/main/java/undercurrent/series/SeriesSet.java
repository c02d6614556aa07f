package undercurrent.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Many series with one list of channels, one time axis and one split; immutable.
 *
 * @param name short, for titles and file names
 * @param frame that the observed channels are together; empty unless it is a film or a field
 */
public record SeriesSet(
    String name,
    List<Channel> channels,
    TimeAxis time,
    List<Series> series,
    Split split,
    Optional<FrameShape> frame) {
  /**
   * A set whose channels are told apart.
   *
   * @throws IllegalArgumentException when there is a frame of another size
   */
  public SeriesSet {
    channels = List.copyOf(channels);
    series = List.copyOf(series);
    time = time.on(series);
    long observed = channels.stream().filter(c -> c.role() == Channel.Role.OBSERVED).count();
    if (frame.isPresent() && frame.get().size() != observed) {
      throw new IllegalArgumentException(
          SeriesWords.of("seriesSet.frame", name, frame.get().size(), observed));
    }
  }

  /** A set that is no film. */
  public SeriesSet(
      String name, List<Channel> channels, TimeAxis time, List<Series> series, Split split) {
    this(name, channels, time, series, split, Optional.empty());
  }

  /** The same with another split. */
  public SeriesSet withSplit(Split other) {
    return new SeriesSet(name, channels, time, series, other, frame);
  }

  /** Other series of the same channels. */
  public SeriesSet withSeries(List<Series> others, Split other) {
    return new SeriesSet(name, channels, time, others, other, frame);
  }

  /**
   * The same to learn from, of which one series can be looked at in a stretch alone: in its place
   * are these rows, and the whole of it stands behind all others, in the parts that it was in.
   */
  SeriesSet looking(int index, Stretch rows) {
    List<Series> others = new ArrayList<>(series);
    others.set(index, series.get(index).range(rows.from(), rows.end()));
    others.add(series.get(index));
    return withSeries(others, split.movedToEnd(index));
  }

  /** The times that the rows lie on. */
  public Calendar calendar() {
    return time.calendar().orElseThrow();
  }

  /** The rows of the training part, one series after the other; they must not be changed. */
  public Stream<double[]> trainingRows() {
    return trainingRows((s, t) -> series.get(s).row(t));
  }

  /** What is made of each row of the training part, one series after the other. */
  Stream<double[]> trainingRows(MadeRow made) {
    return IntStream.range(0, series.size())
        .boxed()
        .flatMap(
            s ->
                IntStream.range(0, split.end(Part.TRAINING, s, series.get(s).length()))
                    .mapToObj(t -> made.of(s, t)));
  }

  /** Makes numbers of one row. */
  @FunctionalInterface
  interface MadeRow {
    double[] of(int series, int row);
  }

  /** The times of the rows {@code from .. end-1} of a series, also beyond its end. */
  public double[] times(int series, int from, int end) {
    double[] own = this.series.get(series).times();
    return Arrays.copyOfRange(end <= own.length ? own : times(series, end), from, end);
  }

  /** The times of the first rows of a series; beyond its end they go on by the calendar. */
  public double[] times(int series, int rows) {
    double[] own = this.series.get(series).times();
    double[] all = Arrays.copyOf(own, rows);
    int last = own.length - 1;
    for (int t = last + 1; t < rows; t++) all[t] = calendar().after(own[last], t - last);
    return all;
  }

  /** Indices of the channels that a model explains. */
  public int[] observedChannels() {
    return indices(Channel.Role.OBSERVED);
  }

  /** The place of a channel among the observed ones; empty where it is not observed. */
  public OptionalInt observedIndex(int channel) {
    int[] observed = observedChannels();
    return IntStream.range(0, observed.length).filter(i -> observed[i] == channel).findFirst();
  }

  /** Indices of the channels that are known truth. */
  public int[] truthChannels() {
    return indices(Channel.Role.TRUTH);
  }

  /** Indices of the channels that say how well each row was measured. */
  public int[] noiseChannels() {
    return indices(Channel.Role.NOISE);
  }

  /** Indices of the channels that act on the observed ones. */
  public int[] inputChannels() {
    return indices(Channel.Role.INPUT);
  }

  /** Index of the observed latitude, if it is a track. */
  public OptionalInt latitude() {
    return first(Channel.Kind.LATITUDE);
  }

  /** Index of the observed longitude, if it is a track. */
  public OptionalInt longitude() {
    return first(Channel.Kind.LONGITUDE);
  }

  /** True when an observed latitude and longitude make it a path on the Earth. */
  public boolean isTrack() {
    return latitude().isPresent() && longitude().isPresent();
  }

  private OptionalInt first(Channel.Kind kind) {
    return IntStream.of(observedChannels()).filter(c -> channels.get(c).kind() == kind).findFirst();
  }

  private int[] indices(Channel.Role role) {
    // Loops over rows ask for it, so that it is found without a stream.
    int[] found = new int[channels.size()];
    int count = 0;
    for (int i = 0; i < found.length; i++) if (channels.get(i).role() == role) found[count++] = i;
    return Arrays.copyOf(found, count);
  }
}
