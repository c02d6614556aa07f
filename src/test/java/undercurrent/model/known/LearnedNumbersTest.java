package undercurrent.model.known;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import undercurrent.model.formula.Formula;
import undercurrent.model.gaussian.Gaussian;
import undercurrent.model.gaussian.Matrix;

/** Coordinates of a search, and what they stand for. */
final class LearnedNumbersTest {
  private static LearnedNumbers of(double motion, double observation) {
    Formula formula = Formula.of("x' = a*x + b + c; y = x; a ~ 2; b ~ 0; c ~ -0.1");
    FormulaEquations equations =
        new FormulaEquations(
            formula,
            formula.startValues(),
            Gaussian.of(new double[1], Matrix.diagonal(1)),
            new int[0],
            Solver.EULER,
            1);
    KnownSystem system = new KnownSystem(equations, 3, 0.5);
    return new LearnedNumbers(system, new FilterSettings(FilterKind.EKF, 10, motion, observation));
  }

  @Test
  void parametersStartWhereTheyAreSaidToAndMoveByFactors() {
    LearnedNumbers numbers = of(0, 0);
    float[] at = numbers.start();
    assertEquals(5, at.length);
    assertEquals(3, numbers.motion(at), 1e-6);
    assertEquals(0.5, numbers.observation(at), 1e-6);
    assertArrayEquals(new double[] {2, 0, -0.1}, numbers.parameters(at));
    at[0] = (float) Math.log(2);
    at[1] = 1;
    at[2] = (float) Math.log(3);
    double[] moved = numbers.parameters(at);
    assertEquals(4, moved[0], 1e-5);
    assertEquals(0.5 * Math.sinh(1), moved[1], 1e-12);
    assertEquals(-0.1 / 3, moved[2], 1e-5);
    // Down to a thousandth of the start, and through zero to the other sign.
    at[0] = -7.6f;
    assertEquals(0.002 * Math.sinh(Math.log(2000) - 7.6), numbers.parameters(at)[0], 1e-6);
    at[0] = (float) (-2 * Math.log(2000));
    assertEquals(-2, numbers.parameters(at)[0], 1e-3);
  }

  @Test
  void whatIsGivenIsNoCoordinate() {
    LearnedNumbers numbers = of(0.7, 0);
    assertEquals(4, numbers.start().length);
    assertEquals(0.7, numbers.motion(numbers.start()));
    assertEquals(0.5, numbers.observation(numbers.start()), 1e-6);
    assertEquals(3, of(0.7, 0.2).start().length);
    assertEquals(0.2, of(0.7, 0.2).observation(new float[3]));
    assertArrayEquals(new float[] {30, 30, 30, 11.5f}, numbers.reach());
  }
}
