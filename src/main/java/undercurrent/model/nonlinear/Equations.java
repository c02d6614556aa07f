package undercurrent.model.nonlinear;

import undercurrent.model.gaussian.ConditionalGaussian;
import undercurrent.model.gaussian.Gaussian;

/**
 * A nonlinear model of which everything is known but how much noise there is, and perhaps some
 * parameters.
 *
 * <p>The deviation of the motion is that of a step, or, of a model in continuous time, the square
 * root of the spectral density of the white noise that pushes it.
 */
public interface Equations {
  /** p(z₁). */
  Gaussian prior();

  /**
   * p(zₜ|zₜ₋₁).
   *
   * @param step the step it leads to, ≥ 1
   * @param gap the time that passes, &gt; 0
   * @param motion deviation of the motion's noise
   */
  ConditionalGaussian transition(int step, double gap, double motion);

  /** The usual length of an integration step; infinite where a gap is one step. */
  default double interval() {
    return Double.POSITIVE_INFINITY;
  }

  /**
   * p(xₜ|zₜ).
   *
   * @param observation deviation of the observation's noise
   */
  ConditionalGaussian emission(double observation);

  /** Where the learning of its parameters starts; empty where there are none. */
  default double[] parameters() {
    return new double[0];
  }

  /** The same with other parameters. */
  default Equations with(double[] parameters) {
    return this;
  }

  /**
   * The model of rows at these times.
   *
   * @param inputs of each row, in the order of the data
   */
  default NonlinearModel at(double[] times, double[][] inputs, double motion, double observation) {
    return of(step -> times[step] - times[step - 1], motion, observation);
  }

  /** The model of rows that are always as far apart. */
  default NonlinearModel every(double gap, double motion, double observation) {
    return of(step -> gap, motion, observation);
  }

  private NonlinearModel of(
      java.util.function.IntToDoubleFunction gap, double motion, double observation) {
    ConditionalGaussian emission = emission(observation);
    return new NonlinearModel() {
      @Override
      public Gaussian prior() {
        return Equations.this.prior();
      }

      @Override
      public ConditionalGaussian transition(int step) {
        return Equations.this.transition(step, gap.applyAsDouble(step), motion);
      }

      @Override
      public ConditionalGaussian emission(int step) {
        return emission;
      }
    };
  }
}
