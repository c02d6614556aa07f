package undercurrent.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import undercurrent.math.StandardNormal;

final class NormalMixtureTest {
  private static final NormalMixture TWO =
      new NormalMixture(new double[] {0.3, 0.7}, new double[] {-1, 2}, new double[] {0.5, 1.5});

  @Test
  void cumulativeIsTheInverseOfTheQuantile() {
    for (double p : new double[] {1e-6, 0.01, 0.3, 0.5, 0.9, 0.999}) {
      assertEquals(p, StandardNormal.cumulative(StandardNormal.quantile(p)), 5e-8 * p);
    }
    // Abramowitz and Stegun, table 26.1
    assertEquals(0.841344746068543, StandardNormal.cumulative(1), 1e-14);
    assertEquals(0.977249868051821, StandardNormal.cumulative(2), 1e-14);
    assertEquals(0.998650101968370, StandardNormal.cumulative(3), 1e-14);
    assertEquals(1, StandardNormal.cumulative(40), 0);
    assertEquals(0, StandardNormal.cumulative(-40), 0);
  }

  /** By adding up over a fine grid. */
  @Test
  void quantilesAndScoreAreThoseOfTheIntegrals() {
    double y = 0.7;
    double step = 1e-3;
    double below = 0;
    double crps = 0;
    double quantile = Double.NaN;
    for (double x = -12 + step / 2; x < 14; x += step) {
      double density =
          0.3 * StandardNormal.density((x + 1) / 0.5) / 0.5
              + 0.7 * StandardNormal.density((x - 2) / 1.5) / 1.5;
      below += density * step;
      double gap = below - (x >= y ? 1 : 0);
      crps += gap * gap * step;
      if (Double.isNaN(quantile) && below >= 0.2) quantile = x;
    }
    assertEquals(1.1, TWO.mean(), 1e-12);
    assertEquals(quantile, TWO.quantile(0.2), 2 * step);
    assertEquals(crps, TWO.crps(y), 1e-3);
  }

  /** CRPS of N(0, 1) at 0 is √(2/π) - 1/√π. */
  @Test
  void onePartIsTheNormalDistribution() {
    NormalMixture one = new NormalMixture(new double[] {1}, new double[] {0}, new double[] {1});
    assertEquals(StandardNormal.quantile(0.95), one.quantile(0.95), 1e-9);
    assertEquals(Math.sqrt(2 / Math.PI) - 1 / Math.sqrt(Math.PI), one.crps(0), 1e-12);
  }
}
