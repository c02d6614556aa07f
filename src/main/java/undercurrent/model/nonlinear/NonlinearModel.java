package undercurrent.model.nonlinear;

import undercurrent.model.gaussian.ConditionalGaussian;
import undercurrent.model.gaussian.Gaussian;

/**
 * A state-space model of which everything is known:
 *
 * <pre>
 *   z₁ ~ N(m₁, P₁)     zₜ ~ N(f(zₜ₋₁), Q(zₜ₋₁))     xₜ ~ N(h(zₜ), R)
 * </pre>
 *
 * Steps count from 0; f, h, Q and R may change with them.
 */
public interface NonlinearModel {
  /** p(z₁), the state at step 0 before anything is seen. */
  Gaussian prior();

  /** p(zₜ|zₜ₋₁), into step {@code step} ≥ 1. */
  ConditionalGaussian transition(int step);

  /** What leads into a step ≥ 0: into the first one the prior, wherever it comes from. */
  default ConditionalGaussian into(int step) {
    return step == 0 ? ConditionalGaussian.constant(prior()) : transition(step);
  }

  /** p(xₜ|zₜ) at a step. */
  ConditionalGaussian emission(int step);

  /** The same transition and the same emission at every step. */
  static NonlinearModel of(
      Gaussian prior, ConditionalGaussian transition, ConditionalGaussian emission) {
    return new NonlinearModel() {
      @Override
      public Gaussian prior() {
        return prior;
      }

      @Override
      public ConditionalGaussian transition(int step) {
        return transition;
      }

      @Override
      public ConditionalGaussian emission(int step) {
        return emission;
      }
    };
  }
}
