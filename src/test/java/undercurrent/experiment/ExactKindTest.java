package undercurrent.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import undercurrent.inference.Estimate;
import undercurrent.inference.Score;
import undercurrent.inference.Scores;
import undercurrent.math.Randomness;
import undercurrent.model.exact.TransformKind;
import undercurrent.series.Part;
import undercurrent.series.Samples;
import undercurrent.series.Series;
import undercurrent.series.SeriesSet;
import undercurrent.series.SineFamily;
import undercurrent.series.Split;
import undercurrent.training.Curve;
import undercurrent.training.CurvePoint;
import undercurrent.training.Training;

class ExactKindTest {
  @TempDir private Path folder = Path.of("");

  private static SeriesSet sample(String name) {
    return Samples.find(name).orElseThrow().open();
  }

  private static SeriesSet whole(SeriesSet set) {
    return new SeriesSet(
        set.name(),
        set.channels(),
        set.time(),
        set.series(),
        new Split(List.of(Part.TRAINING), 1, 1));
  }

  private static Experiment experiment(SeriesSet set, String kind) {
    return Recipe.of(set).with("kind", kind).experiment(set);
  }

  private static Run fitted(Experiment experiment) {
    Run run = Run.of(experiment);
    while (run.trainer().status() == Training.Status.READY) run.trainer().step();
    return run;
  }

  /** R: StructTS(Nile, "level") and arima(Nile, c(0, 1, 1)); in the unit of the file. */
  @Test
  void nileIsTheLocalLevelThatEverybodyKnows() {
    Run run = fitted(experiment(whole(sample("01_nile")), "level"));
    double scale = run.dataset().preparation().scale(0);
    double sum = 100 * run.trainer().curve().getLast().elbo() - 99 * Math.log(scale);
    assertEquals(-632.5456, sum, 1e-3);
  }

  /** The airline model's published maximum for the logarithms, with its convention. */
  @Test
  void airPassengersInLogarithmsAreCountedInTheUnitOfTheFile() {
    SeriesSet set = whole(sample("02_air_passengers"));
    Experiment airline =
        Recipe.of(set).with("kind", "airline").with("transform", TransformKind.LOG).experiment(set);
    Run run = fitted(airline);
    double[] x = set.series().getFirst().channel(set.observedChannels()[0]);
    double logs = Arrays.stream(x).map(Math::log).sum();
    double scale = run.dataset().preparation().scale(0);
    double logScale = logSpread(x);
    // Thirteen values only fix the start: they have no spread of their own.
    double sum =
        144 * run.trainer().curve().getLast().elbo()
            - 131 * Math.log(logScale)
            - 144 * Math.log(scale / logScale)
            + logs;
    assertEquals(244.6965, sum, 2e-3);
  }

  private static double logSpread(double[] x) {
    double[] logs = Arrays.stream(x).map(Math::log).toArray();
    double mean = Arrays.stream(logs).average().orElseThrow();
    double squares = Arrays.stream(logs).map(y -> (y - mean) * (y - mean)).sum();
    return Math.sqrt(squares / logs.length);
  }

  @Test
  void logarithmsBeatTheSwingsOfAirPassengers() {
    SeriesSet set = sample("02_air_passengers");
    Recipe recipe = Recipe.of(set).with("kind", "seasonal");
    double plain = rmse(recipe, set, "forecast");
    double logs = rmse(recipe.with("transform", TransformKind.AUTOMATIC), set, "forecast");
    double persistence = rmse(recipe, set, "forecast: persistence");
    assertTrue(logs < plain, logs + " " + plain);
    assertTrue(logs < persistence / 3, logs + " " + persistence);
  }

  private static double rmse(Recipe recipe, SeriesSet set, String kind) {
    Scores scores = Trained.of(fitted(recipe.experiment(set)).experiment()).scores();
    return scores.list().stream()
        .filter(s -> s.name().equals(kind))
        .mapToDouble(Score::rmse)
        .findFirst()
        .orElseThrow();
  }

