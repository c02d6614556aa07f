package undercurrent.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import undercurrent.inference.Estimate;
import undercurrent.inference.Findings;
import undercurrent.inference.Scores;
import undercurrent.model.optimized.FilterErrors;
import undercurrent.series.Channel;
import undercurrent.series.LidarTargets;
import undercurrent.series.Samples;
import undercurrent.series.Series;
import undercurrent.series.SeriesSet;
import undercurrent.series.Split;
import undercurrent.training.Criterion;
import undercurrent.training.Training;

class OptimizedKindTest {
  @TempDir private Path folder = Path.of("");

  private static final SeriesSet LIDAR = named(new LidarTargets(40).generate(4));

  /** With names that say which truth stands behind what is seen. */
  private static SeriesSet named(SeriesSet set) {
    List<String> names = List.of("x", "y", "vx", "vy", "x_obs", "y_obs");
    List<Channel> channels =
        names.stream()
            .map(
                n ->
                    new Channel(
                        n, "m", Channel.Kind.REAL, set.channels().get(names.indexOf(n)).role()))
            .toList();
    return new SeriesSet(set.name(), channels, set.time(), set.series(), set.split());
  }

  private static Experiment experiment(SeriesSet set, int epochs) {
    return Recipe.of(set).with("kind", "okf").with("epochs", epochs).experiment(set);
  }

  private static Run fitted(Experiment experiment) {
    Run run = Run.of(experiment);
    while (run.trainer().status() == Training.Status.READY) run.trainer().step();
    return run;
  }

  /** The Kalman filter of the estimator, in other units, makes the errors of the library. */
  @Test
  void estimatesHaveTheErrorsThatTheLibraryCounts() {
    Trained trained = Trained.of(fitted(experiment(LIDAR, 10)).experiment());
    FilterErrors errors =
        trained.estimator().findings().filters().orElseThrow().filters().getLast().errors();
    List<Scores.Rows> tested = Scores.rows(trained.dataset());
    assertEquals(tested.size(), errors.bySeries().length);
    for (int i = 0; i < tested.size(); i++) {
      int series = tested.get(i).series();
      Estimate filtered = trained.estimator().filtered(series);
      double[][] truth = LIDAR.series().get(series).values();
      double sum = 0;
      for (int t = 1; t < truth.length; t++) {
        for (int d = 0; d < 2; d++) {
          sum += Math.pow(filtered.latent().mean().at(t, d) - truth[t][d], 2);
        }
      }
      double expected = errors.bySeries()[i];
      assertEquals(expected, sum / (truth.length - 1), 1e-8 * expected);
    }
    assertEquals(-errors.overall(), trained.criterion(undercurrent.series.Part.TEST), 1e-9);
  }

  /** The first row makes the start; what it makes, it cannot have been foretold. */
  @Test
  void nothingIsPredictedOfTheFirstRow() {
    Estimate predicted = fitted(experiment(LIDAR, 1)).estimator().predicted(0);
    assertTrue(Double.isNaN(predicted.observation().mean().at(0, 0)));
    assertTrue(Double.isFinite(predicted.observation().mean().at(1, 0)));
  }

  @Test
  void theCurveIsAnErrorThatTrainingLowers() {
    Training training = fitted(experiment(LIDAR, 30)).trainer();
    assertEquals(Criterion.SQUARED_ERROR, training.curve().criterion());
    assertTrue(training.curve().getLast().elbo() > training.curve().getFirst().elbo());
  }

  @Test
  void aSavedFitGoesOnAsIfItHadNeverBeenSaved() {
    Experiment fresh = experiment(LIDAR, 12);
    Run half = Run.of(fresh);
    for (int i = 0; i < 5; i++) half.trainer().step();
    Path file = folder.resolve("lidar.undercurrent");
    ExperimentFile.save(half.experiment(), file);
    Run resumed = fitted(ExperimentFile.open(file));
    Run straight = fitted(fresh);
    assertEquals(12, resumed.trainer().curve().size());
    assertEquals(Criterion.SQUARED_ERROR, resumed.trainer().curve().criterion());
    assertArrayEquals(
        straight.estimator().smoothed(3).latent().upper().all(),
        resumed.estimator().smoothed(3).latent().upper().all());
  }

