package undercurrent.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import undercurrent.BesideOthers;
import undercurrent.inference.Estimate;
import undercurrent.inference.ExactEstimator;
import undercurrent.inference.Findings;
import undercurrent.math.Randomness;
import undercurrent.model.continuous.NamedProcess;
import undercurrent.model.exact.ExactForm;
import undercurrent.model.exact.ExactModel;
import undercurrent.model.exact.ExactPlan;
import undercurrent.model.exact.TransformKind;
import undercurrent.model.linear.Emitted;
import undercurrent.model.linear.FilterResult;
import undercurrent.model.linear.KalmanFilter;
import undercurrent.model.linear.KalmanSmoother;
import undercurrent.model.linear.Moments;
import undercurrent.model.linear.Observations;
import undercurrent.model.structural.LocalLevel;
import undercurrent.model.structural.LocalLinearTrend;
import undercurrent.model.structural.StructuralModel;
import undercurrent.series.Channel;
import undercurrent.series.Dataset;
import undercurrent.series.Sequence;
import undercurrent.series.Series;
import undercurrent.series.SeriesSet;
import undercurrent.series.Split;
import undercurrent.series.TimeAxis;

/** Channels that share no state: each is asked alone, and together they say what the whole says. */
@BesideOthers
final class ManyChannelsTest {
  private static SeriesSet set(int channels, int rows, double uneven) {
    Randomness random = Randomness.of(5);
    double[] times = new double[rows];
    double[][] values = new double[rows][channels];
    List<Channel> named = new ArrayList<>();
    for (int d = 0; d < channels; d++) {
      named.add(new Channel("x" + d, "", Channel.Kind.REAL, Channel.Role.OBSERVED));
      double level = 0;
      for (int t = 0; t < rows; t++) {
        times[t] = t + uneven * Math.sin(t);
        level += 0.3 * random.normal();
        values[t][d] = t % 17 == d % 17 ? Double.NaN : level + 0.5 * random.normal();
      }
    }
    return new SeriesSet(
        "many",
        named,
        new TimeAxis("t", "s", false, uneven == 0),
        List.of(new Series("many", times, values)),
        Split.BY_TIME);
  }

  private static ExactPlan plan(String kind) {
    ExactForm form =
        switch (kind) {
          case "level" ->
              new ExactForm.Sum((set, rows) -> StructuralModel.of(new LocalLevel()), false);
          case "trend" ->
              new ExactForm.Sum((set, rows) -> StructuralModel.of(new LocalLinearTrend()), true);
          default -> new ExactForm.InContinuousTime(NamedProcess.MATERN32);
        };
    return new ExactPlan(kind, form, TransformKind.NONE);
  }

  /** The oracle is the joint system, with all channels in one state. */
  @ParameterizedTest
  @ValueSource(strings = {"level", "trend", "continuous"})
  void togetherTheySayWhatTheJointSystemSays(String kind) {
    SeriesSet set = set(3, 60, 0.3);
    Dataset data = Dataset.of(set, 0);
    ExactModel model = ExactModel.of(plan(kind), data, 1);
    for (int i = 0; i < 5; i++) model.step();
    Sequence whole = data.whole().getFirst();
    double[][] rows = new double[60][3];
    for (int t = 0; t < 60; t++) {
      for (int d = 0; d < 3; d++) {
        boolean seen = whole.mask()[t * 3 + d] > 0;
        rows[t][d] = seen ? whole.values()[t * 3 + d] : Double.NaN;
      }
    }
    FilterResult joint = KalmanFilter.filter(model.system(0, 60), Observations.of(rows));
    Moments smoothed = Emitted.smoothed(KalmanSmoother.smooth(joint));
    ExactEstimator estimator = new ExactEstimator(model, () -> Findings.NONE);
    Estimate told = estimator.smoothed(0);
    assertEquals(3, model.groups().size());
    double z = (told.observation().upper().at(30, 0) - told.observation().mean().at(30, 0));
    z /= smoothed.standardDeviation(30, 0) * data.preparation().scale(0);
    assertEquals(1.6448536269514722, z, 1e-6);
    for (int t = 0; t < 60; t++) {
      double[][] row = {{smoothed.mean(t, 0), smoothed.mean(t, 1), smoothed.mean(t, 2)}};
      double[] expected = data.preparation().restore(0, t, row, false)[0];
      for (int d = 0; d < 3; d++) {
        assertEquals(expected[d], told.observation().mean().at(t, d), 1e-7);
        double reach = z * smoothed.standardDeviation(t, d) * data.preparation().scale(d);
        assertEquals(expected[d] + reach, told.observation().upper().at(t, d), 1e-6);
      }
    }
    assertEquals(
        joint.logLikelihood().value(),
        FilterResult.logLikelihood(model.filters(0, 60, 0)).value(),
        1e-7);
  }

  @ParameterizedTest
  @ValueSource(strings = {"level", "trend", "continuous"})
  void threeHundredChannelsTakeSeconds(String kind) {
    SeriesSet set = set(300, 100, 0);
    assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () -> {
          Experiment start = Recipe.of(set).with("kind", kind).with("epochs", 2).experiment(set);
          Run run = Run.of(start);
          for (int i = 0; i < 2; i++) run.trainer().step();
          Trained trained = run.finish();
          assertTrue(trained.scores().list().size() >= 300);
          assertEquals(300, trained.diagnosis().orElseThrow().residuals().size());
          assertEquals(300, trained.answers().getFirst().smoothed().observation().mean().columns());
        });
  }

  @Test
  void theStateOfEachChannelIsNamedAfterIt() {
    SeriesSet set = set(3, 60, 0.3);
    Experiment start = Recipe.of(set).with("kind", "level").experiment(set);
    Run run = Run.of(start);
    run.trainer().step();
    Estimate told = run.estimator().smoothed(0);
    assertEquals(List.of("level of x0", "level of x1", "level of x2"), told.latentNames());
    assertEquals(3, told.latent().mean().columns());
  }
}