  /** An airline model has no noise in what is seen: filtered it is what was seen. */
  @Test
  void whatIsSeenWithoutNoiseIsNotScoredAsIfItWereFound() {
    SeriesSet set = sample("02_air_passengers");
    Recipe recipe = Recipe.of(set).with("kind", "airline");
    Run run = fitted(recipe.experiment(set));
    List<String> names =
        Trained.of(run.experiment()).scores().list().stream().map(Score::name).toList();
    assertTrue(names.contains("predicted") && names.contains("forecast"), names.toString());
    assertTrue(!names.contains("filtered") && !names.contains("smoothed"), names.toString());
    // Of 27 states one has a meaning of its own.
    Estimate smoothed = run.estimator().smoothed(0);
    assertEquals(List.of("differences"), smoothed.latentNames());
    assertEquals(1, smoothed.latent().mean().columns());
    // yₜ - yₜ₋₁ - yₜ₋₁₂ + yₜ₋₁₃, in standard deviations of the training part
    double[] y = set.series().getFirst().channel(set.observedChannels()[0]);
    double scale = run.dataset().preparation().scale(0);
    for (int t = 20; t < 120; t += 9) {
      double difference = (y[t] - y[t - 1] - y[t - 12] + y[t - 13]) / scale;
      assertEquals(difference, smoothed.latent().mean().at(t, 0), 1e-4);
    }
  }

  /** A season of twelve steps is one line among the states, and not eleven. */
  @Test
  void statesOfAStructuralModelHaveNamesAndAddUpToWhatIsSeen() {
    SeriesSet set = sample("02_air_passengers");
    Recipe recipe = Recipe.of(set).with("kind", "seasonal");
    Run run = fitted(recipe.experiment(set));
    Estimate smoothed = run.estimator().smoothed(0);
    assertEquals(List.of("trend", "slope", "seasonal"), smoothed.latentNames());
    double[] y = set.series().getFirst().channel(set.observedChannels()[0]);
    double mean = Arrays.stream(y, 0, set.split().trainingEnd(y.length)).average().orElseThrow();
    double scale = run.dataset().preparation().scale(0);
    for (int t = 0; t < y.length; t += 11) {
      double[] z = smoothed.latent().mean().row(t);
      double expected = (smoothed.observation().mean().at(t, 0) - mean) / scale;
      assertEquals(expected, z[0] + z[2], 1e-6);
    }
  }

  @Test
  void emOfAnyLinearSystemNeverFalls() {
    SeriesSet set = new SineFamily(6, 40, 0.2).generate(3);
    Recipe recipe = Recipe.of(set).with("kind", "linear").with("epochs", 40);
    Curve curve = fitted(recipe.experiment(set)).trainer().curve();
    for (int i = 1; i < curve.size(); i++) {
      assertTrue(curve.get(i).elbo() >= curve.get(i - 1).elbo() - 1e-9, "iteration " + i);
    }
    assertTrue(curve.getLast().elbo() > curve.getFirst().elbo() + 0.3);
  }

  @Test
  void aSavedFitGoesOnAsIfItHadNeverBeenSaved() {
    SeriesSet set = new SineFamily(6, 40, 0.2).generate(3);
    Experiment fresh = Recipe.of(set).with("kind", "linear").with("epochs", 12).experiment(set);
    Run half = Run.of(fresh);
    for (int i = 0; i < 5; i++) half.trainer().step();
    Path file = folder.resolve("linear.undercurrent");
    ExperimentFile.save(half.experiment(), file);
    Run resumed = fitted(ExperimentFile.open(file));
    Run straight = fitted(fresh);
    assertEquals(12, resumed.trainer().curve().size());
    for (int i = 0; i < 12; i++) {
      CurvePoint expected = straight.trainer().curve().get(i);
      assertEquals(expected.elbo(), resumed.trainer().curve().get(i).elbo(), 0.0);
    }
    Estimate expected = straight.estimator().smoothed(0);
    Estimate actual = Trained.of(resumed.experiment()).estimator().smoothed(0);
    assertArrayEquals(expected.observation().upper().all(), actual.observation().upper().all());
    assertArrayEquals(expected.latent().mean().all(), actual.latent().mean().all());
  }

  @Test
  void aKindThatDoesNotFitTheDataSaysWhatToDo() {
    Experiment track = experiment(sample("07_atlantic_storms"), "linear");
    assertRefused(track, "set 'kind' to trend");
    SeriesSet sine = new SineFamily(6, 40, 0.2).generate(3);
    Experiment logs =
        Recipe.of(sine).with("kind", "level").with("transform", TransformKind.LOG).experiment(sine);
    assertRefused(logs, "logarithms need positive values");
  }