  @Test
  void otherSeriesNeedNoTruth() {
    Experiment trained = fitted(experiment(LIDAR, 5)).experiment();
    Series some = LIDAR.series().get(7);
    double[][] seen =
        Arrays.stream(some.values())
            .map(row -> Arrays.copyOfRange(row, 4, 6))
            .toArray(double[][]::new);
    SeriesSet other =
        new SeriesSet(
            "other",
            LIDAR.channels().subList(4, 6),
            LIDAR.time(),
            List.of(new Series("one", some.times(), seen)),
            Split.BY_TIME);
    Trained asked = Trained.of(trained, other);
    assertTrue(asked.estimator().findings().filters().isEmpty());
    assertArrayEquals(
        Trained.of(trained).estimator().filtered(7).latent().mean().row(20),
        asked.estimator().filtered(0).latent().mean().row(20),
        1e-6);
  }

  /** An oscillator of one long series: zₜ₊₁ = (1, 0.1; -0.001, 0.999) zₜ with hardly any noise. */
  @Test
  void theMotionIsFoundByRegression() {
    SeriesSet set = Samples.find("lesson-oscillator").orElseThrow().open();
    Experiment experiment =
        Recipe.of(set)
            .with("kind", "okf")
            .with("motion", "regression")
            .with("epochs", 5)
            .experiment(set);
    Run run = fitted(experiment);
    Findings findings = run.estimator().findings();
    assertEquals(List.of("position", "velocity"), findings.matrices().getFirst().getFirst().rows());
    // The noise is estimated beside F: it is that of the generator, 1e-8.
    assertEquals(1e-8, findings.matrices().getFirst().getFirst().values()[1][1] - 1e-6, 2e-9);
    assertEquals(0.01, findings.matrices().getLast().getFirst().values()[0][0], 1e-3);
  }

  @Test
  void whatDoesNotFitIsSaid() {
    assertRefused("nile", "has no true states, on whose error an OKF is trained");
    assertRefused("lesson-pendulum", "set 'motion' to REGRESSION");
    assertRefused("lesson-nile", "lacks a true state or an observation");
    assertRefused("storms", "is a track");
    double[][] holed =
        Arrays.stream(LIDAR.series().get(2).values()).map(double[]::clone).toArray(double[][]::new);
    holed[0][4] = Double.NaN;
    List<Series> some = new ArrayList<>(LIDAR.series());
    some.set(2, new Series("target 3", LIDAR.series().get(2).times(), holed));
    SeriesSet broken = new SeriesSet("holed", LIDAR.channels(), LIDAR.time(), some, LIDAR.split());
    Exception start =
        assertThrows(IllegalArgumentException.class, () -> Run.of(experiment(broken, 1)));
    assertEquals(
        "The first row of 'target 3' is not whole, and an OKF starts at it; leave out the rows"
            + " before one that is.",
        start.getMessage());
    SeriesSet unnamed = new LidarTargets(10).generate(1);
    Exception e =
        assertThrows(IllegalArgumentException.class, () -> Run.of(experiment(unnamed, 1)));
    assertEquals(
        "'zx' sees no true state of its own, which an OKF needs; name the column of its truth"
            + " 'zx_true', or set 'kind' to linear.",
        e.getMessage());
  }

  private static void assertRefused(String sample, String why) {
    SeriesSet set = Samples.find(sample).orElseThrow().open();
    Experiment wanted =
        Recipe.of(set)
            .with("kind", "okf")
            .with("motion", sample.equals("lesson-nile") ? "regression" : "constant-velocity")
            .experiment(set);
    Exception e = assertThrows(IllegalArgumentException.class, () -> Run.of(wanted));
    assertTrue(String.valueOf(e.getMessage()).contains(why), String.valueOf(e.getMessage()));
  }
}
