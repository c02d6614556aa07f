package undercurrent.model.nonlinear;

import undercurrent.model.gaussian.ConditionalGaussian;
import undercurrent.model.gaussian.Covariance;
import undercurrent.model.gaussian.Gaussian;
import undercurrent.model.gaussian.Matrix;
import undercurrent.series.Lorenz63;
import undercurrent.series.NoisyPendulum;
import undercurrent.series.VanDerPol;

/** The textbook's nonlinear models; those that generators make series of share their equations. */
public final class KnownModels {
  private KnownModels() {}

  /**
   * The pendulum of {@link NoisyPendulum}, z = (θ, ω), x = sin θ + N(0, 0.3²), from N((π/2, 0), 0.1
   * I) (Särkkä, Bayesian Filtering and Smoothing, example 3.7).
   */
  public static NonlinearModel pendulum() {
    double dt = NoisyPendulum.DT;
    // Q = [[dt³/3, dt²/2], [dt²/2, dt]], white noise of spectral density 1 on the speed
    Matrix q = Matrix.of(2, 2, dt * dt * dt / 3, dt * dt / 2, dt * dt / 2, dt);
    return NonlinearModel.of(
        Gaussian.of(new double[] {StrictMath.PI / 2, 0}, Matrix.diagonal(0.1, 0.1)),
        ConditionalGaussian.of(
            NoisyPendulum::swing,
            z -> Matrix.of(2, 2, 1, dt, -NoisyPendulum.GRAVITY * StrictMath.cos(z[0]) * dt, 1),
            Covariance.of("Q", q)),
        ConditionalGaussian.of(
            z -> new double[] {StrictMath.sin(z[0])},
            z -> Matrix.of(1, 2, StrictMath.cos(z[0]), 0),
            Covariance.diagonal("R", square(NoisyPendulum.OBSERVATION_SD))));
  }

  /**
   * The oscillator of {@link VanDerPol}, z = (position, velocity), of which the position is seen.
   * The generator has no noise in its motion; a filter needs some to stay awake.
   *
   * @param motionSd standard deviation of that noise in a step
   */
  public static NonlinearModel vanDerPol(double motionSd) {
    double mu = VanDerPol.MU;
    return NonlinearModel.of(
        Gaussian.of(new double[2], Matrix.diagonal(4.0 / 3, 4.0 / 3)),
        new Flow(
            VanDerPol::flow,
            z -> Matrix.of(2, 2, 0, 1, -2 * mu * z[0] * z[1] - 1, mu * (1 - z[0] * z[0])),
            VanDerPol.STEP,
            10,
            Covariance.diagonal("Q", square(motionSd), square(motionSd))),
        ConditionalGaussian.linear(
            Matrix.of(1, 2, 1, 0),
            new double[1],
            Covariance.diagonal("R", square(VanDerPol.OBSERVATION_SD))));
  }

  /**
   * The butterfly of {@link Lorenz63}, all coordinates seen with N(0, 1), from anywhere on it.
   *
   * @param motionSd standard deviation of the noise that a filter needs in a step of the motion
   */
  public static NonlinearModel lorenz63(double motionSd) {
    double q = square(motionSd);
    return NonlinearModel.of(
        Gaussian.of(new double[] {0, 0, 24}, Matrix.diagonal(64, 81, 74)),
        new Flow(
            Lorenz63::flow,
            z -> Matrix.of(3, 3, -10, 10, 0, 28 - z[2], -1, -z[0], z[1], z[0], -8.0 / 3),
            Lorenz63.STEP,
            2,
            Covariance.diagonal("Q", q, q, q)),
        ConditionalGaussian.linear(
            Matrix.identity(3), new double[3], Covariance.diagonal("R", 1, 1, 1)));
  }

  /**
   * The univariate growth model (Kitagawa 1987), whose filtered density has two peaks because the
   * sign is not seen: zₜ = z/2 + 25z/(1+z²) + 8 cos 1.2t + N(0, 10), x = z²/20 + N(0, 1), z₁ ~ N(0,
   * 5).
   */
  public static NonlinearModel growth() {
    Covariance q = Covariance.diagonal("Q", 10);
    Gaussian prior = Gaussian.of(new double[1], Matrix.diagonal(5));
    ConditionalGaussian emission =
        ConditionalGaussian.of(
            z -> new double[] {z[0] * z[0] / 20},
            z -> Matrix.of(1, 1, z[0] / 10),
            Covariance.diagonal("R", 1));
    return new NonlinearModel() {
      @Override
      public Gaussian prior() {
        return prior;
      }

      @Override
      public ConditionalGaussian transition(int step) {
        double push = 8 * StrictMath.cos(1.2 * step);
        return ConditionalGaussian.of(
            z -> new double[] {z[0] / 2 + 25 * z[0] / (1 + z[0] * z[0]) + push},
            z -> Matrix.of(1, 1, 0.5 + 25 * (1 - z[0] * z[0]) / square(1 + z[0] * z[0])),
            q);
      }

      @Override
      public ConditionalGaussian emission(int step) {
        return emission;
      }
    };
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

  private static double square(double a) {
    return a * a;
  }
}
