package undercurrent.model.nonlinear;

import undercurrent.model.gaussian.ConditionalGaussian;
import undercurrent.model.gaussian.Covariance;
import undercurrent.model.gaussian.Gaussian;
import undercurrent.model.gaussian.Matrix;

/**
 * A target that goes straight on, z = (px, py, vx, vy), but for an acceleration that is constant
 * within a step (Bar-Shalom, Li and Kirubarajan 2001, 6.3.2).
 *
 * @param accelerationVariance of each coordinate
 */
public record ConstantVelocity(double accelerationVariance) implements Motion {
  @Override
  public ConditionalGaussian after(double seconds) {
    // p + v dt + a dt²/2,  v + a dt
    double dt = seconds;
    Matrix f = Matrix.of(4, 4, 1, 0, dt, 0, 0, 1, 0, dt, 0, 0, 1, 0, 0, 0, 0, 1);
    double half = dt * dt / 2;
    Matrix g = Matrix.of(4, 2, half, 0, 0, half, dt, 0, 0, dt);
    Covariance q = Covariance.of("Q", g.timesTransposed(g).times(accelerationVariance));
    return ConditionalGaussian.linear(f, new double[4], q);
  }

  @Override
  public double[] inPlane(double[] z) {
    return z;
  }

  @Override
  public Matrix inPlaneJacobian(double[] z) {
    return Matrix.identity(4);
  }

  @Override
  public Gaussian startingAt(double px, double py) {
    return Gaussian.of(new double[] {px, py, 0, 0}, Matrix.diagonal(1, 1, 1000, 1000));
  }
}
