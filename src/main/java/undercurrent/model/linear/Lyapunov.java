package undercurrent.model.linear;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import undercurrent.model.ModelWords;

/** The covariance that a state settles at, whether it moves in steps or all the time. */
public final class Lyapunov {
  private static final int DOUBLINGS = 64;
  private static final double ROUNDING = 1e-9;

  private Lyapunov() {}

  /**
   * P [n][n] of P = F P F' + Q, for F [n][n] with all eigenvalues inside the unit circle. The sum Σ
   * Fʲ Q F'ʲ is doubled: P ← P + A P A', A ← A² (Anderson and Moore 1979, 6.7).
   */
  public static double[][] inSteps(double[][] transition, double[][] noise) {
    int n = transition.length;
    DMatrixRMaj a = new DMatrixRMaj(transition);
    DMatrixRMaj p = new DMatrixRMaj(noise);
    DMatrixRMaj work = new DMatrixRMaj(n, n);
    DMatrixRMaj more = new DMatrixRMaj(n, n);
    for (int i = 0; i < DOUBLINGS; i++) {
      CommonOps_DDRM.mult(a, p, work);
      CommonOps_DDRM.multTransB(work, a, more);
      CommonOps_DDRM.addEquals(p, more);
      if (CommonOps_DDRM.elementMaxAbs(more) <= 1e-17 * CommonOps_DDRM.elementMaxAbs(p)) {
        return symmetric(p);
      }
      CommonOps_DDRM.mult(a, a, work);
      a.setTo(work);
    }
    throw new IllegalArgumentException(ModelWords.of("lyapunov.transition"));
  }

  /** Symmetric to the bit. */
  private static double[][] symmetric(DMatrixRMaj p) {
    double[][] rows = new double[p.numRows][p.numCols];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < rows.length; j++) rows[i][j] = 0.5 * (p.get(i, j) + p.get(j, i));
    }
    return rows;
  }

  /**
   * P [n][n] of A P + P A' + S = 0, for A [n][n] whose eigenvalues have real parts below 0: linear
   * equations in the n(n+1)/2 values of P on and below its diagonal.
   */
  public static double[][] inTime(double[][] drift, double[][] spread) {
    int n = drift.length;
    int unknowns = n * (n + 1) / 2;
    DMatrixRMaj equations = new DMatrixRMaj(unknowns, unknowns);
    DMatrixRMaj right = new DMatrixRMaj(unknowns, 1);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        int row = at(i, j);
        // Σₖ aᵢₖ pₖⱼ + aⱼₖ pₖᵢ = -sᵢⱼ
        for (int k = 0; k < n; k++) {
          equations.add(row, at(k, j), drift[i][k]);
          equations.add(row, at(k, i), drift[j][k]);
        }
        right.set(row, 0, -spread[i][j]);
      }
    }
    DMatrixRMaj solved = new DMatrixRMaj(unknowns, 1);
    if (!CommonOps_DDRM.solve(equations, right, solved) || !isCovariance(solved, n)) {
      throw new IllegalArgumentException(ModelWords.of("lyapunov.drift"));
    }
    double[][] covariance = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) covariance[i][j] = solved.get(at(i, j), 0);
    }
    return covariance;
  }

  /** Of a drift that does not settle, equations have no solution or one of negative variances. */
  private static boolean isCovariance(DMatrixRMaj solved, int n) {
    double largest = CommonOps_DDRM.elementMaxAbs(solved);
    boolean is = Double.isFinite(largest);
    for (int i = 0; i < n; i++) is &= solved.get(at(i, i), 0) >= -ROUNDING * largest;
    return is;
  }

  private static int at(int i, int j) {
    return i >= j ? i * (i + 1) / 2 + j : j * (j + 1) / 2 + i;
  }
}
