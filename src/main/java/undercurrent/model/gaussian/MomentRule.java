package undercurrent.model.gaussian;

/**
 * What becomes of a Gaussian z ~ N(m, P) that goes through y ~ N(g(z), Σ(z)): the first moments of
 * (z, y). They are exact where g is linear and Σ constant; how else they are approximated is what
 * sets the extended, the unscented and the cubature filter apart.
 */
public sealed interface MomentRule permits Linearisation, SigmaPoints {
  Moments of(Gaussian z, ConditionalGaussian arrow);

  /**
   * Moments of y, and of z and y together.
   *
   * @param mean E[y]
   * @param covariance Cov[y], the noise included
   * @param cross Cov[z, y], [size of z][size of y]
   */
  record Moments(double[] mean, Matrix covariance, Matrix cross) {}
}
