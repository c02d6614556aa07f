package undercurrent.model.continuous;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.simple.SimpleMatrix;

/** The oracle: Gaussian-process regression with the whole matrix k(tᵢ, tⱼ); knows no state. */
final class GaussianProcess {
  private final Kernel kernel;
  private final double lengthscale;
  private final double variance;
  private final double[] times;
  private final SimpleMatrix values;
  private final SimpleMatrix covariance;

  /** Values y at times, with a noise variance each. */
  GaussianProcess(
      Kernel kernel, double lengthscale, double variance, double[] times, double[] y, double[] r) {
    this.kernel = kernel;
    this.lengthscale = lengthscale;
    this.variance = variance;
    this.times = times;
    values = new SimpleMatrix(new DMatrixRMaj(y.length, 1, true, y.clone()));
    covariance = between(times, times).plus(SimpleMatrix.diag(r));
  }

  private SimpleMatrix between(double[] s, double[] t) {
    SimpleMatrix k = new SimpleMatrix(s.length, t.length);
    for (int i = 0; i < s.length; i++) {
      for (int j = 0; j < t.length; j++) k.set(i, j, k(s[i] - t[j]));
    }
    return k;
  }

  private double k(double tau) {
    double r = Math.abs(tau) / lengthscale;
    return variance
        * switch (kernel) {
          case MATERN_12 -> Math.exp(-r);
          case MATERN_32 -> (1 + Math.sqrt(3) * r) * Math.exp(-Math.sqrt(3) * r);
          case MATERN_52 -> (1 + Math.sqrt(5) * r + 5 * r * r / 3) * Math.exp(-Math.sqrt(5) * r);
        };
  }

  double logLikelihood() {
    var cholesky = DecompositionFactory_DDRM.chol(true);
    DMatrixRMaj factor = covariance.copy().getDDRM();
    if (!cholesky.decompose(factor)) throw new IllegalStateException("not positive definite");
    DMatrixRMaj l = cholesky.getT(null);
    double sum = values.dot(covariance.solve(values));
    for (int i = 0; i < l.numRows; i++) sum += 2 * Math.log(l.get(i, i)) + Math.log(2 * Math.PI);
    return -0.5 * sum;
  }

  /** Posterior means and variances of the process at times: [2][count]. */
  double[][] at(double[] queries) {
    SimpleMatrix k = between(queries, times);
    SimpleMatrix mean = k.mult(covariance.solve(values));
    SimpleMatrix explained = k.mult(covariance.solve(k.transpose()));
    double[][] posterior = new double[2][queries.length];
    for (int i = 0; i < queries.length; i++) {
      posterior[0][i] = mean.get(i, 0);
      posterior[1][i] = k(0) - explained.get(i, i);
    }
    return posterior;
  }
}
