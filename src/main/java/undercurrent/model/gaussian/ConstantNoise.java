package undercurrent.model.gaussian;

/** An arrow whose noise does not depend on where it starts. */
public interface ConstantNoise extends ConditionalGaussian {
  /** Σ. */
  Covariance covariance();

  @Override
  default boolean hasConstantNoise() {
    return true;
  }

  @Override
  default Covariance noise(double[] z) {
    return covariance();
  }
}
