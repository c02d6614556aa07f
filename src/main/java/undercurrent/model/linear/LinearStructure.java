package undercurrent.model.linear;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import undercurrent.series.Dataset;
import undercurrent.series.Sequence;

/**
 * How much of a row can be foreseen linearly: what a Gaussian regression of a row on the row before
 * it, whose residuals may be correlated, is better than channels that are independent of each other
 * and of the past.
 *
 * <pre>
 *   gain = ½ (Σ log Var(x_d) − log det Cov(xₜ|xₜ₋₁)) − (number of regressors and correlations) / 2n
 * </pre>
 *
 * The last term is what the fit gains by chance.
 *
 * @param gain in nats per time step; about 0 for white noise
 */
public record LinearStructure(double gain) {
  /** With more channels the covariances are neither cheap nor well determined. */
  private static final int MOST_CHANNELS = 40;

  /** Of the rows of the training part that are whole and follow a whole row. */
  public static LinearStructure of(Dataset data) {
    int size = data.observationSize();
    if (size > MOST_CHANNELS) return new LinearStructure(Double.NaN);
    DMatrixRMaj sum = new DMatrixRMaj(2 * size, 1);
    DMatrixRMaj squares = new DMatrixRMaj(2 * size, 2 * size);
    DMatrixRMaj pair = new DMatrixRMaj(2 * size, 1);
    long count = 0;
    for (Sequence sequence : data.training()) {
      for (int t = 1; t < sequence.steps(); t++) {
        if (sequence.observedAt(t) < size || sequence.observedAt(t - 1) < size) continue;
        for (int i = 0; i < 2 * size; i++) pair.set(i, sequence.values()[(t - 1) * size + i]);
        CommonOps_DDRM.addEquals(sum, pair);
        CommonOps_DDRM.multAddTransB(pair, pair, squares);
        count++;
      }
    }
    if (count < 10L * size + 20) return new LinearStructure(Double.NaN);
    CommonOps_DDRM.divide(sum, (double) count);
    CommonOps_DDRM.divide(squares, (double) count);
    CommonOps_DDRM.multAddTransB(-1, sum, sum, squares);
    return new LinearStructure(gain(squares, size, count));
  }

  /**
   * @param covariance of the row before and the row
   */
  private static double gain(DMatrixRMaj covariance, int size, long count) {
    DMatrixRMaj before = CommonOps_DDRM.extract(covariance, 0, size, 0, size);
    DMatrixRMaj now = CommonOps_DDRM.extract(covariance, size, 2 * size, size, 2 * size);
    DMatrixRMaj cross = CommonOps_DDRM.extract(covariance, size, 2 * size, 0, size);
    double independent = 0;
    for (int d = 0; d < size; d++) {
      independent += Math.log(now.get(d, d));
      // A constant channel makes the matrix singular: the gain is not known.
      if (!(before.get(d, d) > 0)) return Double.NaN;
    }
    if (!CommonOps_DDRM.invert(before)) return Double.NaN;
    DMatrixRMaj regression = CommonOps_DDRM.mult(cross, before, null);
    CommonOps_DDRM.multAddTransB(-1, regression, cross, now);
    double parameters = size * size + size * (size - 1) / 2.0;
    return (independent - Math.log(CommonOps_DDRM.det(now)) - parameters / count) / 2;
  }
}