  /** The same models, each of one channel's own set. */
  @Test
  void severalChannelsAreModelsOfTheirOwnWhoseLogLikelihoodsAddUp() {
    SeriesSet macro = sample("06_us_macro_quarterly");
    int[] observed = macro.observedChannels();
    Run joint = fitted(experiment(macro, "trend"));
    double sum = 0;
    for (int channel : observed) {
      Run alone = fitted(experiment(only(macro, channel), "trend"));
      sum += alone.trainer().curve().getLast().elbo();
      Estimate expected = alone.estimator().smoothed(0);
      Estimate actual = joint.estimator().smoothed(0);
      int place = List.of(Arrays.stream(observed).boxed().toArray(Integer[]::new)).indexOf(channel);
      for (int t = 0; t < expected.length(); t += 7) {
        double size = Math.abs(expected.observation().mean().at(t, 0));
        assertEquals(
            expected.observation().mean().at(t, 0),
            actual.observation().mean().at(t, place),
            1e-6 * (1 + size));
      }
    }
    assertEquals(sum, joint.trainer().curve().getLast().elbo(), 1e-6);
    Estimate smoothed = joint.estimator().smoothed(0);
    assertEquals(2 * observed.length, smoothed.latentNames().size());
    assertTrue(smoothed.latentName(0).startsWith("trend of "), smoothed.latentName(0));
  }

  private static SeriesSet only(SeriesSet set, int channel) {
    List<Series> series =
        set.series().stream()
            .map(
                s ->
                    new Series(
                        s.name(),
                        s.times(),
                        Arrays.stream(s.channel(channel))
                            .mapToObj(v -> new double[] {v})
                            .toArray(double[][]::new)))
            .toList();
    return new SeriesSet(
        set.name(), List.of(set.channels().get(channel)), set.time(), series, set.split());
  }

  private static void assertRefused(Experiment experiment, String why) {
    Exception e = assertThrows(IllegalArgumentException.class, () -> Run.of(experiment));
    assertTrue(String.valueOf(e.getMessage()).contains(why), String.valueOf(e.getMessage()));
  }

  /**
   * Where the truth is linear and Gaussian, a deep model cannot know more than the exact filter.
   */
  @Test
  void theElboOfADeepModelStaysBelowTheExactFilterOfLinearData() {
    SeriesSet set = slowlyMoving(1500);
    Recipe recipe = Recipe.of(set).with("latentSize", 1);
    Experiment deep =
        recipe
            .with("hiddenUnits", 16)
            .with("epochs", 60)
            .with("learningRate", 0.01)
            .experiment(set);
    Curve curve = fitted(deep).trainer().curve();
    CurvePoint elbo = curve.getLast();
    Run linear = fitted(recipe.with("kind", "linear").with("epochs", 60).experiment(set));
    double exact = linear.trainer().curve().getLast().elbo();
    assertTrue(elbo.elbo() < exact, elbo.elbo() + " " + exact);
    assertTrue(elbo.elbo() > exact - 0.3, elbo.elbo() + " " + exact);
    ExactComparison beside = ExactComparison.of(deep);
    assertTrue(beside.why(curve).contains("Linear, exact log p"), beside.why(curve));
    List<Estimate> shown = beside.estimates(0, 30, 10);
    assertEquals(30, shown.get(0).length());
    assertEquals(10, shown.get(1).length());
    assertEquals("exact", shown.get(0).method());
  }

  /** An autoregression seen with noise. */
  private static SeriesSet slowlyMoving(int steps) {
    Randomness random = Randomness.of(7);
    double[][] rows = new double[steps][1];
    double[] times = new double[steps];
    double z = 0;
    for (int t = 0; t < steps; t++) {
      z = 0.95 * z + 0.3 * random.normal();
      rows[t][0] = z + 0.5 * random.normal();
      times[t] = t;
    }
    SeriesSet like = sample("01_nile");
    return new SeriesSet(
        "slow",
        like.channels(),
        like.time(),
        List.of(new Series("slow", times, rows)),
        Split.BY_TIME);
  }
}
