package undercurrent.experiment;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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
    if (data.channels().isEmpty()) return Optional.of("it names no channels");
    if (data.channels().stream().anyMatch(Objects::isNull)) return Optional.of("a channel is null");
    for (Channel channel : data.channels()) {
      if (isBlank(channel.name())) return Optional.of("a channel has no name");
      if (isNull(channel.kind()) || isNull(channel.role())) {
        return Optional.of("the channel '%s' has no kind or no role".formatted(channel.name()));
      }
    }
    long observed = data.channels().stream().filter(c -> c.role() == Channel.Role.OBSERVED).count();
    if (data.frame().stream().anyMatch(f -> f.size() != observed)) {
      return Optional.of("its frame has another size than its channels");
    }
    if (data.series().isEmpty()) return Optional.of("it names no series");
    Set<String> names = new HashSet<>();
    for (String name : data.series()) {
      if (isNull(name)) return Optional.of("a series has no name");
      if (!names.add(name)) return Optional.of("the series '%s' stands twice".formatted(name));
    }
    if (data.splitBySeries().stream().anyMatch(Objects::isNull)) {
      return Optional.of("the part of a series is null");
    }
    int parts = data.splitBySeries().size();
    if (parts != 0 && parts != data.series().size()) {
      return Optional.of(
          String.format(Locale.ROOT, "%d series have %d parts", data.series().size(), parts));
    }
    double training = data.trainingFraction();
    double validation = data.validationFraction();
    if (!(training > 0 && training <= validation && validation <= 1)) {
      return Optional.of(
          "the split at %s and %s does not rise between 0 and 1".formatted(training, validation));
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
    if (training == 0) return Optional.of("the split leaves no row for training");
    for (Series series : set.series()) {
      if (series.length() == 0) {
        return Optional.of("the series '%s' has no rows".formatted(series.name()));
      }
      double[] times = series.times();
      for (int t = 0; t < times.length; t++) {
        String place =
            String.format(Locale.ROOT, "row %d of the series '%s'", t + 1, series.name());
        if (!(Math.abs(times[t]) <= LARGEST)) {
          return Optional.of("the time %s in %s is no ordinary number".formatted(times[t], place));
        }
        if (t > 0 && !(times[t] > times[t - 1])) {
          return Optional.of(
              "the time %s in %s is not after the one before it".formatted(times[t], place));
        }
        for (int d = 0; d < set.channels().size(); d++) {
          Optional<String> wrong = value(set.channels().get(d), series.value(t, d));
          if (wrong.isPresent()) {
            return Optional.of("%s in %s".formatted(wrong.get(), place));
          }
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> value(Channel channel, double value) {
    if (Double.isNaN(value)) {
      return channel.role() == Channel.Role.INPUT
          ? Optional.of("the input '%s' is missing".formatted(channel.name()))
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
        : Optional.of("'%s' cannot be %s".formatted(channel.name(), value));
  }

  /** What is wrong with the numbers that a training has reached, if anything. */
  static Optional<String> weights(Checkpoint checkpoint) {
    record Named(String name, float[] numbers) {}
    List<Named> all =
        List.of(
            new Named("weight", checkpoint.weights()),
            new Named("best weight", checkpoint.best()),
            new Named("first moment", checkpoint.firstMoment()),
            new Named("second moment", checkpoint.secondMoment()));
    for (Named named : all) {
      for (float number : named.numbers()) {
        if (Float.isFinite(number)) continue;
        return Optional.of("a %s is %s and not a number".formatted(named.name(), number));
      }
    }
    for (float square : checkpoint.secondMoment()) {
      if (square < 0) return Optional.of("a second moment is %s, below 0".formatted(square));
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
    return isSentence ? message : "its parts do not fit together; open another copy of it.";
  }
}
