package undercurrent.model.continuous;

import undercurrent.model.gaussian.Matrix;

/**
 * The covariance that no longer changes: A P + P A' + S = 0, as linear equations in the n(n+1)/2
 * values of P on and below its diagonal, in the units that balance A.
 */
final class Lyapunov {
  private final int n;
  private final double[] units;
  private final Matrix a;

  Lyapunov(double[][] drift) {
    n = drift.length;
    units = Balance.of(drift);
    a = Balance.in(units, drift);
  }

  /** Whether every eigenvalue of A has a real part below 0, by more than rounding. */
  boolean isStationary() {
    return Dense.largestRealPart(a) < -1e-12 * Dense.norm(a);
  }

  /** P [n][n] for S [n][n]; A must be stationary. */
  double[][] covariance(double[][] spread) {
    int unknowns = n * (n + 1) / 2;
    double[][] equations = new double[unknowns][unknowns];
    double[][] right = new double[unknowns][1];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        int row = at(i, j);
        // Σₖ aᵢₖ pₖⱼ + aⱼₖ pₖᵢ = -sᵢⱼ
        for (int k = 0; k < n; k++) {
          equations[row][at(k, j)] += a.at(i, k);
          equations[row][at(k, i)] += a.at(j, k);
        }
        right[row][0] = -spread[i][j] / units[i] / units[j];
      }
    }
    Matrix solved = Dense.solve(Matrix.of(equations), Matrix.of(right));
    double[][] covariance = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        covariance[i][j] = solved.at(at(i, j), 0) * units[i] * units[j];
      }
    }
    return covariance;
  }

  private static int at(int i, int j) {
    return i >= j ? i * (i + 1) / 2 + j : j * (j + 1) / 2 + i;
  }
}
