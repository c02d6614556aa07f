package undercurrent.model.nonlinear;

import undercurrent.model.gaussian.ConditionalGaussian;
import undercurrent.model.gaussian.Covariance;
import undercurrent.model.gaussian.Matrix;

/**
 * A target that moves along an arc at constant speed and turn rate, z = (px, py, v, ψ, ω) with
 * heading ψ, but for accelerations that are constant within a step: an example whose noise depends
 * on the state.
 *
 * @param dt of a step
 * @param accelerationVariance along the heading
 * @param turnVariance of the angular acceleration
 */
record ConstantTurn(double dt, double accelerationVariance, double turnVariance)
    implements ConditionalGaussian {
  @Override
  public double[] mean(double[] z) {
    double chord = z[2] * dt * sinc(z[4] * dt / 2);
    double heading = z[3] + z[4] * dt / 2;
    return new double[] {
      z[0] + chord * StrictMath.cos(heading),
      z[1] + chord * StrictMath.sin(heading),
      z[2],
      z[3] + z[4] * dt,
      z[4]
    };
  }

  @Override
  public Matrix jacobian(double[] z) {
    double half = z[4] * dt / 2;
    double c = StrictMath.cos(z[3] + half);
    double s = StrictMath.sin(z[3] + half);
    double perSpeed = dt * sinc(half);
    double chord = z[2] * perSpeed;
    // ∂chord/∂ω and, as the heading is ψ + ω dt/2, half of dt times the turn by ψ
    double longer = z[2] * dt * sincSlope(half) * dt / 2;
    return Matrix.of(
        new double[][] {
          {1, 0, perSpeed * c, -chord * s, longer * c - chord * s * dt / 2},
          {0, 1, perSpeed * s, chord * c, longer * s + chord * c * dt / 2},
          {0, 0, 1, 0, 0},
          {0, 0, 0, 1, dt},
          {0, 0, 0, 0, 1}
        });
  }

  @Override
  public Covariance noise(double[] z) {
    // Q = G diag(σ²ₐ, σ²ᵤ) G'
    double half = dt * dt / 2;
    double c = StrictMath.cos(z[3]);
    double s = StrictMath.sin(z[3]);
    Matrix g = Matrix.of(5, 2, half * c, 0, half * s, 0, dt, 0, 0, half, 0, dt);
    double[] variances = {accelerationVariance, turnVariance};
    return Covariance.of("Q", g.timesDiagonal(variances).timesTransposed(g));
  }

  /** sin a / a. */
  private static double sinc(double a) {
    return Math.abs(a) < 1e-4 ? 1 - a * a / 6 : StrictMath.sin(a) / a;
  }

  /** Its derivative. */
  private static double sincSlope(double a) {
    return Math.abs(a) < 1e-4 ? -a / 3 : (StrictMath.cos(a) - sinc(a)) / a;
  }
}
