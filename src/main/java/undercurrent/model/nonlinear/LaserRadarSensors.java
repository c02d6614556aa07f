package undercurrent.model.nonlinear;

import undercurrent.model.gaussian.ConstantNoise;
import undercurrent.model.gaussian.Covariance;
import undercurrent.model.gaussian.Matrix;
import undercurrent.model.gaussian.Vectors;

/**
 * A target z = (px, py, vx, vy) that a laser and a radar observe, together or in turn: px, py, r =
 * √(px² + py²), φ = atan2(py, px), ṙ = (px vx + py vy) / r, of which the laser measures the
 * position and the radar distance, bearing and the rate of the distance. What a row does not have
 * is NaN.
 *
 * @param covariance R
 */
record LaserRadarSensors(Covariance covariance) implements ConstantNoise {
  private static final int BEARING = 3;
  private static final double[] VARIANCES = {0.0225, 0.0225, 0.09, 0.0009, 0.09};

  /**
   * @param factor times the deviations of the sensors: 0.15, 0.15; 0.3, 0.03, 0.3
   */
  static LaserRadarSensors of(double factor) {
    Matrix r = Matrix.diagonal(VARIANCES).times(factor * factor);
    return new LaserRadarSensors(Covariance.of("R", r));
  }

  @Override
  public double[] mean(double[] z) {
    double r = distance(z);
    return new double[] {
      z[0], z[1], r, StrictMath.atan2(z[1], z[0]), (z[0] * z[2] + z[1] * z[3]) / r
    };
  }

  @Override
  public Matrix jacobian(double[] z) {
    double r = distance(z);
    double c = z[0] / r;
    double s = z[1] / r;
    // the speed across the line of sight turns the bearing
    double across = (z[3] * c - z[2] * s) / r;
    return Matrix.of(
        new double[][] {
          {1, 0, 0, 0},
          {0, 1, 0, 0},
          {c, s, 0, 0},
          {-s / r, c / r, 0, 0},
          {-across * s, across * c, c, s}
        });
  }

  @Override
  public void differences(double[] value, double[] means) {
    ConstantNoise.super.differences(value, means);
    for (int i = BEARING; i < means.length; i += value.length) {
      means[i] = Vectors.wrapped(means[i]);
    }
  }

  /** At the place of the sensor a bearing is not defined; very near to it, it is finite. */
  private static double distance(double[] z) {
    return Math.max(Math.hypot(z[0], z[1]), 1e-6);
  }
}
