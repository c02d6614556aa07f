package undercurrent.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static undercurrent.experiment.KnownRuns.fitted;
import static undercurrent.experiment.KnownRuns.nile;
import static undercurrent.experiment.KnownRuns.with;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import undercurrent.inference.Band;
import undercurrent.inference.Degeneracy;
import undercurrent.inference.Estimate;
import undercurrent.inference.Estimator;
import undercurrent.inference.Score;
import undercurrent.model.linear.Emitted;
import undercurrent.model.linear.FilterResult;
import undercurrent.model.linear.KalmanFilter;
import undercurrent.model.linear.KalmanSmoother;
import undercurrent.model.linear.LinearSystem;
import undercurrent.model.linear.Moments;
import undercurrent.model.linear.Observations;
import undercurrent.series.Generator;
import undercurrent.series.LaserRadarTarget;
import undercurrent.series.Lorenz63;
import undercurrent.series.NoisyPendulum;
import undercurrent.series.Part;
import undercurrent.series.Series;
import undercurrent.series.SeriesSet;
import undercurrent.series.Split;
import undercurrent.series.UnivariateGrowth;
import undercurrent.series.VanDerPol;
import undercurrent.training.Bound;

class KnownKindTest {
  private static final double NORMAL_95 = 1.6448536269514722;
  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @ValueSource(strings = {"ekf", "ukf", "cubature"})
  void aLinearModelHasTheAnswersOfKalman(String filter) {
    Run run = fitted(nile(filter));
    assertEquals(1, run.trainer().epoch(), "nothing is left to learn");
    double scale = run.dataset().preparation().scale(0);
    double sum = 100 * run.trainer().curve().getLast().elbo() - 100 * Math.log(scale);
    assertEquals(-639.3007238142, sum, 1e-8);

    LinearSystem level =
        LinearSystem.of(
                new double[][] {{1}},
                new double[][] {{1469.1}},
                new double[][] {{1}},
                new double[][] {{15099}})
            .startingAt(new double[] {1000}, new double[][] {{1e5}});
    double[] flow = run.dataset().source().series().getFirst().channel(0);
    Observations seen = Observations.ofChannel(flow);
    FilterResult exact = KalmanFilter.filter(level, seen);
    Estimator estimator = run.estimator();
    assertSame(Emitted.observations(level, seen, exact.filtered(), 0), 0, estimator.filtered(0));
    assertSame(Emitted.predicted(exact), 0, estimator.predicted(0));
    assertSame(Emitted.smoothed(KalmanSmoother.smooth(exact)), 0, estimator.smoothed(0));
    double[] unseen = Arrays.copyOf(flow, 110);
    Arrays.fill(unseen, 80, 110, Double.NaN);
    FilterResult ahead = KalmanFilter.filter(level, Observations.ofChannel(unseen));
    assertSame(Emitted.predicted(ahead), 80, estimator.forecast(0, 80, 30));
  }

  private static void assertSame(Moments exact, int from, Estimate found) {
    Band band = found.observation();
    for (int i = 0; i < found.length(); i++) {
      double mean = exact.mean(from + i, 0);
      double reach = NORMAL_95 * exact.standardDeviation(from + i, 0);
      assertEquals(mean, band.mean().at(i, 0), 1e-7);
      assertEquals(mean - reach, band.lower().at(i, 0), 1e-4);
      assertEquals(mean + reach, band.upper().at(i, 0), 1e-4);
    }
  }

