package undercurrent.model.nonlinear;

import java.util.List;
import undercurrent.model.gaussian.ConditionalGaussian;
import undercurrent.model.gaussian.Covariance;
import undercurrent.model.gaussian.Gaussian;
import undercurrent.model.gaussian.Matrix;
import undercurrent.model.gaussian.Vectors;

/**
 * One target, seen in turn by a laser that measures its position (px, py) and by a radar that
 * measures distance, bearing and the rate of the distance. Rows have 2 or 3 values accordingly.
 *
 * @param motion of the target
 * @param sensors [T]
 * @param seconds [T], ascending
 * @param prior p(z) at the first of them
 */
public record LaserRadar(Motion motion, List<Sensor> sensors, double[] seconds, Gaussian prior)
    implements NonlinearModel {
  private static final Covariance LASER_NOISE = Covariance.diagonal("R_laser", 0.0225, 0.0225);
  private static final Covariance RADAR_NOISE = Covariance.diagonal("R_radar", 0.09, 0.0009, 0.09);
  private static final Matrix POSITION = Matrix.of(2, 4, 1, 0, 0, 0, 0, 1, 0, 0);

  /** What measures. */
  public enum Sensor {
    LASER,
    RADAR
  }

  @Override
  public ConditionalGaussian transition(int step) {
    return motion.after(seconds[step] - seconds[step - 1]);
  }

  @Override
  public ConditionalGaussian emission(int step) {
    return sensors.get(step) == Sensor.LASER ? new Laser() : new Radar();
  }

  private final class Laser implements ConditionalGaussian {
    @Override
    public double[] mean(double[] z) {
      return POSITION.times(motion.inPlane(z));
    }

    @Override
    public Matrix jacobian(double[] z) {
      return POSITION.times(motion.inPlaneJacobian(z));
    }

    @Override
    public Covariance noise(double[] z) {
      return LASER_NOISE;
    }
  }

  /** r = √(px² + py²), φ = atan2(py, px), ṙ = (px vx + py vy) / r. */
  private final class Radar implements ConditionalGaussian {
    @Override
    public double[] mean(double[] z) {
      double[] p = motion.inPlane(z);
      double r = distance(p);
      return new double[] {r, StrictMath.atan2(p[1], p[0]), (p[0] * p[2] + p[1] * p[3]) / r};
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
          Matrix.of(3, 4, c, s, 0, 0, -s / r, c / r, 0, 0, -across * s, across * c, c, s);
      return byPlane.times(motion.inPlaneJacobian(z));
    }

    @Override
    public Covariance noise(double[] z) {
      return RADAR_NOISE;
    }

    @Override
    public double[] difference(double[] value, double[] mean) {
      double[] difference = Vectors.minus(value, mean);
      difference[1] = Vectors.wrapped(difference[1]);
      return difference;
    }

    /** Right above the sensor a bearing means nothing; a hair's breadth away it is finite. */
    private static double distance(double[] p) {
      return Math.max(Math.hypot(p[0], p[1]), 1e-6);
    }
  }
}
