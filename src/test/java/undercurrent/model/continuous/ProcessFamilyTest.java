package undercurrent.model.continuous;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import undercurrent.math.Randomness;
import undercurrent.model.linear.Learner;
import undercurrent.model.linear.LinearSystem;
import undercurrent.model.linear.MaximumLikelihood;
import undercurrent.model.linear.Observations;
import undercurrent.model.linear.Parameter;
import undercurrent.model.linear.Simulation;
import undercurrent.model.linear.Varying;

/** Maximum likelihood at irregular times, checked on the whole matrix. */
final class ProcessFamilyTest {
  private static final double LENGTHSCALE = 2;
  private static final double VARIANCE = 1.5;
  private static final double NOISE = 0.1;

  /** Times with gaps of a thousandth to some lengthscales. */
  private static double[] times(int count, Randomness random) {
    double[] times = new double[count];
    for (int t = 1; t < count; t++) times[t] = times[t - 1] + Math.exp(1.3 * random.normal() - 1.5);
    return times;
  }

  private static NamedProcess process(Kernel kernel) {
    return NamedProcess.valueOf(kernel.name().replace("_", ""));
  }

  private record Drawn(List<RowTimes> times, List<Observations> series) {}

  private static Drawn draw(Kernel kernel, int count, int rows) {
    List<RowTimes> times = new ArrayList<>();
    List<Observations> series = new ArrayList<>();
    for (int s = 0; s < count; s++) {
      Randomness random = Randomness.of(40 + kernel.latentSize()).at(s);
      RowTimes at = RowTimes.of(times(rows + s, random));
      LinearSystem truth =
          kernel.system(LENGTHSCALE, VARIANCE).at(at, kernel.emission(), new double[][] {{NOISE}});
      times.add(at);
      series.add(
          Simulation.of(truth, Observations.ofChannel(new double[at.count()]), random)
              .observations());
    }
    return new Drawn(times, series);
  }

  private static double dense(Kernel kernel, Drawn drawn, double[] natural) {
    double sum = 0;
    for (int s = 0; s < drawn.series().size(); s++) {
      Observations seen = drawn.series().get(s);
      double[] times = new double[seen.steps()];
      double[] y = new double[seen.steps()];
      double[] r = new double[seen.steps()];
      for (int t = 0; t < times.length; t++) {
        times[t] = drawn.times().get(s).at(t);
        y[t] = seen.value(t, 0);
      }
      Arrays.fill(r, natural[2]);
      sum += new GaussianProcess(kernel, natural[0], natural[1], times, y, r).logLikelihood();
    }
    return sum;
  }

  @ParameterizedTest
  @EnumSource
  void theMaximumIsThatOfTheWholeMatrixAndNearTheTruth(Kernel kernel) {
    Drawn drawn = draw(kernel, 3, 150);
    ProcessFamily family = ProcessFamily.of(process(kernel), drawn.times());
    MaximumLikelihood search = new MaximumLikelihood(family, drawn.series(), family.theta(1, 1, 1));
    for (int i = 0; i < 200 && search.status() == Learner.Status.READY; i++) search.step();
    assertEquals(Learner.Status.CONVERGED, search.status());
    double[] best = family.natural(search.theta());
    double most = dense(kernel, drawn, best);
    assertEquals(most, search.logLikelihood().value(), 1e-8);
    // the oracle is flat there in every direction
    for (int i = 0; i < 3; i++) {
      double[] up = best.clone();
      double[] down = best.clone();
      up[i] *= 1.001;
      down[i] /= 1.001;
      double slope = (dense(kernel, drawn, up) - dense(kernel, drawn, down)) / 2e-3;
      assertEquals(0, slope, 1e-3, family.names().get(i));
      assertTrue(dense(kernel, drawn, up) < most && dense(kernel, drawn, down) < most);
    }
    List<Parameter> found = search.parameters();
    double[] truth = {LENGTHSCALE, VARIANCE, NOISE};
    for (int i = 0; i < 3; i++) {
      Parameter one = found.get(i);
      assertEquals(family.names().get(i), one.name());
      assertTrue(one.standardError() > 0 && one.standardError() < truth[i]);
      assertEquals(truth[i], one.value(), 3 * one.standardError(), one.name());
    }
  }

  @Test
  void rowsMayKnowTheirNoise() {
    Drawn drawn = draw(Kernel.MATERN_32, 1, 200);
    Observations seen =
        drawn.series().getFirst().withNoise(Varying.constant(new double[][] {{NOISE}}));
    ProcessFamily family = ProcessFamily.withOwnNoise(NamedProcess.MATERN32, drawn.times());
    MaximumLikelihood search = new MaximumLikelihood(family, List.of(seen), family.theta(1, 1));
    while (search.status() == Learner.Status.READY) search.step();
    double[] best = family.natural(search.theta());
    assertEquals(2, best.length);
    double most = dense(Kernel.MATERN_32, drawn, new double[] {best[0], best[1], NOISE});
    assertEquals(most, search.logLikelihood().value(), 1e-8);
    for (int i = 0; i < 2; i++) {
      for (double factor : new double[] {0.99, 1.01}) {
        double[] beside = {best[0], best[1], NOISE};
        beside[i] *= factor;
        assertTrue(dense(Kernel.MATERN_32, drawn, beside) < most);
      }
    }
  }

  @Test
  void whatDoesNotFitIsSaid() {
    ProcessFamily family = ProcessFamily.of(NamedProcess.MATERN12, List.of(RowTimes.of(0, 1)));
    assertEquals(
        "There are 2 values and 3 parameters (lengthscale, variance, measurement noise).",
        assertThrows(IllegalArgumentException.class, () -> family.theta(1, 2)).getMessage());
    assertEquals(
        "The value of lengthscale is 0.0; it must be a number above 0.",
        assertThrows(IllegalArgumentException.class, () -> family.theta(0, 2, 1)).getMessage());
  }
}