  /** Of one set of draws after another; the exact value lies within a few of them. */
  @ParameterizedTest
  @ValueSource(strings = {"bootstrap", "guided", "ensemble"})
  void aLikelihoodByDrawsHasTheStandardErrorThatItsSeedsShow(String filter) {
    Experiment of = nile(filter);
    Recipe recipe = new Recipe(of.model(), of.training()).with("particles", 60);
    int seeds = 12;
    double[] values = new double[seeds];
    double squared = 0;
    for (int s = 0; s < seeds; s++) {
      Trained trained =
          Trained.of(fitted(recipe.with("seed", s + 1).experiment(of.data())).experiment());
      Bound bound = trained.measured(Part.TRAINING);
      values[s] = bound.value();
      squared += bound.standardError() * bound.standardError() / seeds;
      assertTrue(Double.isNaN(trained.measured(Part.TEST).standardError()));
      double variance = trained.estimator().logLikelihoodVariance(0, 100);
      assertEquals(bound.standardError(), Math.sqrt(variance) / 100, 1e-12);
    }
    double mean = Arrays.stream(values).average().orElseThrow();
    double spread =
        Math.sqrt(Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / (seeds - 1));
    assertEquals(spread, Math.sqrt(squared), 0.6 * spread, filter);
    Bound exact = Trained.of(fitted(nile("ekf")).experiment()).measured(Part.TRAINING);
    assertEquals(exact.value(), mean, 4 * spread, filter);
    assertTrue(Double.isNaN(exact.standardError()), "nothing is drawn");
  }

  @ParameterizedTest
  @CsvSource({"bootstrap, 4", "guided, 4", "ensemble, 4"})
  void cloudsComeNearKalman(String filter, double standardErrors) {
    SeriesSet set = nile(filter).data();
    Recipe recipe = new Recipe(nile(filter).model(), nile(filter).training());
    Estimator cloud = fitted(recipe.with("particles", 4000).experiment(set)).estimator();
    Estimator exact = fitted(nile("ekf")).estimator();
    // The state's deviation is at most 120, of which 4,000 points know 1/60, and 200 paths 1/14.
    double near = standardErrors * 120 / Math.sqrt(4000) + 4;
    for (int kind = 0; kind < 3; kind++) {
      double[][] expected = asked(exact, kind).observation().mean().all();
      double[][] found = asked(cloud, kind).observation().mean().all();
      double limit = kind == 2 ? 45 : near;
      for (int t = 0; t < 100; t++) {
        // The start is as wide as 316.
        assertEquals(expected[t][0], found[t][0], t == 0 ? 30 : limit, kind + " at " + t);
      }
    }
  }

  private static Estimate asked(Estimator estimator, int kind) {
    if (kind == 0) return estimator.filtered(0);
    return kind == 1 ? estimator.predicted(0) : estimator.smoothed(0);
  }

