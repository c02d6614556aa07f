package undercurrent.experiment;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import undercurrent.series.Channel;
import undercurrent.series.Part;
import undercurrent.series.Series;
import undercurrent.series.SeriesSet;
import undercurrent.training.Checkpoint;

/** Holds the parts of a document to what a table is held to: the first thing that is wrong. */
final class DocumentChecks {
  /** As in a table: what is larger is no measurement and no time. */
  private static final double LARGEST = 1e18;

  private static final double POLE = 90;
  private static final double ROUND = 360;

  private DocumentChecks() {}

  /** What is wrong with the description of the data, if anything. */
  static Optional<String> manifest(Manifest.Data data) {
    if (data.channels().isEmpty())
      return Optional.of(ExperimentWords.of("documentChecks.noChannels"));
    if (data.channels().stream().anyMatch(Objects::isNull))
      return Optional.of(ExperimentWords.of("documentChecks.nullChannel"));
    for (Channel channel : data.channels()) {
      if (isBlank(channel.name()))
        return Optional.of(ExperimentWords.of("documentChecks.unnamedChannel"));
      if (isNull(channel.kind()) || isNull(channel.role())) {
        return Optional.of(ExperimentWords.of("documentChecks.channelKind", channel.name()));
      }
    }
    long observed = data.channels().stream().filter(c -> c.role() == Channel.Role.OBSERVED).count();
    if (data.frame().stream().anyMatch(f -> f.size() != observed)) {
      return Optional.of(ExperimentWords.of("documentChecks.frameSize"));
    }
    if (data.series().isEmpty()) return Optional.of(ExperimentWords.of("documentChecks.noSeries"));
    Set<String> names = new HashSet<>();
    for (String name : data.series()) {
      if (isNull(name)) return Optional.of(ExperimentWords.of("documentChecks.unnamedSeries"));
      if (!names.add(name))
        return Optional.of(ExperimentWords.of("documentChecks.seriesTwice", name));
    }
    if (data.splitBySeries().stream().anyMatch(Objects::isNull)) {
      return Optional.of(ExperimentWords.of("documentChecks.nullPart"));
    }
    int parts = data.splitBySeries().size();
    if (parts != 0 && parts != data.series().size()) {
      return Optional.of(ExperimentWords.of("documentChecks.parts", data.series().size(), parts));
    }
    double training = data.trainingFraction();
    double validation = data.validationFraction();
    if (!(training > 0 && training <= validation && validation <= 1)) {
      return Optional.of(ExperimentWords.of("documentChecks.split", training, validation));
    }
    return Optional.empty();
  }

  private static boolean isNull(Object value) {
    return Optional.ofNullable(value).isEmpty();
  }

  private static boolean isBlank(String text) {
    return isNull(text) || text.isBlank();
  }

  /** What is wrong with the rows, if anything. */
  static Optional<String> data(SeriesSet set) {
    int training = 0;
    for (int s = 0; s < set.series().size(); s++) {
      training += set.split().end(Part.TRAINING, s, set.series().get(s).length());
    }
    if (training == 0) return Optional.of(ExperimentWords.of("documentChecks.noTraining"));
    for (Series series : set.series()) {
      if (series.length() == 0) {
        return Optional.of(ExperimentWords.of("documentChecks.noRows", series.name()));
      }
      double[] times = series.times();
      for (int t = 0; t < times.length; t++) {
        if (!(Math.abs(times[t]) <= LARGEST)) {
          return Optional.of(ExperimentWords.of("documentChecks.time", times[t], place(series, t)));
        }
        if (t > 0 && !(times[t] > times[t - 1])) {
          return Optional.of(
              ExperimentWords.of("documentChecks.timeOrder", times[t], place(series, t)));
        }
        for (int d = 0; d < set.channels().size(); d++) {
          Optional<String> wrong = value(set.channels().get(d), series.value(t, d));
          if (wrong.isPresent()) {
            return Optional.of(
                ExperimentWords.of("documentChecks.value", wrong.get(), place(series, t)));
          }
        }
      }
    }
    return Optional.empty();
  }

  private static String place(Series series, int row) {
    return ExperimentWords.of("documentChecks.row", row + 1, series.name());
  }

  private static Optional<String> value(Channel channel, double value) {
    if (Double.isNaN(value)) {
      return channel.role() == Channel.Role.INPUT
          ? Optional.of(ExperimentWords.of("documentChecks.input", channel.name()))
          : Optional.empty();
    }
    boolean isDeviation = channel.role() == Channel.Role.NOISE;
    double most =
        switch (channel.kind()) {
          case LATITUDE -> POLE;
          case LONGITUDE -> ROUND;
          case REAL, BINARY, COUNT, PIXEL -> LARGEST;
        };
    boolean isSound = Math.abs(value) <= most && (!isDeviation || value > 0);
    return isSound
        ? Optional.empty()
        : Optional.of(ExperimentWords.of("documentChecks.impossible", channel.name(), value));
  }

  /** What is wrong with the forecasts that are kept beside a training on this set, if anything. */
  static Optional<String> forecasts(Comparisons all, SeriesSet set) {
    boolean fit =
        Stream.concat(all.pinned().stream(), all.kinds().stream())
            .flatMap(run -> run.forecast().stream())
            .allMatch(f -> f.fits(set));
    return fit ? Optional.empty() : Optional.of(ExperimentWords.of("documentChecks.forecast"));
  }

  /** What is wrong with the numbers that a training has reached, if anything. */
  static Optional<String> weights(Checkpoint checkpoint) {
    record Named(String name, float[] numbers) {}
    List<Named> all =
        List.of(
            new Named("weight", checkpoint.weights()),
            new Named("bestWeight", checkpoint.best()),
            new Named("firstMoment", checkpoint.firstMoment()),
            new Named("secondMoment", checkpoint.secondMoment()));
    for (Named named : all) {
      for (float number : named.numbers()) {
        if (Float.isFinite(number)) continue;
        return Optional.of(ExperimentWords.of("documentChecks." + named.name(), number));
      }
    }
    for (float square : checkpoint.secondMoment()) {
      if (square < 0)
        return Optional.of(ExperimentWords.of("documentChecks.negativeMoment", square));
    }
    return Optional.empty();
  }

  /** The words of an error if they are a sentence for people, else that the parts do not fit. */
  static String words(RuntimeException error) {
    String message = String.valueOf(error.getMessage());
    boolean isSentence =
        error instanceof IllegalArgumentException
            && message.endsWith(".")
            && message.contains(" ")
            && !message.contains("\n");
    return isSentence ? message : ExperimentWords.of("documentChecks.mismatch");
  }
}
