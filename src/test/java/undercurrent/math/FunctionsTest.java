package undercurrent.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class FunctionsTest {
  private interface FloatFunction {
    float apply(float x);
  }

  /** Largest error in units of the last place, over every 4801st of all floats in a range. */
  private static double worst(
      FloatFunction own, DoubleUnaryOperator exact, double low, double high) {
    double worst = 0;
    for (long bits = Integer.MIN_VALUE; bits <= Integer.MAX_VALUE; bits += 4801) {
      float x = Float.intBitsToFloat((int) bits);
      if (!(x >= low && x <= high)) continue;
      double expected = exact.applyAsDouble(x);
      if (Math.abs(expected) < Float.MIN_NORMAL) continue;
      double error = Math.abs(own.apply(x) - expected) / Math.ulp((float) expected);
      worst = Math.max(worst, error);
    }
    return worst;
  }

  @Test
  void functionsAreWithinTwoUnitsInTheLastPlace() {
    assertTrue(worst(Functions::exp, StrictMath::exp, -87.3, 88.7) <= 2);
    assertTrue(worst(Functions::decay, StrictMath::exp, -87.3, 0) <= 2);
    assertTrue(worst(Functions::log, StrictMath::log, Float.MIN_VALUE, Float.MAX_VALUE) <= 2);
    assertTrue(worst(Functions::tanh, StrictMath::tanh, -1e9, 1e9) <= 2);
    assertTrue(worst(Functions::sigmoid, FunctionsTest::sigmoid, -87.3, 1e9) <= 2);
    assertTrue(worst(Functions::sin, StrictMath::sin, -1e6, 1e6) <= 2);
    assertTrue(worst(Functions::cos, StrictMath::cos, -1e6, 1e6) <= 2);
    assertTrue(worst(Functions::softplus, FunctionsTest::softplus, -87.3, 1e9) <= 2);
    assertTrue(worst(Functions::sinh, StrictMath::sinh, -88, 88) <= 2);
    assertTrue(worst(Functions::asinh, FunctionsTest::asinh, -1e18, 1e18) <= 3);
  }

  @Test
  void logGammaOfWholeNumbersIsTheLogarithmOfAFactorial() {
    double logFactorial = 0;
    double harmonic = 0;
    double euler = 0.5772156649015329;
    for (int n = 1; n < 3000; n++) {
      // Γ(n) = (n−1)!      ψ(n) = 1 + 1/2 + … + 1/(n−1) − γ
      assertEquals(
          logFactorial, Functions.logGamma(n), 4e-6 * Math.max(1, 0.1 * logFactorial), "" + n);
      assertEquals(harmonic - euler, Functions.digamma(n), 1e-6, "" + n);
      logFactorial += StrictMath.log(n);
      harmonic += 1.0 / n;
    }
    // Γ(½) = √π
    assertEquals(0.5 * StrictMath.log(Math.PI), Functions.logGamma(0.5f), 4e-6);
  }

  private static double sigmoid(double x) {
    double e = StrictMath.exp(-Math.abs(x));
    return (x < 0 ? e : 1) / (1 + e);
  }

  private static double asinh(double x) {
    double size = Math.abs(x);
    double root = StrictMath.sqrt(size * size + 1);
    return Math.copySign(StrictMath.log1p(size + size * size / (1 + root)), x);
  }

  private static double softplus(double x) {
    return Math.max(x, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(x)));
  }

  @Test
  void sineAndCosineOfATurnAreThoseOfTheAngle() {
    for (long turns = Integer.MIN_VALUE; turns <= Integer.MAX_VALUE; turns += 100_003) {
      double angle = turns * (2 * Math.PI / 0x1p32);
      assertEquals(StrictMath.sin(angle), Functions.sineOfTurn((int) turns), 2e-7);
      assertEquals(StrictMath.cos(angle), Functions.cosineOfTurn((int) turns), 2e-7);
    }
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

  @Test
  void powersAreThoseOfStrictMath() {
    for (double base : new double[] {0, 0.9, 0.999, 0.9997, 1, 1.5}) {
      for (long n : new long[] {0, 1, 2, 3, 10, 1000, 100_001}) {
        double expected = StrictMath.pow(base, (double) n);
        double got = Functions.power(base, n);
        if (Double.isInfinite(expected)) assertEquals(expected, got, 0);
        else assertEquals(expected, got, 1e-11 * expected);
      }
    }
  }
}
