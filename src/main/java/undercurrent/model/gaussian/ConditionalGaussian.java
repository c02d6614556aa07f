package undercurrent.model.gaussian;

import java.util.function.Function;
import undercurrent.math.Randomness;

/**
 * One arrow of a model: given z, the next thing is N(g(z), Σ(z)). A transition and an emission are
 * both of this kind.
 *
 * <p>Methods for many states at once take them one after another in a flat array [N·n], and gives
 * its answers in the same order; {@link Cloud} does the rest.
 */
public interface ConditionalGaussian {
  /** g(z). */
  double[] mean(double[] z);

  /**
   * g of each of N states.
   *
   * @param z [N·n]
   * @param count N
   * @param out [N·m]
   */
  default void means(double[] z, int count, double[] out) {
    int n = z.length / count;
    int m = out.length / count;
    double[] one = new double[n];
    for (int i = 0; i < count; i++) {
      System.arraycopy(z, i * n, one, 0, n);
      System.arraycopy(mean(one), 0, out, i * m, m);
    }
  }

  /** ∂g/∂z at z, [size of g][size of z]. */
  Matrix jacobian(double[] z);

  /** Σ(z). */
  Covariance noise(double[] z);

  /** Whether {@link #noise} is the same object for every z. */
  default boolean hasConstantNoise() {
    return false;
  }

  /** How far a value is from a mean; angles are to be brought to [-π, π]. */
  default double[] difference(double[] value, double[] mean) {
    double[] difference = mean.clone();
    differences(value, difference);
    return difference;
  }

  /**
   * How far a value [m] is from each of N means [N·m], in their place; angles are to be brought to
   * [-π, π].
   */
  default void differences(double[] value, double[] means) {
    for (int d = 0; d < value.length; d++) {
      double there = value[d];
      for (int i = d; i < means.length; i += value.length) means[i] = there - means[i];
    }
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
    return ofMany((z, count, out) -> a.timesEach(z, count, b, out), z -> a, noise);
  }

  /** N(m, Σ) whatever z is, which must have the same size. */
  static ConditionalGaussian constant(Gaussian always) {
    int n = always.size();
    return linear(Matrix.of(n, n, new double[n * n]), always.mean(), always.covariance());
  }

  /** N(g(z), Σ) with a constant Σ and a g of one state. */
  static ConditionalGaussian of(
      Function<double[], double[]> mean, Function<double[], Matrix> jacobian, Covariance noise) {
    return new ConstantNoise() {
      @Override
      public double[] mean(double[] z) {
        return mean.apply(z);
      }

      @Override
      public Matrix jacobian(double[] z) {
        return jacobian.apply(z);
      }

      @Override
      public Covariance covariance() {
        return noise;
      }
    };
  }

  /** g of many states at once, as in {@link #means}. */
  @FunctionalInterface
  interface Means {
    void at(double[] z, int count, double[] out);
  }

  /** N(g(z), Σ) with a constant Σ and a g that many states go through at once. */
  static ConditionalGaussian ofMany(
      Means means, Function<double[], Matrix> jacobian, Covariance noise) {
    return new ConstantNoise() {
      @Override
      public double[] mean(double[] z) {
        double[] out = new double[noise.size()];
        means.at(z, 1, out);
        return out;
      }

      @Override
      public void means(double[] z, int count, double[] out) {
        means.at(z, count, out);
      }

      @Override
      public Matrix jacobian(double[] z) {
        return jacobian.apply(z);
      }

      @Override
      public Covariance covariance() {
        return noise;
      }
    };
  }
}
