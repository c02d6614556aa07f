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
import undercurrent.inference.Score;
import undercurrent.kind.Catalogue;
import undercurrent.kind.ModelKind;
import undercurrent.series.Part;
import undercurrent.training.Curve;
import undercurrent.training.Training;

/**
 * Each kind is shown on a sample, and there the first press of Play gives a model that has learned
 * something. Trainings end as soon as that is shown.
 */
final class ExampleTest {
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
    Run run = Run.of(experiment);
    run.trainer().step();
    assertTrue(run.trainer().status() != Training.Status.DIVERGED);
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

  private static double rmse(Trained trained, String name) {
    return trained.scores().list().stream()
        .filter(s -> s.name().equals(name))
        .mapToDouble(Score::rmse)
        .findFirst()
        .orElseThrow();
  }

  private static Trained asked(Run run) {
    return Trained.of(run.experiment());
  }

  /** The forecast is better than the last value and the mean, and the bound has risen. */
  @ParameterizedTest
  @org.junit.jupiter.params.provider.ValueSource(strings = {"deep", "vrnn"})
  void deepModelsForecastTheSine(String kind) {
    Run run = Run.of(of(kind).experiment());
    trained(
        run,
        25,
        r -> {
          Trained now = asked(r);
          return rmse(now, "forecast") < 0.9 * rmse(now, "forecast: mean");
        });
    Trained trained = asked(run);
    assertTrue(last(run) > first(run) + 0.3, first(run) + " to " + last(run));
    double forecast = rmse(trained, "forecast");
    assertTrue(forecast < rmse(trained, "forecast: persistence"), "" + forecast);
    assertTrue(forecast < 0.9 * rmse(trained, "forecast: mean"), "" + forecast);
  }

  /** What the flow explains: the same levels without a flow are half a nat a step worse. */
  @Test
  void theFlowOfANormalizingFilterIsWorthHalfANat() {
    Example example = of("nkf");
    Run plain = Run.of(changed(example, "flow", "none"));
    while (plain.trainer().status() == Training.Status.READY) plain.trainer().step();
    double baseline = asked(plain).criterion(Part.TEST);
    Run run =
        trained(
            Run.of(example.experiment()), 20, r -> asked(r).criterion(Part.TEST) > baseline + 0.5);
    assertTrue(last(run) > first(run), first(run) + " to " + last(run));
    assertTrue(asked(run).criterion(Part.TEST) > baseline + 0.5);
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
