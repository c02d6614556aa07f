package undercurrent.model.structural;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** The covariance that a stable transition settles at: P = F P F' + Q. */
final class Lyapunov {
  private static final int DOUBLINGS = 64;

  private Lyapunov() {}

  /**
   * P [n][n] for F [n][n] with all eigenvalues inside the unit circle. The sum Σ Fʲ Q F'ʲ is
   * doubled: P ← P + A P A', A ← A² (Anderson and Moore 1979, 6.7).
   */
  static double[][] covariance(double[][] transition, double[][] noise) {
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
        return rows(p);
      }
      CommonOps_DDRM.mult(a, a, work);
      a.setTo(work);
    }
    throw new IllegalArgumentException(
        "The transition F does not settle, so it has no stationary start; make it stable.");
  }

  /** Symmetric to the bit. */
  private static double[][] rows(DMatrixRMaj p) {
    double[][] rows = new double[p.numRows][p.numCols];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < rows.length; j++) rows[i][j] = 0.5 * (p.get(i, j) + p.get(j, i));
    }
    return rows;
  }
}
