package undercurrent.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import undercurrent.inference.Answers;
import undercurrent.inference.Estimator;
import undercurrent.kind.Catalogue;
import undercurrent.kind.ModelKind;
import undercurrent.series.Part;
import undercurrent.series.SeriesSet;
import undercurrent.training.Curve;
import undercurrent.training.Training;

/**
 * Each kind is shown on a sample, and there the first press of Play gives a model that has learned
 * something. Trainings end as soon as that is shown.
 */
final class ExampleTest {
  private static final int HALF = 50;

  static Stream<String> kinds() {
    return Catalogue.standard().kinds().stream().map(ModelKind::id);
  }

  private static Example of(String kind) {
    return Example.of(Catalogue.standard().kind(kind));
  }

  /** Opened with its settings it is of that kind, and the kind takes the sample without a word. */
  @ParameterizedTest
  @MethodSource("kinds")
  void everyKindHasAnExampleThatItTakes(String kind) {
    Experiment experiment = of(kind).experiment();
    assertEquals(kind, experiment.model().kind().id());
    assertEquals(List.of(), experiment.notes());
    Run.model(experiment);
  }

  /** Trains as Play does until the model is good, at most to the end. */
  private static Run trained(Run run, int every, java.util.function.Predicate<Run> isGood) {
    int next = every;
    while (run.trainer().status() == Training.Status.READY) {
      run.trainer().step();
      if (run.trainer().epoch() < next) continue;
      next += every;
      if (isGood.test(run)) return run;
    }
    return run;
  }

  private static double last(Run run) {
    Curve curve = run.trainer().curve();
    return curve.getLast().elbo();
  }

  private static double first(Run run) {
    return run.trainer().curve().get(0).elbo();
  }

  /** The error of forecasts of the second half of some test series. */
  private static double forecast(Trained trained) {
    Estimator estimator = trained.estimator().paths(60);
    double squares = 0;
    for (Answers answers : few(trained)) {
      int series = answers.rows().series();
      int seen = HALF;
      double[][] mean = estimator.forecast(series, seen, HALF).observation().mean().all();
      double[] x = observed(trained, series);
      for (int h = 0; h < HALF; h++) squares += square(mean[h][0] - x[seen + h]);
    }
    return Math.sqrt(squares / few(trained).size() / HALF);
  }

  /** The same of the last value that was seen, or of zero, the mean of the waves. */
  private static double baseline(Trained trained, boolean persists) {
    double squares = 0;
    for (Answers answers : few(trained)) {
      double[] x = observed(trained, answers.rows().series());
      for (int h = 0; h < HALF; h++) {
        squares += square((persists ? x[HALF - 1] : 0) - x[HALF + h]);
      }
    }
    return Math.sqrt(squares / few(trained).size() / HALF);
  }

  private static double square(double x) {
    return x * x;
  }

  private static List<Answers> few(Trained trained) {
    return trained.answers().subList(0, 6);
  }

  private static double[] observed(Trained trained, int series) {
    SeriesSet set = trained.dataset().source();
    return set.series().get(series).channel(set.observedChannels()[0]);
  }

  private static Trained asked(Run run) {
    return Trained.of(run.experiment());
  }

  /** The forecast is better than the last value and the mean, and the bound has risen. */
  @ParameterizedTest
  @org.junit.jupiter.params.provider.ValueSource(strings = {"deep", "vrnn"})
  void deepModelsForecastTheSine(String kind) {
    Run run = Run.of(of(kind).experiment());
    trained(run, 20, r -> forecast(asked(r)) < 0.9 * baseline(asked(r), false));
    Trained trained = asked(run);
    assertTrue(last(run) > first(run) + 0.3, first(run) + " to " + last(run));
    double forecast = forecast(trained);
    assertTrue(forecast < baseline(trained, true), "" + forecast);
    assertTrue(forecast < 0.9 * baseline(trained, false), "" + forecast);
  }

  /** What the flow explains: the same levels without a flow are half a nat a step worse. */
  @Test
  void theFlowOfANormalizingFilterIsWorthHalfANat() {
    Example example = of("nkf");
    // A level needs few epochs to be where it stays.
    Run plain = trained(Run.of(changed(example, "flow", "none")), 60, r -> true);
    double baseline = asked(plain).criterion(Part.TEST);
    Run run =
        trained(
            Run.of(example.experiment()), 20, r -> asked(r).criterion(Part.TEST) > baseline + 0.5);
    assertTrue(last(run) > first(run), first(run) + " to " + last(run));
    assertTrue(asked(run).criterion(Part.TEST) > baseline + 0.5);
  }

  /** One mode, which can turn by one speed alone, ends at 0.36 nats a step. */
  @Test
  void theModesOfAKalmanVaeAreWorthMoreThanOne() {
    Run run =
        trained(
            Run.of(of("kvae").experiment()), 20, r -> asked(r).criterion(Part.VALIDATION) > 0.55);
    assertTrue(last(run) > first(run) + 2, first(run) + " to " + last(run));
    assertTrue(asked(run).criterion(Part.VALIDATION) > 0.55);
  }

  private static Experiment changed(Example example, String key, String value) {
    Experiment whole = example.experiment();
    return new Recipe(whole.model(), whole.training()).with(key, value).experiment(whole.data());
  }

  /** A standard normal of two standardised channels has −2.838 nats a point. */
  @Test
  void aDensityOfPickupsBeatsTheStandardNormal() {
    double standard = -(1 + Math.log(2 * Math.PI));
    Run run =
        trained(
            Run.of(of("density").experiment()),
            5,
            r -> asked(r).criterion(Part.TEST) > standard + 0.3);
    assertTrue(last(run) > first(run), first(run) + " to " + last(run));
    assertTrue(asked(run).criterion(Part.TEST) > standard + 0.3);
  }

  @Test
  void noSampleIsNamedThatIsNotThere() {
    Set<String> titles = new HashSet<>();
    kinds().forEach(kind -> titles.add(of(kind).sample().title()));
    assertTrue(titles.size() > 12, titles.toString());
  }
}
