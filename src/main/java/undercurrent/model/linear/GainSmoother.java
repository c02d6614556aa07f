package undercurrent.model.linear;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CovarianceOps_DDRM;

/**
 * The Rauch-Tung-Striebel smoother in Joseph form, for series on which P itself lost half of its
 * digits: where P and N are of very different sizes, P - P N P is a small difference of large
 * numbers, and this is a sum of what is positive. With G = P F' (P⁻ₜ₊₁)⁻¹,
 *
 * <pre>
 *   m̂ = m + G (m̂ₜ₊₁ - m⁻ₜ₊₁)     P̂ = (I - G F) P (I - G F)' + G (P̂ₜ₊₁ + Q) G'
 * </pre>
 *
 * It inverts P⁻, and says so where that is singular.
 */
final class GainSmoother {
  private final FilterResult filter;
  private final SmootherResult result;
  private final int n;
  private final double[] gain;
  private final double[] left;
  private final double[] work;
  private final double[] sum;

  GainSmoother(FilterResult filter, SmootherResult result) {
    this.filter = filter;
    this.result = result;
    n = filter.system().latentSize();
    gain = new double[n * n];
    left = new double[n * n];
    work = new double[n * n];
    sum = new double[n * n];
  }

  /** Smooths the whole series, or gives false where a predicted covariance is singular. */
  boolean run() {
    int steps = filter.observations().steps();
    Moments to = result.smoothed;
    int last = steps - 1;
    System.arraycopy(filter.filtered.mean, last * n, to.mean, last * n, n);
    System.arraycopy(filter.filtered.covariance, last * n * n, to.covariance, last * n * n, n * n);
    for (int t = last - 1; t >= 0; t--) if (!step(t)) return false;
    return true;
  }

  private boolean step(int t) {
    int next = (t + 1) * n * n;
    double[] predicted = filter.predicted.covariance;
    DMatrixRMaj inverse =
        new DMatrixRMaj(n, n, true, Arrays.copyOfRange(predicted, next, next + n * n));
    if (!CovarianceOps_DDRM.invert(inverse)) return false;
    double[] f = filter.system().part(SystemPart.TRANSITION).at(t);
    double[] p = Arrays.copyOfRange(filter.filtered.covariance, t * n * n, next);
    // G = P F' (P⁻)⁻¹
    Matrices.productTransposed(p, f, work, n, n, n);
    Matrices.product(work, 0, inverse.data, 0, gain, n, n, n);
    double[] mean = result.smoothed.mean;
    for (int i = 0; i < n; i++) {
      mean[t * n + i] = filter.filtered.mean[t * n + i];
      for (int j = 0; j < n; j++) {
        int at = (t + 1) * n + j;
        mean[t * n + i] += gain[i * n + j] * (mean[at] - filter.predicted.mean[at]);
      }
    }
    covariance(t, f, p);
    return true;
  }

  private void covariance(int t, double[] f, double[] p) {
    double[] covariance = result.smoothed.covariance;
    double[] q = filter.system().part(SystemPart.TRANSITION_NOISE).at(t);
    int next = (t + 1) * n * n;
    double[] lagOne = result.lagOne;
    for (int i = 0; i < n * n; i++) sum[i] = covariance[next + i];
    // Cov(zₜ₊₁, zₜ | x) = P̂ₜ₊₁ G'
    if (lagOne != null) {
      Matrices.productTransposed(sum, gain, work, n, n, n);
      System.arraycopy(work, 0, lagOne, t * n * n, n * n);
    }
    for (int i = 0; i < n * n; i++) sum[i] += q[i];
    Matrices.sandwich(gain, sum, sum, work, n);
    System.arraycopy(sum, 0, covariance, t * n * n, n * n);
    Matrices.product(gain, 0, f, 0, left, n, n, n);
    for (int i = 0; i < n * n; i++) left[i] = (i / n == i % n ? 1 : 0) - left[i];
    Matrices.sandwich(left, p, sum, work, n);
    for (int i = 0; i < n * n; i++) covariance[t * n * n + i] += sum[i];
  }
}
