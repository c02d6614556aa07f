package undercurrent.model.linear;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * What a block of steps does to whatever state comes before it, the element of the associative
 * filter (Särkkä and García-Fernández 2021): given z before the block the state after it is N(A z +
 * b, C), and the block's likelihood of z is exp(η' z - ½ z' J z). It is found by a filter that
 * starts from a known z, so nothing is inverted.
 */
final class FilterBlock {
  private final int n;

  /** A [n][n], b [n], C [n][n], η [n] and J [n][n]. */
  final double[] a;

  final double[] b;
  final double[] c;
  final double[] eta;
  final double[] j;

  /** The steps from … to-1, with from > 0. */
  FilterBlock(LinearSystem system, Observations seen, int from, int to) {
    n = system.latentSize();
    a = new double[n * n];
    eta = new double[n];
    j = new double[n * n];
    for (int i = 0; i < n; i++) a[i * n + i] = 1;
    FilterPass pass = new FilterPass(system, seen);
    pass.diffuse = 0;
    Arrays.fill(pass.mean, 0);
    Arrays.fill(pass.covariance, 0);
    double[] work = new double[n * n];
    double[] seenThrough = new double[n];
    for (int t = from; t < to; t++) {
      pass.predict(t - 1);
      Matrices.product(system.part(SystemPart.TRANSITION).at(t - 1), 0, a, 0, work, n, n, n);
      System.arraycopy(work, 0, a, 0, n * n);
      pass.update(t);
      for (int s = 0; s < pass.rows.count; s++) take(pass, s, seenThrough);
    }
    b = pass.mean;
    c = pass.covariance;
  }

  /** η += A'h v/f, J += A'h h'A/f, A = (I - k h') A. */
  private void take(FilterPass pass, int s, double[] ha) {
    Arrays.fill(ha, 0);
    for (int i = 0; i < n; i++) {
      double h = pass.rows.row[s * n + i];
      for (int l = 0; l < n; l++) ha[l] += h * a[i * n + l];
    }
    double f = pass.innovationVariance[s];
    for (int i = 0; i < n; i++) {
      eta[i] += ha[i] * pass.innovation[s] / f;
      for (int l = 0; l < n; l++) {
        j[i * n + l] += ha[i] * ha[l] / f;
        a[i * n + l] -= pass.gain[s * n + i] * ha[l];
      }
    }
  }

  /** m and P before the block become those after it: with W = A (I + P J)⁻¹. */
  void apply(double[] mean, double[] covariance) {
    DMatrixRMaj inner = new DMatrixRMaj(n, n);
    Matrices.product(covariance, 0, j, 0, inner.data, n, n, n);
    for (int i = 0; i < n; i++) inner.add(i, i, 1);
    CommonOps_DDRM.invert(inner);
    double[] w = new double[n * n];
    Matrices.product(a, 0, inner.data, 0, w, n, n, n);
    // m = W (m + P η) + b
    double[] moved = new double[n];
    for (int i = 0; i < n; i++) {
      moved[i] = mean[i] + Matrices.dot(covariance, i * n, eta, 0, n);
    }
    for (int i = 0; i < n; i++) mean[i] = Matrices.dot(w, i * n, moved, 0, n) + b[i];
    // P = W P A' + C
    double[] wp = new double[n * n];
    Matrices.product(w, 0, covariance, 0, wp, n, n, n);
    double[] p = new double[n * n];
    Matrices.productTransposed(wp, a, p, n, n, n);
    for (int i = 0; i < n; i++) {
      for (int l = 0; l < n; l++) {
        covariance[i * n + l] = 0.5 * (p[i * n + l] + p[l * n + i]) + c[i * n + l];
      }
    }
  }
}
