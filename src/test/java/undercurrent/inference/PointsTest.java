package undercurrent.inference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import undercurrent.math.StandardNormal;
import undercurrent.model.particle.Resampling;

final class PointsTest {
  @Test
  void quantilesOfTheNormalAreThePublishedOnes() {
    assertEquals(-1.6448536269514722, StandardNormal.quantile(0.05), 1e-8);
    assertEquals(1.959963984540054, StandardNormal.quantile(0.975), 1e-8);
    assertEquals(-3.090232306167813, StandardNormal.quantile(0.001), 1e-8);
    assertEquals(0, StandardNormal.quantile(0.5), 1e-15);
  }

  @Test
  void pointsOfOneGaussianHaveItsQuantilesAndItsCrps() {
    Points points = new Points(1024).weighted(new double[] {1});
    points.of(new float[] {2}, new float[] {3}, 1, 0);
    assertEquals(2 - 3 * 1.6448536, points.quantile(0.05), 0.02);
    assertEquals(2, points.quantile(0.5), 0.01);
    // CRPS of N(0,1) at its mean: (√2 - 1)/√π.
    double exact = 3 * (Math.sqrt(2) - 1) / Math.sqrt(Math.PI);
    assertEquals(exact, points.crps(2), 0.003);
  }

  @Test
  void pointsOfAMixtureFollowItsWeights() {
    Points points = new Points(1000).weighted(new double[] {0.2, 0.0, 0.8});
    points.of(new float[] {9, -1, 9, 5, 9, 1}, null, 2, 1);
    assertEquals(-1, points.quantile(0.1), 1e-12);
    assertEquals(1, points.quantile(0.3), 1e-12);
    // E|X - y| - ½E|X - X'| for a coin at -1 (0.2) and 1 (0.8), y = 1.
    assertEquals(0.2 * 2 - 0.5 * 2 * 0.2 * 0.8 * 2, points.crps(1), 1e-9);
  }

  @Test
  void systematicSamplingTakesEachByItsShare() {
    int[] chosen = new int[10];
    Resampling.systematic(new double[] {0.3, 0.0, 0.6, 0.1}, 0.5, chosen);
    assertArrayEquals(new int[] {0, 0, 0, 2, 2, 2, 2, 2, 2, 3}, chosen);
  }
}
