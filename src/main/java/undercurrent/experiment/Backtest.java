package undercurrent.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import undercurrent.inference.Estimate;
import undercurrent.inference.Estimator;
import undercurrent.inference.HorizonErrors;
import undercurrent.inference.HorizonScore;
import undercurrent.series.Series;
import undercurrent.series.SeriesSet;
import undercurrent.series.Split;
import undercurrent.settings.Settings;
import undercurrent.training.Curve;
import undercurrent.training.Training;
import undercurrent.training.Workers;

/**
 * Rolling-origin evaluation: a model is trained on what lies before an origin, forecasts the rows
 * after it, and the origin moves on; the last one has the whole horizon behind it. Either the model
 * is trained anew at each origin, or once before the first one, and then only filters on.
 *
 * @param start the data and the settings; where it stands does not matter
 * @param origins how many
 * @param every rows between them
 * @param refits whether it is trained anew at each of them
 * @param level of the bands
 */
public record Backtest(
    Experiment start, int origins, int horizon, int every, boolean refits, double level) {
  /** Fewer rows before the first origin teach nothing. */
  private static final int FEWEST = 3;

  public Backtest {
    requirePositive("origins", origins);
    requirePositive("horizon", horizon);
    requirePositive("every", every);
  }

  private static void requirePositive(String name, int value) {
    if (value >= 1) return;
    throw new IllegalArgumentException(ExperimentWords.of("backtest.leastOne", name, value));
  }

  /**
   * What came out.
   *
   * @param set the series that were forecast
   * @param forecasts origin by origin, series by series
   */
  public record Result(
      SeriesSet set, List<HorizonScore> scores, List<Estimate> forecasts, List<String> notes) {}

  /**
   * Runs it.
   *
   * @param done receives how many origins are done; it may throw to stop
   * @throws ExperimentException when the series are too short
   */
  public Result run(Workers workers, IntConsumer done) {
    List<Series> used = start.data().series().stream().filter(this::isLong).toList();
    if (used.isEmpty()) throw tooShort();
    SeriesSet set = with(used);
    HorizonErrors errors = new HorizonErrors(set, season(), horizon);
    List<Estimate> forecasts = new ArrayList<>();
    Optional<Estimator> previous = Optional.empty();
    for (int o = 0; o < origins; o++) {
      Estimator estimator =
          previous.isEmpty() || refits ? trained(set, o, workers) : previous.get();
      previous = Optional.of(estimator);
      for (int s = 0; s < set.series().size(); s++) {
        int seen = seen(set.series().get(s).length(), o);
        Estimate forecast = estimator.forecast(s, seen, horizon);
        errors.add(forecast, seen);
        forecasts.add(forecast);
      }
      done.accept(o + 1);
    }
    return new Result(set, errors.scores(), forecasts, notes(used.size()));
  }

  private List<String> notes(int used) {
    int left = start.data().series().size() - used;
    if (left == 0) return List.of();
    return List.of(
        ExperimentWords.of(
            "backtest.shortSeries",
            left,
            start.data().series().size(),
            fewestRows(),
            origins,
            horizon));
  }

  private ExperimentException tooShort() {
    int longest = start.data().series().stream().mapToInt(Series::length).max().orElse(0);
    return new ExperimentException(
        ExperimentWords.of(
            "backtest.tooFewRows", start.data().name(), longest, origins, horizon, fewestRows()));
  }

  private int fewestRows() {
    return FEWEST + horizon + (origins - 1) * every;
  }

  private boolean isLong(Series series) {
    return series.length() >= fewestRows();
  }

  /** The rows of a series before an origin, the first one being 0. */
  private int seen(int length, int origin) {
    return length - horizon - (origins - 1 - origin) * every;
  }

  /** Trained on what lies before an origin; it then estimates the whole series. */
  private Estimator trained(SeriesSet set, int origin, Workers workers) {
    List<Series> before = set.series().stream().map(s -> cut(s, seen(s.length(), origin))).toList();
    Experiment begun =
        new Experiment(
            with(before),
            start.model(),
            start.training(),
            Optional.empty(),
            Curve.empty(start.model().kind().criterion()),
            Map.of());
    Run run = Run.of(begun, workers);
    Training training = run.trainer();
    while (training.status() == Training.Status.READY) training.step();
    if (training.status() == Training.Status.DIVERGED) {
      throw new ExperimentException(
          ExperimentWords.of("backtest.diverged", origin + 1, training.diagnosis().orElse("")));
    }
    return Trained.of(run.experiment(), set).estimator().level(level);
  }

  private static Series cut(Series series, int rows) {
    return series.range(0, rows);
  }

  private SeriesSet with(List<Series> series) {
    return start.data().withSeries(series, Split.NONE);
  }

  /** The steps of the model's season, else those of the calendar's. */
  private int season() {
    return start.model().knobs().stream()
        .filter(knob -> knob.key().equals("season") && knob.matters(start.model().settings()))
        .findFirst()
        .map(knob -> (Integer) Settings.value(start.model().settings(), knob.key()))
        .orElseGet(() -> start.data().calendar().season().orElse(1));
  }
}
