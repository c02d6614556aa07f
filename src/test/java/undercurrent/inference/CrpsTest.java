package undercurrent.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import undercurrent.math.StandardNormal;

/** Closed forms beside the integral that defines the score. */
class CrpsTest {
  private static final int PIECES = 200_000;

  /** ∫ (F(x) - 1[x ≥ y])² dx by the rule of midpoints, on both sides of y. */
  private static double integral(DoubleUnaryOperator cdf, double low, double y, double high) {
    double sum = 0;
    for (int i = 0; i < PIECES; i++) {
      double part = (i + 0.5) / PIECES;
      double below = cdf.applyAsDouble(low + part * (y - low));
      double above = 1 - cdf.applyAsDouble(y + part * (high - y));
      sum += below * below * (y - low) + above * above * (high - y);
    }
    return sum / PIECES;
  }

  @ParameterizedTest
  @CsvSource({"0,1,0", "0,1,1.7", "3,0.2,2.9", "-40,12,-90", "5,2,11"})
  void scoreOfANormalDistributionIsTheIntegral(double mean, double deviation, double y) {
    double low = Math.min(y, mean) - 10 * deviation;
    double high = Math.max(y, mean) + 10 * deviation;
    double expected =
        integral(x -> StandardNormal.cumulative((x - mean) / deviation), low, y, high);
    assertEquals(expected, Crps.normal(mean, deviation, y), 1e-8 * (1 + expected));
  }

  @ParameterizedTest
  @CsvSource({"0,1,1", "0,1,6", "5,0.05,150", "-3,0.3,0.02", "2,1.2,0.5"})
  void scoreOfALogNormalDistributionIsTheIntegral(double mean, double deviation, double y) {
    double high = Math.max(y, Math.exp(mean + 9 * deviation));
    // In log x, for the tail is long.
    double expected =
        integral(x -> StandardNormal.cumulative((Math.log(x) - mean) / deviation), 0, y, y)
            + upper(mean, deviation, Math.log(y), Math.log(high));
    assertEquals(expected, Crps.logNormal(mean, deviation, y), 1e-7 * (1 + expected));
  }

  private static double upper(double mean, double deviation, double from, double to) {
    double sum = 0;
    for (int i = 0; i < PIECES; i++) {
      double log = from + (i + 0.5) / PIECES * (to - from);
      double above = 1 - StandardNormal.cumulative((log - mean) / deviation);
      sum += above * above * Math.exp(log) * (to - from) / PIECES;
    }
    return sum;
  }

  @Test
  void certaintyScoresItsDistanceAndTheUnknownNothing() {
    assertEquals(2, Crps.normal(3, 0, 5), 0);
    assertEquals(5 - Math.exp(1), Crps.logNormal(1, 0, 5), 1e-15);
    assertTrue(Double.isNaN(Crps.normal(3, 1, Double.NaN)));
    assertTrue(Double.isNaN(Crps.normal(Double.NaN, 1, 3)));
    assertTrue(Double.isNaN(Crps.logNormal(Double.NaN, 1, 3)));
  }
}
