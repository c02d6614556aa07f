package undercurrent.model.nonlinear;

import java.util.Arrays;
import undercurrent.math.Randomness;
import undercurrent.model.gaussian.Cloud;
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
   * States, and the logarithms of their weights p(xₜ|zₜ) p(zₜ|zₜ₋₁) / q(zₜ).
   *
   * @param states [N·n], one after another
   * @param logWeights [N]
   */
  record Proposed(double[] states, double[] logWeights) {}

  /**
   * Draws a state for each particle.
   *
   * @param transition p(zₜ|zₜ₋₁)
   * @param from zₜ₋₁ [N·n]
   * @param count N
   * @param x what is seen at t; NaN where not
   */
  Proposed draw(
      ConditionalGaussian transition,
      double[] from,
      int count,
      ConditionalGaussian emission,
      double[] x,
      Randomness random);

  /** The proposal of Gordon, Salmond and Smith (1993). */
  record Bootstrap() implements Proposal {
    @Override
    public Proposed draw(
        ConditionalGaussian transition,
        double[] from,
        int count,
        ConditionalGaussian emission,
        double[] x,
        Randomness random) {
      double[] z = Cloud.drawn(transition, from, count, random);
      return new Proposed(z, Cloud.logDensities(emission, x, z, count));
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
        ConditionalGaussian transition,
        double[] from,
        int count,
        ConditionalGaussian emission,
        double[] x,
        Randomness random) {
      int n = from.length / count;
      Gaussian still = Gaussian.of(new double[n], Matrix.identity(n));
      double[] z = new double[from.length];
      transition.means(from, count, z);
      double[] pushes = new double[count];
      for (int i = 0; i < count; i++) {
        Covariance noise = transition.noise(Cloud.at(from, count, i));
        Pushed pushed = new Pushed(Cloud.at(z, count, i), noise.factor(), emission);
        Gaussian q = Conditioned.on(x, pushed, still, rule).state();
        double[] push = q.draw(random);
        System.arraycopy(pushed.state(push), 0, z, i * n, n);
        pushes[i] = still.logDensity(push) - q.logDensity(push);
      }
      double[] logWeights = Cloud.logDensities(emission, x, z, count);
      Arrays.setAll(logWeights, i -> logWeights[i] + pushes[i]);
      return new Proposed(z, logWeights);
    }
  }

  /**
   * The emission as it depends on the push: N(h(m + L ε), R).
   *
   * @param middle m
   * @param factor L
   */
  record Pushed(double[] middle, Matrix factor, ConditionalGaussian emission)
      implements ConditionalGaussian {
    double[] state(double[] push) {
      return Vectors.plus(middle, factor.times(push));
    }

    @Override
    public double[] mean(double[] push) {
      return emission.mean(state(push));
    }

    @Override
    public Matrix jacobian(double[] push) {
      return emission.jacobian(state(push)).times(factor);
    }

    @Override
    public Covariance noise(double[] push) {
      return emission.noise(state(push));
    }

    @Override
    public void differences(double[] value, double[] means) {
      emission.differences(value, means);
    }
  }
}
