package undercurrent.model.nonlinear;

import java.util.function.DoubleFunction;
import java.util.function.Function;
import undercurrent.model.gaussian.ConditionalGaussian;
import undercurrent.model.gaussian.Covariance;
import undercurrent.model.gaussian.Gaussian;
import undercurrent.model.gaussian.Matrix;
import undercurrent.series.Lorenz63;
import undercurrent.series.NoisyPendulum;
import undercurrent.series.RungeKutta;
import undercurrent.series.UnivariateGrowth;
import undercurrent.series.VanDerPol;

/** The textbook's nonlinear models; those that generators make series of share their equations. */
public final class KnownModels {
  /**
   * The pendulum of {@link NoisyPendulum}, z = (θ, ω), x = sin θ, from N((π/2, 0), 0.1 I) (Särkkä,
   * Bayesian Filtering and Smoothing, example 3.7); time in seconds.
   */
  public static final Equations PENDULUM =
      new Known(
          Gaussian.of(new double[] {StrictMath.PI / 2, 0}, Matrix.diagonal(0.1, 0.1)),
          NoisyPendulum.DT,
          (step, gap, motion) -> new PendulumTransition(gap, motion),
          observation ->
              ConditionalGaussian.ofMany(
                  (z, count, out) -> {
                    for (int i = 0; i < count; i++) out[i] = StrictMath.sin(z[2 * i]);
                  },
                  z -> Matrix.of(1, 2, StrictMath.cos(z[0]), 0),
                  Covariance.diagonal("R", square(observation))));

  /**
   * The oscillator of {@link VanDerPol}, z = (position, velocity), of which the position is seen.
   */
  public static final Equations VAN_DER_POL =
      new Known(
          Gaussian.of(new double[2], Matrix.diagonal(4.0 / 3, 4.0 / 3)),
          VanDerPol.STEP,
          (step, gap, motion) ->
              flow(VanDerPol::flow, KnownModels::vanDerPolSlopes, VanDerPol.STEP, gap, motion, 2),
          observation -> seen(Matrix.of(1, 2, 1, 0), observation));

  /**
   * The attractor of {@link Lorenz63}, all coordinates observed; the first state is anywhere on it.
   */
  public static final Equations LORENZ_63 =
      new Known(
          Gaussian.of(new double[] {0, 0, 24}, Matrix.diagonal(64, 81, 74)),
          Lorenz63.STEP,
          (step, gap, motion) ->
              flow(Lorenz63::flow, KnownModels::lorenzSlopes, Lorenz63.STEP, gap, motion, 3),
          observation -> seen(Matrix.identity(3), observation));

  /**
   * The growth model of {@link UnivariateGrowth}, whose filtered density has two peaks because the
   * sign is not seen.
   */
  public static final Equations GROWTH =
      new Known(
          Gaussian.of(new double[1], Matrix.diagonal(5)),
          Known.AT_ONCE,
          (step, gap, motion) -> growing(step, motion),
          observation ->
              ConditionalGaussian.ofMany(
                  (z, count, out) -> {
                    for (int i = 0; i < count; i++) out[i] = z[i] * z[i] / 20;
                  },
                  z -> Matrix.of(1, 1, z[0] / 10),
                  Covariance.diagonal("R", square(observation))));

  private KnownModels() {}

  /** A level that walks at random and is seen: linear, so that every filter has to be Kalman's. */
  public static Equations walk(Gaussian prior) {
    Matrix one = Matrix.identity(1);
    return new Known(
        prior,
        Known.AT_ONCE,
        (step, gap, motion) -> seen(one, motion),
        observation -> seen(one, observation));
  }

  /**
   * A target z = (px, py, vx, vy) that laser and radar observe as in {@link LaserRadarSensors}. Its
   * velocity is constant but for white noise on its acceleration; the deviation of the observation
   * is a factor.
   */
  public static Equations laserRadar(Gaussian prior) {
    return new Known(
        prior,
        Known.AT_ONCE,
        (step, gap, motion) -> straight(gap, square(motion)),
        observation -> LaserRadarSensors.of(observation));
  }

  /**
   * Made of its parts.
   *
   * @param interval the usual length of an integration step
   */
  private record Known(
      Gaussian prior,
      double interval,
      Transition motion,
      DoubleFunction<ConditionalGaussian> observation)
      implements Equations {
    static final double AT_ONCE = Double.POSITIVE_INFINITY;

    interface Transition {
      ConditionalGaussian at(int step, double gap, double deviation);
    }

    @Override
    public ConditionalGaussian transition(int step, double gap, double deviation) {
      return motion.at(step, gap, deviation);
    }

    @Override
    public ConditionalGaussian emission(double deviation) {
      return observation.apply(deviation);
    }
  }

  /** Whole Runge–Kutta steps near the usual one, and the noise of the gap. */
  private static OdeTransition flow(
      RungeKutta.Field field,
      Function<double[], Matrix> slopes,
      double usual,
      double gap,
      double deviation,
      int size) {
    int steps = Substeps.count(gap, usual);
    double[] variances = new double[size];
    java.util.Arrays.fill(variances, square(deviation) * gap);
    return new OdeTransition(
        field, slopes, gap / steps, steps, Covariance.diagonal("Q", variances));
  }

  private static ConditionalGaussian straight(double gap, double density) {
    Matrix f = Matrix.of(4, 4, 1, 0, gap, 0, 0, 1, 0, gap, 0, 0, 1, 0, 0, 0, 0, 1);
    // Q = q [[dt³/3, dt²/2], [dt²/2, dt]] of each coordinate
    double a = density * gap * gap * gap / 3;
    double b = density * gap * gap / 2;
    double c = density * gap;
    Matrix q = Matrix.of(4, 4, a, 0, b, 0, 0, a, 0, b, b, 0, c, 0, 0, b, 0, c);
    return ConditionalGaussian.linear(f, new double[4], Covariance.of("Q", q));
  }

  private static Matrix vanDerPolSlopes(double[] z) {
    double mu = VanDerPol.MU;
    return Matrix.of(2, 2, 0, 1, -2 * mu * z[0] * z[1] - 1, mu * (1 - z[0] * z[0]));
  }

  private static Matrix lorenzSlopes(double[] z) {
    return Matrix.of(3, 3, -10, 10, 0, 28 - z[2], -1, -z[0], z[1], z[0], -8.0 / 3);
  }

  private static ConditionalGaussian growing(int step, double deviation) {
    double push = UnivariateGrowth.push(step);
    return ConditionalGaussian.ofMany(
        (z, count, out) -> {
          for (int i = 0; i < count; i++) out[i] = UnivariateGrowth.drift(z[i]) + push;
        },
        z -> Matrix.of(1, 1, 0.5 + 25 * (1 - z[0] * z[0]) / square(1 + z[0] * z[0])),
        Covariance.diagonal("Q", square(deviation)));
  }

  /** N(A z, σ² I). */
  private static ConditionalGaussian seen(Matrix a, double deviation) {
    double[] variances = new double[a.rows()];
    java.util.Arrays.fill(variances, square(deviation));
    return ConditionalGaussian.linear(a, new double[a.rows()], Covariance.diagonal("R", variances));
  }

  private static double square(double a) {
    return a * a;
  }
}
