package undercurrent.model.gaussian;

import java.util.function.Function;
import undercurrent.math.Randomness;

/**
 * One arrow of a model: given z, the next thing is N(g(z), Σ(z)). A transition and an emission are
 * both of this kind.
 */
public interface ConditionalGaussian {
  /** g(z). */
  double[] mean(double[] z);

  /** ∂g/∂z at z, [size of g][size of z]. */
  Matrix jacobian(double[] z);

  /** Σ(z); the same object for every z where it does not depend on z. */
  Covariance noise(double[] z);

  /** How far a value is from a mean; angles are to be brought to [-π, π]. */
  default double[] difference(double[] value, double[] mean) {
    return Vectors.minus(value, mean);
  }

  default double[] draw(double[] z, Randomness random) {
    return Vectors.plus(mean(z), noise(z).draw(random));
  }

  /** log p(value | z), in nats. */
  default double logDensity(double[] value, double[] z) {
    return noise(z).logDensity(difference(value, mean(z)));
  }

  /** N(A z + b, Σ). */
  static ConditionalGaussian linear(Matrix a, double[] b, Covariance noise) {
    return of(z -> Vectors.plus(a.times(z), b), z -> a, noise);
  }

  /** N(g(z), Σ) with a constant Σ. */
  static ConditionalGaussian of(
      Function<double[], double[]> mean, Function<double[], Matrix> jacobian, Covariance noise) {
    return new ConditionalGaussian() {
      @Override
      public double[] mean(double[] z) {
        return mean.apply(z);
      }

      @Override
      public Matrix jacobian(double[] z) {
        return jacobian.apply(z);
      }

      @Override
      public Covariance noise(double[] z) {
        return noise;
      }
    };
  }
}
