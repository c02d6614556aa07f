package undercurrent.model.gaussian;

import java.util.List;

/**
 * A weighted sum of Gaussians.
 *
 * @param weights [K], summing to one
 * @param parts [K], of the same size
 */
public record Mixture(double[] weights, List<Gaussian> parts) {
  /**
   * The one Gaussian with its mean and covariance.
   *
   * <pre>
   *   m = Σ wₖ mₖ     P = Σ wₖ (Pₖ + (mₖ - m)(mₖ - m)')
   * </pre>
   */
  public Gaussian collapsed() {
    PointCloud means =
        new PointCloud(
            PointCloud.flat(parts.stream().map(Gaussian::mean).toArray(double[][]::new)), weights);
    Matrix covariance = means.covariance();
    for (int k = 0; k < weights.length; k++) {
      covariance = covariance.plus(parts.get(k).covariance().matrix().times(weights[k]));
    }
    return Gaussian.of(means.mean(), covariance.symmetrised());
  }
}