  /** Maximum likelihood under a diffuse start has the variances 15,098.5 and 1,469.1. */
  @Test
  void noiseIsLearnedByMaximumLikelihood() {
    Experiment known = nile("ekf");
    Recipe recipe = new Recipe(known.model(), known.training());
    Experiment unknown =
        recipe.with("motionNoise", 0).with("observationNoise", 0).experiment(known.data());
    Run run = fitted(unknown);
    double[] learned = run.experiment().checkpoint().orElseThrow().state();
    // The start is not diffuse, and deviations are found to half a per cent.
    assertEquals(1469.1, Math.exp(2 * learned[0]), 0.03 * 1469.1);
    assertEquals(15098.5, Math.exp(2 * learned[1]), 0.02 * 15098.5);
    var curve = run.trainer().curve();
    for (int i = 1; i < curve.size(); i++) {
      assertTrue(curve.get(i).elbo() >= curve.get(i - 1).elbo(), "iteration " + i);
    }
    assertEquals(fitted(known).trainer().curve().getLast().elbo(), curve.getLast().elbo(), 1e-5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ukf", "bootstrap"})
  void aSavedSearchGoesOnAsIfItHadNeverBeenSaved(String filter) {
    SeriesSet set = new UnivariateGrowth(60).generate(2);
    Experiment fresh =
        with(set, "kind=growth", "filter=" + filter, "particles=60", "epochs=5").experiment(set);
    Run half = Run.of(fresh);
    for (int i = 0; i < 3; i++) half.trainer().step();
    Path file = folder.resolve("known.undercurrent");
    ExperimentFile.save(half.experiment(), file);
    Experiment opened = ExperimentFile.open(file);
    assertEquals(fresh.model(), opened.model());
    Run resumed = fitted(opened);
    Run straight = fitted(fresh);
    assertEquals(5, resumed.trainer().curve().size());
    for (int i = 0; i < 5; i++) {
      double expected = straight.trainer().curve().get(i).elbo();
      assertEquals(expected, resumed.trainer().curve().get(i).elbo(), 0.0);
    }
    Estimate expected = straight.estimator().smoothed(0);
    Estimate found = Trained.of(resumed.experiment()).estimator().smoothed(0);
    assertArrayEquals(expected.observation().upper().all(), found.observation().upper().all());
    assertArrayEquals(expected.latent().mean().all(), found.latent().mean().all());
  }

  /** Data of the model itself, with the noise that made them. */
  @ParameterizedTest
  @CsvSource({
    "pendulum, ukf, 1, 0.3",
    "pendulum, guided, 1, 0.3",
    "van-der-pol, ekf, 0.03, 0.2",
    "lorenz, ekf, 0.2, 1",
    "lorenz, ensemble, 0.2, 1",
    "growth, bootstrap, 3.1623, 1"
  })
  void bandsCoverTheirLevelWhereTheModelIsTheTruth(
      String kind, String filter, String motion, String observation) {
    Generator generator =
        switch (kind) {
          case "pendulum" -> new NoisyPendulum(300);
          case "van-der-pol" -> new VanDerPol(300);
          case "lorenz" -> new Lorenz63(300);
          default -> new UnivariateGrowth(300);
        };
    SeriesSet set = generator.generate(3);
    Experiment experiment =
        with(
                set,
                "kind=" + kind,
                "filter=" + filter,
                "particles=1000",
                "motionNoise=" + motion,
                "observationNoise=" + observation)
            .experiment(set);
    Estimate predicted = fitted(experiment).estimator().predicted(0);
    double[][] values = set.series().getFirst().values();
    int[] channels = set.observedChannels();
    int inside = 0;
    int count = 0;
    int[] fifths = new int[5];
    for (int t = 1; t < 300; t++) {
      for (int d = 0; d < channels.length; d++) {
        double x = values[t][channels[d]];
        boolean above = x >= predicted.observation().lower().at(t, d);
        if (above && x <= predicted.observation().upper().at(t, d)) inside++;
        fifths[(int) (5 * predicted.pit().at(t, d))]++;
        count++;
      }
    }
    // nine in ten, with a standard error of at most 0.017
    assertEquals(0.9, inside / (double) count, 0.06);
    // a fifth in each, with a standard error of at most 0.023
    for (int fifth : fifths) assertEquals(0.2, fifth / (double) count, 0.07);
  }

  @Test
  void aTargetIsFollowedBelowTheNoiseOfItsSensors() {
    SeriesSet set = new LaserRadarTarget(200).generate(1);
    Experiment experiment = with(set, "motionNoise=1.5", "observationNoise=1").experiment(set);
    Run run = fitted(experiment);
    Estimate filtered = run.estimator().filtered(0);
    Estimate smoothed = run.estimator().smoothed(0);
    assertEquals(List.of("px", "py", "vx", "vy"), smoothed.latentNames());
    double[][] truth = set.series().getFirst().values();
    double error = 0;
    double back = 0;
    for (int t = 20; t < 200; t++) {
      for (int i = 0; i < 2; i++) {
        error += Math.pow(filtered.latent().mean().at(t, i) - truth[t][i], 2) / 360;
        back += Math.pow(smoothed.latent().mean().at(t, i) - truth[t][i], 2) / 360;
      }
    }
    assertTrue(Math.sqrt(error) < 0.12, "laser has 0.15, filtered " + Math.sqrt(error));
    assertTrue(back < 0.6 * error, "smoothed " + Math.sqrt(back));
  }

  @Test
  void unevenTimesAreTakenAsTheyAre() {
    SeriesSet full = new NoisyPendulum(400).generate(4);
    Series series = full.series().getFirst();
    List<Double> times = new ArrayList<>();
    List<double[]> rows = new ArrayList<>();
    for (int t = 0; t < 400; t++) {
      if (t % 5 == 1 || t % 7 == 2) continue;
      times.add(series.times()[t]);
      rows.add(series.values()[t]);
    }
    Series some =
        new Series(
            "some", times.stream().mapToDouble(x -> x).toArray(), rows.toArray(double[][]::new));
    SeriesSet uneven =
        new SeriesSet("uneven", full.channels(), full.time(), List.of(some), Split.BY_TIME);
    String[] known = {"kind=pendulum", "motionNoise=1", "observationNoise=0.3"};
    double all = angleError(fitted(with(full, known).experiment(full)));
    double fewer = angleError(fitted(with(uneven, known).experiment(uneven)));
    assertTrue(fewer < 1.3 * all, fewer + " beside " + all);
  }

  private static double angleError(Run run) {
    double[][] truth = run.dataset().source().series().getFirst().values();
    double[][] mean = run.estimator().smoothed(0).latent().mean().all();
    double square = 0;
    for (int t = 0; t < truth.length; t++) square += Math.pow(mean[t][0] - truth[t][0], 2);
    return Math.sqrt(square / truth.length);
  }

  @Test
  void onlyParticlesDegenerate() {
    assertTrue(fitted(nile("ukf")).estimator().degeneracy(0).isEmpty());
    assertTrue(fitted(nile("ensemble")).estimator().degeneracy(0).isEmpty());
    Degeneracy found = fitted(nile("bootstrap")).estimator().degeneracy(0).orElseThrow();
    assertEquals(300, found.particles());
    assertEquals(300, found.survivors()[99]);
    assertTrue(found.survivors()[0] < 30);
    for (int t = 1; t < 100; t++) {
      assertEquals(found.effective()[t - 1] < 150, found.resampled()[t], "row " + t);
    }
  }

  @Test
  void aForecastKnowsNothingOfWhatItCovers() {
    SeriesSet set = new UnivariateGrowth(80).generate(5);
    Recipe recipe = with(set, "motionNoise=3.2", "observationNoise=1", "particles=100");
    Estimate before = fitted(recipe.experiment(set)).estimator().forecast(0, 40, 20);
    double[][] changed =
        Arrays.stream(set.series().getFirst().values())
            .map(double[]::clone)
            .toArray(double[][]::new);
    for (int t = 40; t < 80; t++) changed[t][1] += 50;
    SeriesSet other =
        new SeriesSet(
            set.name(),
            set.channels(),
            set.time(),
            List.of(new Series("x", set.series().getFirst().times(), changed)),
            set.split());
    Estimate after = fitted(recipe.experiment(other)).estimator().forecast(0, 40, 20);
    assertArrayEquals(before.observation().mean().all(), after.observation().mean().all());
    assertArrayEquals(before.latent().upper().all(), after.latent().upper().all());
  }

  @Test
  void scoresAreThoseOfTheTestPart() {
    SeriesSet set = new VanDerPol(200).generate(1);
    Experiment experiment =
        with(set, "kind=van-der-pol", "motionNoise=0.05", "observationNoise=0.2").experiment(set);
    List<Score> scores = Trained.of(fitted(experiment).experiment()).scores().list();
    Score forecast =
        scores.stream().filter(s -> s.name().equals("forecast")).findFirst().orElseThrow();
    // What is left is the noise of the observation.
    assertEquals(0.2, forecast.rmse(), 0.06);
    assertTrue(scores.stream().anyMatch(s -> s.name().equals("forecast: persistence")));
  }
}
