package undercurrent.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Against the authors' file of 1,000 targets: 22 to 47 steps, noise of 614 and 634. */
final class LidarTargetsTest {
  @Test
  void theNoiseIsThatOfThePublishedFile() {
    double[] noise = new double[2];
    double[] change = new double[2];
    int rows = 0;
    for (Series series : new LidarTargets(1000).generate(1).series()) {
      int steps = series.values().length;
      assertTrue(steps >= 21 && steps <= 49, "steps " + steps);
      for (int t = 1; t < steps; t++, rows++) {
        double[] now = series.values()[t];
        double[] before = series.values()[t - 1];
        for (int i = 0; i < 2; i++) {
          noise[i] += Math.pow(now[4 + i] - now[i], 2);
          change[i] += Math.pow(now[2 + i] - before[2 + i], 2);
        }
      }
    }
    for (int i = 0; i < 2; i++) {
      assertEquals(600, noise[i] / rows, 60);
      // ½ (2² + 30²/12): the acceleration of which half goes into each direction
      assertEquals(39.5, change[i] / rows, 2);
    }
  }
}
