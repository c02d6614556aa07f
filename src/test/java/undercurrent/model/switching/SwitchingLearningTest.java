package undercurrent.model.switching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import undercurrent.math.Randomness;
import undercurrent.model.linear.ExpectationMaximisation;
import undercurrent.model.linear.LinearSystem;
import undercurrent.model.linear.Observations;
import undercurrent.model.linear.SystemPart;

final class SwitchingLearningTest {
  private static final double[][] TRUTH = {{0.98, -0.05}, {0.05, 0.98}};

  private static LinearSystem system(double[][] f, double q, double r) {
    return LinearSystem.of(
            f,
            new double[][] {{q, 0}, {0, q}},
            new double[][] {{1, 0}, {0.5, 1}},
            new double[][] {{r, 0}, {0, r}})
        .startingAt(new double[2], new double[][] {{1, 0}, {0, 1}});
  }

  private static double[][] seen(List<LinearSystem> regimes, int steps, long seed) {
    double stay = regimes.size() == 1 ? 1 : 0.97;
    double[][] transition = new double[regimes.size()][regimes.size()];
    double[] first = new double[regimes.size()];
    for (int k = 0; k < first.length; k++) {
      Arrays.fill(transition[k], 1 - stay);
      transition[k][k] = stay;
      first[k] = 1.0 / first.length;
    }
    SwitchingModel model = SwitchingModel.of(regimes, first, transition);
    return DrawnRegimes.of(model, steps, Randomness.of(seed)).observations();
  }

  /** With one regime every expectation is exact, and each iteration that of the linear system. */
  @Test
  void oneRegimeIsLearnedAsTheLinearSystemIs() {
    List<double[][]> series =
        List.of(
            seen(List.of(system(TRUTH, 0.2, 0.3)), 60, 1),
            seen(List.of(system(TRUTH, 0.2, 0.3)), 40, 2));
    series.get(0)[7] = new double[] {Double.NaN, Double.NaN};
    series.get(1)[3] = new double[] {Double.NaN, Double.NaN};
    LinearSystem start = system(new double[][] {{0.8, 0}, {0, 0.8}}, 0.5, 0.5);
    SwitchingLearning switching =
        new SwitchingLearning(
            SwitchingModel.of(List.of(start), new double[] {1}, new double[][] {{1}}), series);
    Set<SystemPart> free =
        EnumSet.of(
            SystemPart.TRANSITION,
            SystemPart.TRANSITION_OFFSET,
            SystemPart.TRANSITION_NOISE,
            SystemPart.EMISSION,
            SystemPart.EMISSION_OFFSET,
            SystemPart.EMISSION_NOISE,
            SystemPart.INITIAL_MEAN,
            SystemPart.INITIAL_COVARIANCE);
    ExpectationMaximisation linear =
        new ExpectationMaximisation(
            start,
            series.stream().map(Observations::of).toList(),
            free,
            Set.of(SystemPart.EMISSION_NOISE),
            0);
    for (int i = 0; i < 10; i++) {
      double exact = linear.curve().getLast().logLikelihood().value();
      assertEquals(exact, switching.logLikelihood(), 1e-3, "iteration " + i);
      switching.step();
      linear.step();
    }
    LinearSystem found = switching.model().regimes().getFirst().system();
    for (SystemPart part : free) {
      double[] expected = linear.system(0).part(part).at(0);
      double[] actual = found.part(part).at(0);
      for (int i = 0; i < expected.length; i++) assertEquals(expected[i], actual[i], 1e-4);
    }
  }

  @Test
  void eachIterationThatIsTakenGains() {
    List<LinearSystem> truth =
        List.of(system(TRUTH, 0.05, 0.1), system(new double[][] {{-0.9, 0}, {0, -0.9}}, 0.5, 0.1));
    double[][] x = seen(truth, 400, 3);
    List<LinearSystem> start =
        List.of(
            system(new double[][] {{0.7, 0}, {0, 0.7}}, 0.3, 0.3),
            system(new double[][] {{-0.3, 0}, {0, -0.3}}, 0.3, 0.3));
    double[][] even = {{0.9, 0.1}, {0.1, 0.9}};
    SwitchingLearning learning =
        new SwitchingLearning(
            SwitchingModel.of(start, new double[] {0.5, 0.5}, even), List.<double[][]>of(x));
    double first = learning.logLikelihood();
    double before = first;
    for (int i = 0; i < 100 && !learning.isConverged(); i++) {
      learning.step();
      assertTrue(learning.logLikelihood() >= before, "iteration " + i);
      before = learning.logLikelihood();
    }
    SwitchingModel known = SwitchingModel.of(truth, new double[] {0.5, 0.5}, even);
    // What is learned explains its own series at least as well as the truth does.
    assertTrue(before > InteractingFilter.filter(known, x).logLikelihood() - 2, before + "");
    assertTrue(before > first + 100, first + " to " + before);
    assertEquals(0.97, learning.model().transition()[0][0], 0.02);
    assertEquals(0.97, learning.model().transition()[1][1], 0.02);
  }

  @Test
  void tooFewStepsForTheRegimesAreSaid() {
    LinearSystem one = system(TRUTH, 0.2, 0.3);
    Exception e =
        assertThrows(
            IllegalArgumentException.class,
            () -> new RegimeStart(one, List.<double[][]>of(new double[20][2]), 3));
    assertEquals(
        "19 time steps are too few for 3 regimes; set 'regimes' to fewer, or give at least 48.",
        e.getMessage());
  }
}
