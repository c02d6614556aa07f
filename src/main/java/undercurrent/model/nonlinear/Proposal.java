package undercurrent.model.nonlinear;

import undercurrent.math.Randomness;
import undercurrent.model.gaussian.ConditionalGaussian;
import undercurrent.model.gaussian.Conditioned;
import undercurrent.model.gaussian.Covariance;
import undercurrent.model.gaussian.Gaussian;
import undercurrent.model.gaussian.Linearisation;
import undercurrent.model.gaussian.Matrix;
import undercurrent.model.gaussian.MomentRule;
import undercurrent.model.gaussian.Vectors;

/** Where a particle filter looks for the next state. */
public sealed interface Proposal {
  /** Moves blindly: zₜ ~ p(zₜ|zₜ₋₁), weighed by p(xₜ|zₜ). */
  Proposal BOOTSTRAP = new Bootstrap();

  /** Looks at xₜ through the tangent of the emission. */
  Proposal GUIDED = new Guided(new Linearisation());

  /**
   * A state and the logarithm of its weight p(xₜ|zₜ) p(zₜ|zₜ₋₁) / q(zₜ).
   *
   * @param state [n]
   */
  record Proposed(double[] state, double logWeight) {}

  /**
   * Draws a state.
   *
   * @param ahead p(zₜ|zₜ₋₁) of this particle
   * @param x what is seen at t; NaN where not
   */
  Proposed draw(Gaussian ahead, ConditionalGaussian emission, double[] x, Randomness random);

  /** log p(x|z), in nats, of what is seen of x. */
  private static double logLikelihood(ConditionalGaussian emission, double[] x, double[] z) {
    int[] seen = Conditioned.seen(x);
    if (seen.length == 0) return 0;
    double[] e = Vectors.part(emission.difference(x, emission.mean(z)), seen);
    return emission.noise(z).part(seen).logDensity(e);
  }

  /** The proposal of Gordon, Salmond and Smith (1993). */
  record Bootstrap() implements Proposal {
    @Override
    public Proposed draw(
        Gaussian ahead, ConditionalGaussian emission, double[] x, Randomness random) {
      double[] z = ahead.draw(random);
      return new Proposed(z, logLikelihood(emission, x, z));
    }
  }

  /**
   * The proposal p(zₜ|zₜ₋₁, xₜ) as a moment rule approximates it (Doucet, Godsill and Andrieu
   * 2000); with a linear emission it is exact and the best there is. It is made for the noise that
   * pushes the particle, so that Q may be singular:
   *
   * <pre>
   *   zₜ = f(zₜ₋₁) + L ε     L L' = Q     ε ~ q(ε) ≈ p(ε|xₜ)     w = p(xₜ|zₜ) N(ε; 0, I) / q(ε)
   * </pre>
   */
  record Guided(MomentRule rule) implements Proposal {
    @Override
    public Proposed draw(
        Gaussian ahead, ConditionalGaussian emission, double[] x, Randomness random) {
      Gaussian still = Gaussian.of(new double[ahead.size()], Matrix.identity(ahead.size()));
      Gaussian q = Conditioned.on(x, new Pushed(ahead, emission), still, rule).state();
      double[] push = q.draw(random);
      double[] z = pushed(ahead, push);
      double logWeight =
          logLikelihood(emission, x, z) + still.logDensity(push) - q.logDensity(push);
      return new Proposed(z, logWeight);
    }
  }

  private static double[] pushed(Gaussian ahead, double[] push) {
    return Vectors.plus(ahead.mean(), ahead.covariance().factor().times(push));
  }

  /** The emission as it depends on the push: N(h(m + L ε), R). */
  record Pushed(Gaussian ahead, ConditionalGaussian emission) implements ConditionalGaussian {
    @Override
    public double[] mean(double[] push) {
      return emission.mean(pushed(ahead, push));
    }

    @Override
    public Matrix jacobian(double[] push) {
      return emission.jacobian(pushed(ahead, push)).times(ahead.covariance().factor());
    }

    @Override
    public Covariance noise(double[] push) {
      return emission.noise(pushed(ahead, push));
    }

    @Override
    public double[] difference(double[] value, double[] mean) {
      return emission.difference(value, mean);
    }
  }
}
