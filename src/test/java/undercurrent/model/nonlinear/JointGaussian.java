package undercurrent.model.nonlinear;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import undercurrent.math.Randomness;
import undercurrent.model.gaussian.ConditionalGaussian;
import undercurrent.model.gaussian.Covariance;
import undercurrent.model.gaussian.Gaussian;
import undercurrent.model.gaussian.Matrix;

/**
 * A linear model with offsets and its answers by brute force: all states and all observations are
 * one Gaussian, which is conditioned by inverting one matrix.
 */
final class JointGaussian {
  static final int N = 3;
  static final int M = 2;
  private static final double[][] F = {{0.9, 0.3, 0}, {-0.3, 0.8, 0.1}, {0, 0.2, 0.7}};
  private static final double[] B = {0.2, -0.1, 0.3};
  private static final double[][] Q = {{0.3, 0.1, 0}, {0.1, 0.2, 0.05}, {0, 0.05, 0.4}};
  private static final double[][] H = {{1, 0, 0.5}, {0, 1, -1}};
  private static final double[] D = {1, -2};
  private static final double[][] R = {{0.5, 0.2}, {0.2, 0.6}};
  private static final double[][] P1 = {{1, 0.2, 0}, {0.2, 2, 0}, {0, 0, 0.5}};
  private static final double[] M1 = {1, 0, -1};

  static final NonlinearModel MODEL =
      NonlinearModel.of(
          Gaussian.of(M1, Matrix.of(P1)),
          ConditionalGaussian.linear(Matrix.of(F), B, Covariance.of("Q", Matrix.of(Q))),
          ConditionalGaussian.linear(Matrix.of(H), D, Covariance.of("R", Matrix.of(R))));

  private JointGaussian() {}

  /** A drawn series with a missing step and a missing value. */
  static double[][] series(int steps) {
    double[][] x = Simulation.of(MODEL, steps, Randomness.of(7)).observations();
    x[3] = new double[] {Double.NaN, Double.NaN};
    x[5][1] = Double.NaN;
    return x;
  }

  /** Mean and covariance of state t given the first {@code given} rows. */
  record Answer(double[] mean, double[][] covariance) {}

  static Answer state(int t, int given, double[][] x) {
    int steps = x.length;
    DMatrixRMaj prior = priorCovariance(steps);
    double[] means = priorMeans(steps);
    int[] rows = new int[N];
    for (int i = 0; i < N; i++) rows[i] = t * N + i;
    int[] seen = seen(given, x);
    DMatrixRMaj s = part(prior, seen, seen);
    DMatrixRMaj c = part(prior, rows, seen);
    if (given > 0) CommonOps_DDRM.invert(s);
    DMatrixRMaj k = CommonOps_DDRM.mult(c, s, null);
    DMatrixRMaj p = part(prior, rows, rows);
    CommonOps_DDRM.subtractEquals(p, CommonOps_DDRM.multTransB(k, c, null));
    double[] mean = new double[N];
    double[][] covariance = new double[N][N];
    for (int i = 0; i < N; i++) {
      mean[i] = means[rows[i]];
      for (int j = 0; j < seen.length; j++) mean[i] += k.get(i, j) * gap(seen[j], x, means);
      for (int j = 0; j < N; j++) covariance[i][j] = p.get(i, j);
    }
    return new Answer(mean, covariance);
  }

  static double logLikelihood(double[][] x) {
    double[] means = priorMeans(x.length);
    int[] seen = seen(x.length, x);
    DMatrixRMaj s = part(priorCovariance(x.length), seen, seen);
    double logDeterminant = Math.log(CommonOps_DDRM.det(s));
    CommonOps_DDRM.invert(s);
    double square = 0;
    for (int i = 0; i < seen.length; i++) {
      for (int j = 0; j < seen.length; j++) {
        square += gap(seen[i], x, means) * s.get(i, j) * gap(seen[j], x, means);
      }
    }
    return -0.5 * (seen.length * Math.log(2 * Math.PI) + logDeterminant + square);
  }

  private static double gap(int place, double[][] x, double[] means) {
    int k = place - x.length * N;
    return x[k / M][k % M] - means[place];
  }

  /** All states, then all observations. */
  private static double[] priorMeans(int steps) {
    double[] means = new double[steps * (N + M)];
    for (int t = 0; t < steps; t++) {
      for (int i = 0; i < N; i++) {
        means[t * N + i] = t == 0 ? M1[i] : B[i];
        for (int j = 0; j < N && t > 0; j++) means[t * N + i] += F[i][j] * means[(t - 1) * N + j];
      }
      for (int i = 0; i < M; i++) {
        int place = steps * N + t * M + i;
        means[place] = D[i];
        for (int j = 0; j < N; j++) means[place] += H[i][j] * means[t * N + j];
      }
    }
    return means;
  }

  /** A E A', where the columns of A say how each independent push moves everything. */
  private static DMatrixRMaj priorCovariance(int steps) {
    int size = steps * (N + M);
    DMatrixRMaj a = CommonOps_DDRM.identity(size);
    DMatrixRMaj e = new DMatrixRMaj(size, size);
    for (int t = 0; t < steps; t++) {
      for (int i = 0; i < N; i++) {
        for (int j = 0; j < N; j++) {
          e.set(t * N + i, t * N + j, t == 0 ? P1[i][j] : Q[i][j]);
          for (int k = 0; k < steps * N && t > 0; k++) {
            a.add(t * N + i, k, F[i][j] * a.get((t - 1) * N + j, k));
          }
        }
      }
      for (int i = 0; i < M; i++) {
        int place = steps * N + t * M + i;
        for (int j = 0; j < M; j++) e.set(place, steps * N + t * M + j, R[i][j]);
        for (int j = 0; j < N; j++) {
          for (int k = 0; k < steps * N; k++) a.add(place, k, H[i][j] * a.get(t * N + j, k));
        }
      }
    }
    return CommonOps_DDRM.multTransB(CommonOps_DDRM.mult(a, e, null), a, null);
  }

  private static int[] seen(int given, double[][] x) {
    return java.util.stream.IntStream.range(0, given * M)
        .filter(k -> !Double.isNaN(x[k / M][k % M]))
        .map(k -> x.length * N + k)
        .toArray();
  }

  private static DMatrixRMaj part(DMatrixRMaj a, int[] rows, int[] columns) {
    DMatrixRMaj out = new DMatrixRMaj(rows.length, columns.length);
    if (columns.length > 0) CommonOps_DDRM.extract(a, rows, rows.length, columns, columns.length, out);
    return out;
  }
}
