package undercurrent.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class FunctionsTest {
  private interface FloatFunction {
    float apply(float x);
  }

  /** Largest error in units of the last place, over floats spread by their bits. */
  private static double worst(
      FloatFunction own, DoubleUnaryOperator exact, double low, double high) {
    double worst = 0;
    for (int i = 0; i < 400_000; i++) {
      float x = (float) (low + (high - low) * i / 400_000);
      double expected = exact.applyAsDouble(x);
      double error = Math.abs(own.apply(x) - expected) / Math.ulp((float) expected);
      worst = Math.max(worst, error);
    }
    return worst;
  }

  @Test
  void functionsAreWithinTwoUnitsInTheLastPlace() {
    assertTrue(worst(Functions::exp, StrictMath::exp, -87, 88) <= 2);
    assertTrue(worst(Functions::log, StrictMath::log, 1e-30, 1e-3) <= 2);
    assertTrue(worst(Functions::log, StrictMath::log, 1e-3, 100) <= 2);
    assertTrue(worst(Functions::tanh, StrictMath::tanh, -10, 10) <= 2);
    assertTrue(worst(Functions::sigmoid, x -> 1 / (1 + StrictMath.exp(-x)), -80, 80) <= 2.5);
    assertTrue(
        worst(Functions::softplus, x -> StrictMath.log1p(StrictMath.exp(x)), -80, 80) <= 2.5);
  }

  @Test
  void functionsHoldAtTheirEnds() {
    assertEquals(0f, Functions.exp(-1000));
    assertEquals(Float.POSITIVE_INFINITY, Functions.exp(1000));
    assertEquals(Float.NaN, Functions.exp(Float.NaN));
    assertEquals(Float.NEGATIVE_INFINITY, Functions.log(0));
    assertEquals(Float.NaN, Functions.log(-1));
    assertEquals(1f, Functions.tanh(50));
    assertEquals(-1f, Functions.tanh(-50));
    assertEquals(0f, Functions.sigmoid(-200));
    assertEquals(1f, Functions.sigmoid(200));
    assertEquals(200f, Functions.softplus(200));
  }
}
