package undercurrent.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import undercurrent.kind.ModelKind;
import undercurrent.series.Channel;
import undercurrent.series.Dataset;
import undercurrent.series.Part;
import undercurrent.series.Series;
import undercurrent.series.SeriesSet;
import undercurrent.series.Split;

/** Makes other series ready for the model of an experiment. */
final class OtherSeries {
  private OtherSeries() {}

  /**
   * Other series with the same observed channels, in their order, and behind them those that the
   * model learned from, by which they are scaled. All of the first are the test part.
   *
   * @throws ExperimentException when the channels differ
   */
  static Dataset joined(Experiment experiment, SeriesSet other) {
    SeriesSet own = experiment.data();
    List<String> wanted = names(own, own.observedChannels());
    if (!wanted.equals(names(other, other.observedChannels()))) {
      throw new ExperimentException(
          ExperimentWords.of(
              "otherSeries.observed",
              other.name(),
              names(other, other.observedChannels()),
              wanted));
    }
    if (own.noiseChannels().length != other.noiseChannels().length) {
      throw new ExperimentException(
          ExperimentWords.of(
              "otherSeries.noise",
              other.name(),
              other.noiseChannels().length,
              own.noiseChannels().length));
    }
    List<String> inputs = names(own, own.inputChannels());
    if (!inputs.equals(names(other, other.inputChannels()))) {
      throw new ExperimentException(
          ExperimentWords.of(
              "otherSeries.inputs", other.name(), names(other, other.inputChannels()), inputs));
    }
    List<Series> series = new ArrayList<>();
    List<Part> parts = new ArrayList<>();
    ModelKind<?> kind = experiment.model().kind();
    int[] from = columns(own, kind.learnsFromTruth());
    int[] same = sameColumns(own, from, other);
    for (Series s : other.series()) {
      series.add(selected(s, same, 0, s.length()));
      parts.add(Part.TEST);
    }
    for (Part part : new TreeSet<>(kind.learnsFrom())) {
      for (int s = 0; s < own.series().size(); s++) {
        Series whole = own.series().get(s);
        int start = own.split().start(part, s, whole.length());
        int end = own.split().end(part, s, whole.length());
        if (end <= start) continue;
        series.add(selected(whole, from, start, end));
        parts.add(part);
      }
    }
    List<Channel> channels = Arrays.stream(from).mapToObj(c -> own.channels().get(c)).toList();
    SeriesSet joined =
        new SeriesSet(
            other.name(), channels, other.time(), series, new Split(parts, 1, 1), own.frame());
    return Dataset.of(joined, experiment.training().window());
  }

  private static List<String> names(SeriesSet set, int[] channels) {
    return Arrays.stream(channels).mapToObj(c -> set.channels().get(c).name()).toList();
  }

  /**
   * What is explained, how well it was measured, what acts on it, and where it is learned from, the
   * truth.
   */
  private static int[] columns(SeriesSet set, boolean withTruth) {
    IntStream seen =
        Stream.of(set.observedChannels(), set.noiseChannels(), set.inputChannels())
            .flatMapToInt(IntStream::of);
    return withTruth
        ? IntStream.concat(seen, IntStream.of(set.truthChannels())).toArray()
        : seen.toArray();
  }

  /** The same columns of another set with the same observed ones; -1 for a truth it lacks. */
  private static int[] sameColumns(SeriesSet own, int[] columns, SeriesSet other) {
    int[] seen = columns(other, false);
    List<String> names = other.channels().stream().map(Channel::name).toList();
    int[] same = Arrays.copyOf(seen, columns.length);
    for (int i = seen.length; i < same.length; i++) {
      same[i] = names.indexOf(own.channels().get(columns[i]).name());
    }
    return same;
  }

  private static Series selected(Series series, int[] columns, int from, int to) {
    double[][] values = new double[to - from][columns.length];
    for (int t = from; t < to; t++) {
      for (int d = 0; d < columns.length; d++) {
        values[t - from][d] = columns[d] < 0 ? Double.NaN : series.value(t, columns[d]);
      }
    }
    return new Series(series.name(), Arrays.copyOfRange(series.times(), from, to), values);
  }
}
