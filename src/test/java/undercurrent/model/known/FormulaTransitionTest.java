package undercurrent.model.known;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import undercurrent.model.formula.Formula;
import undercurrent.model.gaussian.ConditionalGaussian;
import undercurrent.model.gaussian.Gaussian;
import undercurrent.model.gaussian.Matrix;
import undercurrent.model.nonlinear.NonlinearModel;

/** Transitions of typed equations over a gap, by solutions that are known and by differences. */
final class FormulaTransitionTest {
  private static NonlinearModel model(String text, Solver solver, double interval) {
    Formula formula = Formula.of(text);
    int n = formula.size();
    double[] variances = new double[n];
    java.util.Arrays.fill(variances, 1);
    int[] columns = new int[formula.inputs().size()];
    FormulaEquations equations =
        new FormulaEquations(
            formula,
            formula.startValues(),
            Gaussian.of(new double[n], Matrix.diagonal(variances)),
            columns,
            solver,
            interval);
    return equations.at(new double[] {2, 2.7}, new double[][] {{5}, {3}}, 0.5, 0.1);
  }

  /** dx/dt = t u from t = 2 to 2.7, with the input of the row that it leads to. */
  @Test
  void timeAndInputsAreThoseOfTheGap() {
    ConditionalGaussian moved =
        model("dx/dt = t*u; y = x*u + t", Solver.RUNGE_KUTTA, 0.1).transition(1);
    double grown = 3 * (2.7 * 2.7 - 2 * 2) / 2;
    assertEquals(1.5 + grown, moved.mean(new double[] {1.5})[0], 1e-12);
    double[] two = new double[2];
    moved.means(new double[] {1.5, -1}, 2, two);
    assertArrayEquals(new double[] {1.5 + grown, -1 + grown}, two, 1e-12);
    ConditionalGaussian seen = model("dx/dt = t*u; y = x*u + t", Solver.EULER, 1).emission(1);
    assertEquals(1.5 * 3 + 2.7, seen.mean(new double[] {1.5})[0], 1e-12);
    ConditionalGaussian step = model("x' = t*u + x; y = x", Solver.EULER, 1).transition(1);
    assertEquals(2.7 * 3 + 1.5, step.mean(new double[] {1.5})[0], 1e-12, "of the row it leads to");
  }

  @ParameterizedTest
  @EnumSource(Solver.class)
  void jacobiansAreThoseOfCentralDifferences(Solver solver) {
    String text = "dx/dt = v*cos(t) + u*x; dv/dt = -sin(x)*t + x*v; y1 = x*v + t; y2 = u*x^2";
    NonlinearModel model = model(text, solver, 0.05);
    for (ConditionalGaussian arrow :
        new ConditionalGaussian[] {
          model.transition(1),
          model.emission(1),
          model("x' = v*t; v' = x*v*u; y = x", solver, 1).transition(1)
        }) {
      double[] z = {0.3, -0.2};
      Matrix jacobian = arrow.jacobian(z);
      double h = 1e-6;
      for (int j = 0; j < 2; j++) {
        double[] up = z.clone();
        double[] down = z.clone();
        up[j] += h;
        down[j] -= h;
        double[] slope = arrow.difference(arrow.mean(up), arrow.mean(down));
        for (int i = 0; i < slope.length; i++) slope[i] /= 2 * h;
        assertArrayEquals(slope, jacobian.column(j), 1e-6);
      }
    }
  }

  /** Of a position whose acceleration is pushed, the covariance of the textbooks. */
  @Test
  void noiseReachesStatesThroughTheirEquations() {
    ConditionalGaussian moved =
        model("dp/dt = v; dv/dt = a; da/dt = -a + 2*noise; y = p", Solver.RUNGE_KUTTA, 0.1)
            .transition(1);
    double h = 2.7 - 2;
    double q = 0.5 * 0.5 * 2 * 2;
    double[][] expected = {
      {Math.pow(h, 5) / 20, Math.pow(h, 4) / 8, Math.pow(h, 3) / 6},
      {Math.pow(h, 4) / 8, Math.pow(h, 3) / 3, h * h / 2},
      {Math.pow(h, 3) / 6, h * h / 2, h}
    };
    assertTrue(moved.hasConstantNoise());
    Matrix found = moved.noise(new double[] {9, 9, 9}).matrix();
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) assertEquals(q * expected[i][j], found.at(i, j), 1e-12);
    }
    ConditionalGaussian bent =
        model("dp/dt = v^2; dv/dt = noise; y = p", Solver.RUNGE_KUTTA, 0.1).transition(1);
    assertFalse(bent.hasConstantNoise());
    // The slope of v² is 2 v.
    assertEquals(
        0.25 * 36 * h * h * h / 3, bent.noise(new double[] {0, 3}).matrix().at(0, 0), 1e-12);
  }
}
