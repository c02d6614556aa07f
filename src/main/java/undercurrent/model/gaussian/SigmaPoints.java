package undercurrent.model.gaussian;

import java.util.Arrays;

/**
 * The rule of the unscented Kalman filter (Julier and Uhlmann 1997, Wan and van der Merwe 2000): g
 * is evaluated at 2n+1 points that have the moments of z. The cubature rule (Arasaratnam and Haykin
 * 2009) is the one without a point in the middle.
 *
 * <pre>
 *   λ = α²(n + κ) - n     χ₀ = m,  χᵢ = m ± √(n+λ) Lᵢ     L L' = P
 *   mean weights          W₀ = λ/(n+λ),  Wᵢ = 1/(2(n+λ))
 *   covariance weights    W₀ + 1 - α² + β,  Wᵢ
 * </pre>
 *
 * @param alpha α, how far the points spread
 * @param beta β, 2 counts the fourth moment of a Gaussian in where α is small
 * @param kappa κ
 */
public record SigmaPoints(double alpha, double beta, double kappa) implements MomentRule {
  public static final SigmaPoints UNSCENTED = new SigmaPoints(1, 0, 1);
  public static final SigmaPoints CUBATURE = new SigmaPoints(1, 0, 0);

  @Override
  public Moments of(Gaussian z, ConditionalGaussian arrow) {
    int n = z.size();
    double scale = alpha * alpha * (n + kappa);
    double[] weights = new double[2 * n + 1];
    Arrays.fill(weights, 1 / (2 * scale));
    weights[0] = (scale - n) / scale;
    double[] covarianceWeights = weights.clone();
    covarianceWeights[0] += 1 - alpha * alpha + beta;

    double[][] offsets = offsets(z.covariance().factor(), Math.sqrt(scale));
    double[] middle = arrow.mean(z.mean());
    double[][] images = new double[offsets.length][];
    Covariance middleNoise = arrow.noise(z.mean());
    Matrix noise = middleNoise.matrix();
    for (int i = 0; i < offsets.length; i++) {
      double[] point = Vectors.plus(z.mean(), offsets[i]);
      // Differences to the middle, so that angles are averaged as angles.
      images[i] = arrow.difference(arrow.mean(point), middle);
      Covariance there = arrow.noise(point);
      // E[Σ(z)] = Σ(m) + Σ Wᵢ (Σ(χᵢ) - Σ(m))
      if (there != middleNoise) {
        noise = noise.plus(there.matrix().minus(middleNoise.matrix()).times(weights[i]));
      }
    }
    double[] shift = Vectors.weightedSum(weights, images);
    for (int i = 0; i < images.length; i++) images[i] = Vectors.minus(images[i], shift);

    // Cov[y] = Σ Wᵢ (yᵢ - ȳ)(yᵢ - ȳ)' + E[Σ(z)]     Cov[z,y] = Σ Wᵢ (χᵢ - m)(yᵢ - ȳ)'
    Matrix y = Matrix.ofColumns(images);
    Matrix weighted = y.timesDiagonal(covarianceWeights);
    return new Moments(
        Vectors.plus(middle, shift),
        weighted.timesTransposed(y).symmetrised().plus(noise),
        Matrix.ofColumns(offsets).timesTransposed(weighted));
  }

  private static double[][] offsets(Matrix factor, double spread) {
    int n = factor.rows();
    double[][] offsets = new double[2 * n + 1][n];
    for (int i = 0; i < n; i++) {
      offsets[1 + i] = Vectors.times(spread, factor.column(i));
      offsets[1 + n + i] = Vectors.times(-spread, factor.column(i));
    }
    return offsets;
  }
}
