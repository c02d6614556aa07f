package undercurrent.series;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class GeneratorsTest {
  @Test
  void lorenzFollowsThePublishedTrajectory() {
    double[] start = {1, 1, 1};
    assertArrayEquals(
        new double[] {-9.378615807236296, -8.357059955292339, 29.362403750125733},
        RungeKutta.steps(Lorenz63::flow, start, 0.01, 100),
        1e-9);
    assertArrayEquals(
        new double[] {-8.173442490346254, -9.561995763765367, 24.620577816379946},
        RungeKutta.steps(Lorenz63::flow, start, 0.01, 200),
        1e-8);
  }

  @Test
  void vanDerPolFollowsThePublishedTrajectory() {
    double[] start = {2, 0};
    assertArrayEquals(
        new double[] {1.622069048251027, -0.5490323081311957},
        RungeKutta.steps(VanDerPol::flow, start, 0.01, 100),
        1e-10);
    assertArrayEquals(
        new double[] {-1.1688173835607534, -3.105540907720957},
        RungeKutta.steps(VanDerPol::flow, start, 0.01, 1000),
        1e-8);
  }

  @Test
  void theSineFamilyHasItsAmplitudesAndNoise() {
    SeriesSet set = new SineFamily(400, 100, 0.1).generate(5);
    double noise = 0;
    double amplitude = 0;
    for (Series series : set.series()) {
      double most = 0;
      for (double[] row : series.values()) {
        noise += (row[1] - row[0]) * (row[1] - row[0]);
        most = Math.max(most, Math.abs(row[0]));
      }
      amplitude += most / 400;
    }
    assertEquals(0.1, Math.sqrt(noise / 40_000), 0.002);
    // U(1, 2) has the mean 1.5; its standard error here is 0.015.
    assertEquals(1.5, amplitude, 0.05);
  }

  @Test
  void growthHasItsNoise() {
    double[][] rows = new UnivariateGrowth(4000).generate(2).series().getFirst().values();
    double motion = 0;
    double seen = 0;
    for (int t = 1; t < 4000; t++) {
      motion += Math.pow(rows[t][0] - UnivariateGrowth.grown(rows[t - 1][0], t), 2) / 3999;
      seen += Math.pow(rows[t][1] - rows[t][0] * rows[t][0] / 20, 2) / 3999;
    }
    // standard errors of 0.22 and 0.022
    assertEquals(10, motion, 0.8);
    assertEquals(1, seen, 0.08);
    // Kitagawa's push at the first step: from 0 to 8 cos 1.2
    assertEquals(2.898862, UnivariateGrowth.grown(0, 1), 1e-6);
  }

  @Test
  void laserAndRadarTakeTurnsAndHaveTheirNoise() {
    double[][] rows = new LaserRadarTarget(4000).generate(2).series().getFirst().values();
    double laser = 0;
    double bearing = 0;
    for (int t = 0; t < 4000; t++) {
      boolean isLaser = t % 2 == 0;
      assertEquals(isLaser, Double.isNaN(rows[t][6]));
      assertEquals(isLaser, !Double.isNaN(rows[t][4]));
      if (isLaser) {
        laser += Math.pow(rows[t][4] - rows[t][0], 2) / 2000;
      } else {
        bearing += Math.pow(rows[t][7] - Math.atan2(rows[t][1], rows[t][0]), 2) / 2000;
      }
      assertEquals(5, Math.hypot(rows[t][2], rows[t][3]), 1e-9);
    }
    assertEquals(0.15, Math.sqrt(laser), 0.01);
    assertEquals(0.03, Math.sqrt(bearing), 0.002);
  }
}
