package undercurrent.model.nonlinear;

import undercurrent.model.gaussian.ConditionalGaussian;
import undercurrent.model.gaussian.Covariance;
import undercurrent.model.gaussian.Gaussian;
import undercurrent.model.gaussian.Matrix;
import undercurrent.series.Lorenz63;
import undercurrent.series.NoisyPendulum;
import undercurrent.series.VanDerPol;

/** Nonlinear models with the noise of the textbooks. */
public final class ExampleModels {
  private ExampleModels() {}

  /** {@link KnownModels#laserRadar} in steps of 0.5. */
  public static NonlinearModel laserRadar() {
    Gaussian prior = Gaussian.of(new double[4], Matrix.diagonal(1, 1, 1000, 1000));
    return KnownModels.laserRadar(prior).every(0.5, 3, 1);
  }

  /** {@link KnownModels#PENDULUM} with the noise of the generator. */
  public static NonlinearModel pendulum() {
    return KnownModels.PENDULUM.every(NoisyPendulum.DT, 1, NoisyPendulum.OBSERVATION_SD);
  }

  /**
   * {@link KnownModels#VAN_DER_POL}. The generator has no noise in its motion; a filter needs some,
   * or its gain goes to zero.
   *
   * @param motionSd standard deviation of that noise in a step
   */
  public static NonlinearModel vanDerPol(double motionSd) {
    double gap = 10 * VanDerPol.STEP;
    return KnownModels.VAN_DER_POL.every(gap, motionSd / Math.sqrt(gap), VanDerPol.OBSERVATION_SD);
  }

  /**
   * {@link KnownModels#LORENZ_63}.
   *
   * @param motionSd standard deviation of the noise that a filter needs in a step of the motion
   */
  public static NonlinearModel lorenz63(double motionSd) {
    double gap = 2 * Lorenz63.STEP;
    return KnownModels.LORENZ_63.every(gap, motionSd / Math.sqrt(gap), 1);
  }

  /** {@link KnownModels#GROWTH} with the noise of the textbook: N(0, 10) and N(0, 1). */
  public static NonlinearModel growth() {
    return KnownModels.GROWTH.every(1, Math.sqrt(10), 1);
  }

  /**
   * The drift of Krishnan, Shalit and Sontag (2017), figure 8: zₜ ~ N(z + 2 sin z, 5), x ~ N(z/2,
   * 5), z₁ ~ N(0, 0.01); variances.
   */
  public static NonlinearModel sineDrift() {
    return NonlinearModel.of(
        Gaussian.of(new double[1], Matrix.diagonal(0.01)),
        ConditionalGaussian.of(
            z -> new double[] {z[0] + 2 * StrictMath.sin(z[0])},
            z -> Matrix.of(1, 1, 1 + 2 * StrictMath.cos(z[0])),
            Covariance.diagonal("Q", 5)),
        ConditionalGaussian.linear(
            Matrix.of(1, 1, 0.5), new double[1], Covariance.diagonal("R", 5)));
  }
}
