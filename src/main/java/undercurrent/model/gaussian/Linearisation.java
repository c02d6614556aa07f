package undercurrent.model.gaussian;

/**
 * The rule of the extended Kalman filter: g is replaced by its tangent at the mean (Särkkä,
 * Bayesian Filtering and Smoothing, 5.2).
 */
public record Linearisation() implements MomentRule {
  @Override
  public Moments of(Gaussian z, ConditionalGaussian arrow) {
    // E[y] = g(m)   Cov[z,y] = P G'   Cov[y] = G P G' + Σ(m)   with G = ∂g/∂z at m
    Matrix g = arrow.jacobian(z.mean());
    Matrix cross = z.covariance().matrix().timesTransposed(g);
    Matrix spread = g.times(cross).symmetrised();
    return new Moments(arrow.mean(z.mean()), spread.plus(arrow.noise(z.mean()).matrix()), cross);
  }
}
