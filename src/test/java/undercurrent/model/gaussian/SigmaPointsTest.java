package undercurrent.model.gaussian;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Moments of polynomials, which sigma points give exactly. */
final class SigmaPointsTest {
  /** y = (z₀², z₀ z₁) with a noise whose variance is 1 + z₀². */
  private static final ConditionalGaussian SQUARE =
      new ConditionalGaussian() {
        @Override
        public double[] mean(double[] z) {
          return new double[] {z[0] * z[0], z[0] * z[1]};
        }

        @Override
        public Matrix jacobian(double[] z) {
          return Matrix.of(2, 2, 2 * z[0], 0, z[1], z[0]);
        }

        @Override
        public Covariance noise(double[] z) {
          return Covariance.diagonal("Q", 1 + z[0] * z[0], 1);
        }
      };

  @Test
  void meansOfSquaresAreExact() {
    Gaussian z = Gaussian.of(new double[] {1, -2}, Matrix.of(2, 2, 0.5, 0.3, 0.3, 2));
    for (SigmaPoints rule : new SigmaPoints[] {SigmaPoints.UNSCENTED, SigmaPoints.CUBATURE}) {
      MomentRule.Moments moments = rule.of(z, SQUARE);
      // E z₀² = 1 + 0.5, E z₀z₁ = -2 + 0.3
      assertEquals(1.5, moments.mean()[0], 1e-12);
      assertEquals(-1.7, moments.mean()[1], 1e-12);
      // Cov(z₀, z₀²) = 2 m₀ P₀₀, Cov(z₁, z₀z₁) = m₀ P₁₁ + m₁ P₀₁
      assertEquals(1, moments.cross().at(0, 0), 1e-12);
      assertEquals(2 - 0.6, moments.cross().at(1, 1), 1e-12);
    }
  }

  @Test
  void threePointsAreExactForTheFourthMoment() {
    // α = 1, β = 0, κ = 2 in one dimension is the Gauss–Hermite rule of three points:
    // Var[z²] = 4 m² P + 2 P², and E[1 + z²] = 1 + m² + P
    ConditionalGaussian square =
        ConditionalGaussian.of(
            z -> new double[] {z[0] * z[0]},
            z -> Matrix.of(1, 1, 2 * z[0]),
            Covariance.diagonal("R", 0.25));
    Gaussian z = Gaussian.of(new double[] {1.5}, Matrix.diagonal(0.7));
    MomentRule.Moments moments = new SigmaPoints(1, 0, 2).of(z, square);
    assertEquals(4 * 2.25 * 0.7 + 2 * 0.49 + 0.25, moments.covariance().at(0, 0), 1e-12);
  }

  @Test
  void noiseThatDependsOnTheStateIsAveraged() {
    Gaussian z = Gaussian.of(new double[] {1, -2}, Matrix.of(2, 2, 0.5, 0.3, 0.3, 2));
    Matrix with = SigmaPoints.UNSCENTED.of(z, SQUARE).covariance();
    ConditionalGaussian silent =
        ConditionalGaussian.of(SQUARE::mean, SQUARE::jacobian, Covariance.diagonal("Q", 0, 0));
    Matrix without = SigmaPoints.UNSCENTED.of(z, silent).covariance();
    assertEquals(1 + 1.5, with.at(0, 0) - without.at(0, 0), 1e-12);
    assertEquals(1, with.at(1, 1) - without.at(1, 1), 1e-12);
    assertEquals(0, with.at(0, 1) - without.at(0, 1), 1e-12);
  }
}
