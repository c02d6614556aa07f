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
}
