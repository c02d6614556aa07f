package undercurrent.model.nonlinear;

import undercurrent.math.Progress;
import undercurrent.model.gaussian.ConstantNoise;
import undercurrent.model.gaussian.Covariance;
import undercurrent.model.gaussian.Matrix;
import undercurrent.series.NoisyPendulum;

/**
 * The transition of a pendulum z = (θ, ω) over a gap, by Euler steps of about the textbook's size.
 */
final class PendulumTransition implements ConstantNoise {
  private final int steps;
  private final double interval;
  private final Covariance noise;

  /**
   * @param gap in seconds
   * @param deviation root of the spectral density of the white noise on the speed
   */
  PendulumTransition(double gap, double deviation) {
    steps = Substeps.count(gap, NoisyPendulum.DT);
    interval = gap / steps;
    // Q = q [[dt³/3, dt²/2], [dt²/2, dt]]
    Matrix q =
        Matrix.of(2, 2, gap * gap * gap / 3, gap * gap / 2, gap * gap / 2, gap)
            .times(deviation * deviation);
    noise = Covariance.of("Q", q);
  }

  @Override
  public double[] mean(double[] z) {
    double[] now = z;
    for (int i = 0; i < steps; i++) {
      Progress.within(i);
      now = NoisyPendulum.step(now, interval);
    }
    return now;
  }

  @Override
  public void means(double[] z, int count, double[] out) {
    System.arraycopy(mean(z), 0, out, 0, z.length);
  }

  @Override
  public Matrix jacobian(double[] z) {
    Matrix all = Matrix.identity(2);
    double[] now = z;
    for (int i = 0; i < steps; i++) {
      Progress.within(i);
      double pull = -NoisyPendulum.GRAVITY * StrictMath.cos(now[0]) * interval;
      all = Matrix.of(2, 2, 1, interval, pull, 1).times(all);
      now = NoisyPendulum.step(now, interval);
    }
    return all;
  }

  @Override
  public Covariance covariance() {
    return noise;
  }
}
