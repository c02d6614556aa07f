package undercurrent.lesson;

import java.util.Arrays;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.Collectors;
import undercurrent.inference.ActiveUnits;
import undercurrent.inference.Score;
import undercurrent.series.Part;
import undercurrent.settings.Settings;
import undercurrent.text.Visible;

/** The numbers of a run that lessons can ask for: the vocabulary of their questions. */
public enum Measure {
  /** The criterion of a part per time step, as it is reported. */
  CRITERION(Argument.OPTIONAL, ScoreMeasures::criterion),
  /** KL of the last epoch per time step, of all latent dimensions or of one, counted from 1. */
  KL(Argument.OPTIONAL, ScoreMeasures::kl),
  /** Reconstruction of the last epoch per time step. */
  RECONSTRUCTION(Argument.NONE, (run, a) -> run.last().reconstruction()),
  /** Latent dimensions whose KL is not nearly zero. */
  ACTIVE_DIMENSIONS(
      Argument.NONE, (run, a) -> new ActiveUnits(run.last().klPerDimension()).count()),
  /** Epochs or iterations that were trained. */
  EPOCHS(Argument.NONE, (run, a) -> run.last().epoch()),
  /** log p(x) of the scored series per time step. */
  LOG_LIKELIHOOD(Argument.NONE, (run, a) -> run.scores().logLikelihood()),
  /** A parameter of a model with named parameters. */
  PARAMETER(Argument.NEEDED, ScoreMeasures::parameter),
  /** A score of an estimate, or of what it is compared with, such as "forecast: persistence". */
  RMSE(Argument.NEEDED, (run, name) -> ScoreMeasures.score(run, name).rmse()),
  MAE(Argument.NEEDED, (run, name) -> ScoreMeasures.score(run, name).mae()),
  CRPS(Argument.NEEDED, (run, name) -> ScoreMeasures.score(run, name).crps()),
  /** The share of the observations inside the band, in percent. */
  COVERAGE(Argument.NEEDED, (run, name) -> 100 * ScoreMeasures.score(run, name).coverage()),
  /** How many observations lie inside the band, and how many there are. */
  INSIDE(
      Argument.NEEDED,
      (run, name) -> {
        Score score = ScoreMeasures.score(run, name);
        return Math.rint(score.coverage() * score.count());
      }),
  COUNT(Argument.NEEDED, (run, name) -> ScoreMeasures.score(run, name).count()),
  /** Mean width of the band of an estimate over the scored rows. */
  WIDTH(Argument.NEEDED, PathMeasures::width),
  /** Width of the band of the forecast so many steps ahead. */
  WIDTH_AHEAD(Argument.NEEDED, (run, steps) -> PathMeasures.ahead(run, steps).width()),
  /** RMSE of the forecast so many steps ahead, over all scored series. */
  RMSE_AHEAD(Argument.NEEDED, (run, steps) -> PathMeasures.ahead(run, steps).rmse()),
  /** RMSE of an estimate, or of "observed", against the true values on the scored rows. */
  TRUTH_RMSE(Argument.NEEDED, PathMeasures::truthError),
  /** Rows that are not observed while their true values are known, of the first series. */
  HIDDEN_ROWS(Argument.NONE, (run, name) -> HiddenMeasures.of(run, name).count()),
  /** How many of them the band of the observation holds, smoothed or as it is named. */
  HIDDEN_INSIDE(Argument.OPTIONAL, (run, name) -> HiddenMeasures.of(run, name).inside()),
  /** RMSE of the mean at them. */
  HIDDEN_RMSE(Argument.OPTIONAL, (run, name) -> HiddenMeasures.of(run, name).rmse()),
  /** RMSE of a straight line across each gap at them. */
  STRAIGHT_LINE_RMSE(Argument.NONE, (run, name) -> HiddenMeasures.of(run, name).straightLine()),
  /** Mean error in km of positions so many steps ahead, of tracks. */
  POSITION_ERROR(Argument.NEEDED, (run, steps) -> ScoreMeasures.lead(run, steps).model()),
  /** The same of going on at the last velocity. */
  CONSTANT_VELOCITY_ERROR(
      Argument.NEEDED, (run, steps) -> ScoreMeasures.lead(run, steps).constantVelocity()),
  /** The share of the positions inside the cone so many steps ahead, in percent. */
  CONE_COVERAGE(Argument.NEEDED, (run, steps) -> 100 * ScoreMeasures.lead(run, steps).coverage()),
  /** The mean squared error of a filter of the comparison, by its name. */
  FILTER_ERROR(Argument.NEEDED, ScoreMeasures::filterError),
  /** Rows at which the most probable regime is the true one, filtered or smoothed. */
  REGIMES_RIGHT(Argument.NEEDED, PathMeasures::regimesRight);

  /** Whether a measure has something in brackets. */
  enum Argument {
    NONE,
    OPTIONAL,
    NEEDED
  }

  private final Argument argument;

  @SuppressWarnings("ImmutableEnumChecker") // Functions without a state.
  private final ToDoubleBiFunction<Measured, String> value;

  Measure(Argument argument, ToDoubleBiFunction<Measured, String> value) {
    this.argument = argument;
    this.value = value;
  }

  /** Its name in lessons. */
  public String word() {
    return Settings.text(this);
  }

  static Measure named(String word) {
    for (Measure measure : values()) if (measure.word().equals(word)) return measure;
    throw new IllegalArgumentException(
        LessonWords.of(
            "measure.unknown",
            Visible.name(word),
            Arrays.stream(values()).map(Measure::word).collect(Collectors.joining(", "))));
  }

  void requireArgument(String text) {
    if (argument == Argument.NEEDED && text.isEmpty()) {
      throw new IllegalArgumentException(LessonWords.of("measure.noArgument", word()));
    }
    if (argument == Argument.NONE && !text.isEmpty()) {
      throw new IllegalArgumentException(LessonWords.of("measure.argument", word(), text));
    }
  }

  /**
   * Its value.
   *
   * @throws IllegalArgumentException one sentence, when the run does not have it
   */
  double of(Measured run, String given) {
    return value.applyAsDouble(run, given);
  }

  static Part part(String name) {
    for (Part part : Part.values()) {
      if (part.name().equalsIgnoreCase(name)) return part;
    }
    throw new IllegalArgumentException(LessonWords.of("measure.part", name));
  }

  static int whole(String text) {
    if (text.matches("[1-9]\\d{0,5}")) return Integer.parseInt(text);
    throw new IllegalArgumentException(LessonWords.of("measure.wholeNumber", text));
  }
}
