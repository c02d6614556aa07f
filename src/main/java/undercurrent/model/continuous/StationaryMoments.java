package undercurrent.model.continuous;

import undercurrent.model.gaussian.Matrix;
import undercurrent.model.linear.Lyapunov;

/**
 * The stationary mean and covariance of a state in continuous time, where they exist, computed in
 * the units that balance A.
 */
final class StationaryMoments {
  private final double[] units;
  private final Matrix a;

  StationaryMoments(double[][] drift) {
    units = Balance.of(drift);
    a = Balance.in(units, drift);
  }

  /** Whether every eigenvalue of A has a real part below 0, by more than rounding. */
  boolean isStationary() {
    return DenseAlgebra.largestRealPart(a) < -1e-12 * DenseAlgebra.norm(a);
  }

  /** P [n][n] with A P + P A' + S = 0 for S [n][n]; A must be stationary. */
  double[][] covariance(double[][] spread) {
    int n = units.length;
    double[][] balanced = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) balanced[i][j] = spread[i][j] / units[i] / units[j];
    }
    double[][] covariance = Lyapunov.inTime(a.toRows(), balanced);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) covariance[i][j] *= units[i] * units[j];
    }
    return covariance;
  }
}
