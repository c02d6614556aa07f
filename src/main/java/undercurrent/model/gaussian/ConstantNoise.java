package undercurrent.model.gaussian;

import java.util.function.Function;

/** An arrow whose noise does not depend on where it starts. */
abstract class ConstantNoise implements ConditionalGaussian {
  private final Function<double[], Matrix> jacobian;
  private final Covariance noise;

  ConstantNoise(Function<double[], Matrix> jacobian, Covariance noise) {
    this.jacobian = jacobian;
    this.noise = noise;
  }

  @Override
  public Matrix jacobian(double[] z) {
    return jacobian.apply(z);
  }

  @Override
  public boolean hasConstantNoise() {
    return true;
  }

  @Override
  public Covariance noise(double[] z) {
    return noise;
  }
}
