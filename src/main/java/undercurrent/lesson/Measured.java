package undercurrent.lesson;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import undercurrent.experiment.Experiment;
import undercurrent.experiment.Trained;
import undercurrent.inference.Answers;
import undercurrent.inference.Estimate;
import undercurrent.inference.Lazy;
import undercurrent.inference.Scores;
import undercurrent.series.Series;
import undercurrent.series.SeriesSet;
import undercurrent.series.Truth;
import undercurrent.training.CurvePoint;

/**
 * A trained run whose numbers a lesson asks for; each is computed once, when it is first wanted.
 * Not thread-safe.
 */
public final class Measured {
  private final Experiment experiment;
  private final Lazy<Trained> trained;
  private final Lazy<Scores> scores;

  /**
   * Of a document.
   *
   * @param experiment that has been trained
   */
  public Measured(Experiment experiment) {
    this.experiment = experiment;
    trained = new Lazy<>(() -> Trained.of(experiment));
    scores = new Lazy<>(() -> trained.get().ownScores());
  }

  Experiment experiment() {
    return experiment;
  }

  Trained trained() {
    return trained.get();
  }

  Scores scores() {
    return scores.get();
  }

  SeriesSet set() {
    return experiment.data();
  }

  /** The last epoch of the curve. */
  CurvePoint last() {
    if (experiment.curve().isEmpty()) {
      throw new IllegalArgumentException(LessonWords.of("measured.noCurve"));
    }
    return experiment.curve().getLast();
  }

  /** What is thought of the scored rows, series by series. */
  List<Answers> answers() {
    return trained().answers();
  }

  /** An estimate of a series by its name in a lesson. */
  Estimate estimate(Answers of, String name) {
    return switch (name) {
      case "filtered" -> of.online().filtered();
      case "predicted" -> of.online().predicted();
      case "smoothed" -> of.smoothed();
      case "forecast" ->
          of.forecast()
              .orElseThrow(
                  () -> new IllegalArgumentException(LessonWords.of("measured.noForecast")));
      default ->
          throw new IllegalArgumentException(LessonWords.of("measured.unknownEstimate", name));
    };
  }

  /** The values of the first observed channel of a series. */
  double[] observed(int series) {
    return series(series).channel(set().observedChannels()[0]);
  }

  /** The values behind the first observed channel that only the file knows. */
  double[] truth(int series) {
    OptionalInt truth = Truth.behind(set(), set().observedChannels()[0]);
    if (truth.isEmpty()) {
      throw new IllegalArgumentException(LessonWords.of("measured.noTruth", set().name()));
    }
    return series(series).channel(truth.getAsInt());
  }

  /** The true regime of each row of the first series, from 0 on. */
  int[] regimes() {
    int column =
        Arrays.stream(set().truthChannels())
            .filter(c -> set().channels().get(c).name().toLowerCase(Locale.ROOT).contains("regime"))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        LessonWords.of("measured.noRegimes", set().name())));
    double[] values = series(0).channel(column);
    double first = Arrays.stream(values).min().orElse(0);
    return IntStream.range(0, values.length).map(t -> (int) (values[t] - first)).toArray();
  }

  private Series series(int series) {
    return set().series().get(series);
  }
}
