package undercurrent.model.nonlinear;

import undercurrent.model.ModelWords;
import undercurrent.model.gaussian.ConditionalGaussian;
import undercurrent.model.gaussian.Covariance;
import undercurrent.model.gaussian.Gaussian;
import undercurrent.model.gaussian.Matrix;
import undercurrent.model.linear.LinearSystem;
import undercurrent.model.linear.SystemPart;
import undercurrent.model.linear.Varying;

/**
 * A linear system as one of the nonlinear models, for which every filter here is the Kalman filter.
 *
 * @param system without inputs, from a proper start
 */
public record LinearModel(LinearSystem system) implements NonlinearModel {
  public LinearModel {
    if (system.inputSize() > 0 || system.diffuseSize() > 0) {
      throw new IllegalArgumentException(ModelWords.of("linearModel.inputs"));
    }
  }

  @Override
  public Gaussian prior() {
    return new Gaussian(
        system.part(SystemPart.INITIAL_MEAN).at(0).clone(),
        covariance(SystemPart.INITIAL_COVARIANCE, 0));
  }

  @Override
  public ConditionalGaussian transition(int step) {
    int from = step - 1;
    return ConditionalGaussian.linear(
        matrix(SystemPart.TRANSITION, from),
        system.part(SystemPart.TRANSITION_OFFSET).at(from),
        covariance(SystemPart.TRANSITION_NOISE, from));
  }

  @Override
  public ConditionalGaussian emission(int step) {
    return ConditionalGaussian.linear(
        matrix(SystemPart.EMISSION, step),
        system.part(SystemPart.EMISSION_OFFSET).at(step),
        covariance(SystemPart.EMISSION_NOISE, step));
  }

  private Covariance covariance(SystemPart part, int step) {
    return Covariance.of(part.letter(), matrix(part, step));
  }

  private Matrix matrix(SystemPart part, int step) {
    Varying varying = system.part(part);
    return Matrix.of(varying.rows(), varying.columns(), varying.at(step));
  }
}
