package undercurrent.model.nonlinear;

import undercurrent.model.gaussian.ConditionalGaussian;
import undercurrent.model.gaussian.ConstantNoise;
import undercurrent.model.gaussian.Covariance;
import undercurrent.model.gaussian.Gaussian;
import undercurrent.model.gaussian.Matrix;
import undercurrent.model.gaussian.Vectors;

/**
 * One target that a laser and a radar see, together or in turn: x = (px, py, r, φ, ṙ), of which the
 * laser measures the position and the radar distance, bearing and the rate of the distance. What a
 * row does not have is NaN.
 *
 * @param motion of the target
 * @param seconds [T], ascending
 * @param prior p(z) at the first of them
 */
public record LaserRadar(Motion motion, double[] seconds, Gaussian prior)
    implements NonlinearModel {
  @Override
  public ConditionalGaussian transition(int step) {
    return motion.after(seconds[step] - seconds[step - 1]);
  }

  @Override
  public ConditionalGaussian emission(int step) {
    return Sensors.of(motion, 1);
  }

  /**
   * Both sensors: px, py, r = √(px² + py²), φ = atan2(py, px), ṙ = (px vx + py vy) / r.
   *
   * @param motion says what of a state is position and velocity
   * @param covariance R
   */
  record Sensors(Motion motion, Covariance covariance) implements ConstantNoise {
    private static final int BEARING = 3;
    private static final double[] VARIANCES = {0.0225, 0.0225, 0.09, 0.0009, 0.09};

    /**
     * @param factor times the deviations of the sensors: 0.15, 0.15; 0.3, 0.03, 0.3
     */
    static Sensors of(Motion motion, double factor) {
      Matrix r = Matrix.diagonal(VARIANCES).times(factor * factor);
      return new Sensors(motion, Covariance.of("R", r));
    }

    @Override
    public double[] mean(double[] z) {
      double[] p = motion.inPlane(z);
      double r = distance(p);
      return new double[] {
        p[0], p[1], r, StrictMath.atan2(p[1], p[0]), (p[0] * p[2] + p[1] * p[3]) / r
      };
    }

    @Override
    public Matrix jacobian(double[] z) {
      double[] p = motion.inPlane(z);
      double r = distance(p);
      double c = p[0] / r;
      double s = p[1] / r;
      // the speed across the line of sight turns the bearing
      double across = (p[3] * c - p[2] * s) / r;
      Matrix byPlane =
          Matrix.of(
              new double[][] {
                {1, 0, 0, 0},
                {0, 1, 0, 0},
                {c, s, 0, 0},
                {-s / r, c / r, 0, 0},
                {-across * s, across * c, c, s}
              });
      return byPlane.times(motion.inPlaneJacobian(z));
    }

    @Override
    public void differences(double[] value, double[] means) {
      ConstantNoise.super.differences(value, means);
      for (int i = BEARING; i < means.length; i += value.length) {
        means[i] = Vectors.wrapped(means[i]);
      }
    }

    /** Right above the sensor a bearing means nothing; a hair's breadth away it is finite. */
    private static double distance(double[] p) {
      return Math.max(Math.hypot(p[0], p[1]), 1e-6);
    }
  }
}
