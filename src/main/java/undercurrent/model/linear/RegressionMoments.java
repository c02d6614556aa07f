package undercurrent.model.linear;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CovarianceOps_DDRM;
import undercurrent.model.ModelWords;

/**
 * The moments of a regression g = W x + N(0, V) whose g [p] and x [q] are themselves uncertain: W =
 * E[g x'] E[x x']⁻¹ and V = E[(g - W x)(g - W x)'], summed over steps.
 */
final class RegressionMoments {
  private final int p;
  private final int q;
  private final double[] gg;
  private final double[] gx;
  private final double[] xx;
  private int count;

  RegressionMoments(int p, int q) {
    this.p = p;
    this.q = q;
    gg = new double[p * p];
    gx = new double[p * q];
    xx = new double[q * q];
  }

  void clear() {
    Arrays.fill(gg, 0);
    Arrays.fill(gx, 0);
    Arrays.fill(xx, 0);
    count = 0;
  }

  /**
   * One step: the means of g and x, Cov(g) [p][p], and for the first {@code uncertain} of x Cov(g,
   * x) [p][uncertain] and Cov(x) [uncertain][uncertain]; the rest of x is known.
   */
  void add(double[] g, double[] x, double[] covG, double[] covGx, double[] covX, int uncertain) {
    count++;
    for (int i = 0; i < p; i++) {
      for (int j = 0; j < p; j++) gg[i * p + j] += covG[i * p + j] + g[i] * g[j];
      for (int j = 0; j < q; j++) gx[i * q + j] += g[i] * x[j];
      for (int j = 0; j < uncertain; j++) gx[i * q + j] += covGx[i * uncertain + j];
    }
    for (int i = 0; i < q; i++) {
      for (int j = 0; j < q; j++) xx[i * q + j] += x[i] * x[j];
    }
    for (int i = 0; i < uncertain; i++) {
      for (int j = 0; j < uncertain; j++) xx[i * q + j] += covX[i * uncertain + j];
    }
  }

  int count() {
    return count;
  }

  /** W [p][q]. */
  double[] coefficients(String names) {
    double[] w = new double[p * q];
    if (q == 0) return w;
    DMatrixRMaj inverse = new DMatrixRMaj(q, q, true, xx.clone());
    if (!CovarianceOps_DDRM.invert(inverse)) {
      throw new IllegalArgumentException(ModelWords.of("regressionMoments.dependent", names));
    }
    Matrices.product(gx, 0, inverse.data, 0, w, p, q, q);
    return w;
  }

  /** V [p][p] for a given W. */
  double[] noise(double[] w) {
    double[] wx = new double[p * q];
    Matrices.product(w, 0, xx, 0, wx, p, q, q);
    double[] v = new double[p * p];
    for (int i = 0; i < p; i++) {
      for (int j = 0; j <= i; j++) {
        double sum =
            gg[i * p + j]
                - Matrices.dot(w, i * q, gx, j * q, q)
                - Matrices.dot(gx, i * q, w, j * q, q)
                + Matrices.dot(wx, i * q, w, j * q, q);
        v[i * p + j] = v[j * p + i] = sum / count;
      }
    }
    return v;
  }
}
