package undercurrent.model.gaussian;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import undercurrent.math.Randomness;

final class CovarianceTest {
  private static final Covariance SIGMA = Covariance.of("Σ", Matrix.of(2, 2, 4, 1.2, 1.2, 0.9));

  @Test
  void theDensityIsThatOfTheFormula() {
    // |Σ| = 3.6 - 1.44 = 2.16, Σ⁻¹ = [[0.9, -1.2], [-1.2, 4]] / 2.16, v = (1, -2)
    double square = (0.9 + 2 * 1.2 * 2 + 4 * 4) / 2.16;
    double expected = -0.5 * (2 * Math.log(2 * Math.PI) + Math.log(2.16) + square);
    assertEquals(expected, SIGMA.logDensity(new double[] {1, -2}), 1e-12);
  }

  @Test
  void dividingUndoesMultiplying() {
    Matrix c = Matrix.of(3, 2, 1, -2, 0.5, 3, 0, 7);
    double[][] back = SIGMA.dividing(c.times(SIGMA.matrix())).toRows();
    for (int i = 0; i < 3; i++) assertArrayEquals(c.toRows()[i], back[i], 1e-12);
  }

  @Test
  void drawsHaveTheCovariance() {
    double[][] drawn = new double[40_000][];
    Randomness random = Randomness.of(1);
    for (int i = 0; i < drawn.length; i++) drawn[i] = SIGMA.draw(random);
    Matrix found = PointCloud.of(drawn).covariance();
    // standard errors: 4 √(2/40,000) = 0.028 and less
    for (int i = 0; i < 4; i++) {
      assertEquals(SIGMA.matrix().at(i / 2, i % 2), found.at(i / 2, i % 2), 0.09);
    }
  }

  @Test
  void aDirectionWithoutNoiseIsNotPushedAndHasNoDensity() {
    Covariance q = Covariance.of("Q", Matrix.of(2, 2, 1, 2, 2, 4));
    double[] drawn = q.draw(Randomness.of(2));
    assertEquals(2 * drawn[0], drawn[1], 1e-12);
    Exception refused =
        assertThrows(IllegalArgumentException.class, () -> q.logDensity(new double[2]));
    assertTrue(
        String.valueOf(refused.getMessage()).startsWith("Q is singular"), refused.getMessage());
  }

  @Test
  void whatIsNoCovarianceIsNamed() {
    Covariance wrong = Covariance.of("R", Matrix.of(2, 2, 1, 2, 2, 1));
    Exception refused = assertThrows(IllegalArgumentException.class, wrong::factor);
    assertTrue(
        String.valueOf(refused.getMessage()).startsWith("R is not a covariance: its pivot 2 is -3"),
        refused.getMessage());
  }
}
