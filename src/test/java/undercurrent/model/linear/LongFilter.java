package undercurrent.model.linear;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * The oracle for what is ill-conditioned: mean and covariance of all states so far, conditioned
 * step by step with 200 digits. No inputs or offsets; everything is seen.
 */
final class LongFilter {
  private static final MathContext DIGITS = new MathContext(200);
  private final int n;
  private BigDecimal[] mean;
  private BigDecimal[][] covariance;
  private double logLikelihood;

  /** Filtered means [T][n] and covariances [T][n][n]. */
  final double[][] filteredMeans;

  final double[][][] filteredCovariances;

  LongFilter(LinearSystem system, double[][] x) {
    n = system.latentSize();
    int m = system.observedSize();
    filteredMeans = new double[x.length][];
    filteredCovariances = new double[x.length][][];
    mean = column(matrix(system.part(SystemPart.INITIAL_MEAN).at(0), n, 1));
    covariance = matrix(system.part(SystemPart.INITIAL_COVARIANCE).at(0), n, n);
    for (int t = 0; t < x.length; t++) {
      BigDecimal[][] h = matrix(system.part(SystemPart.EMISSION).at(t), m, n);
      BigDecimal[][] r = matrix(system.part(SystemPart.EMISSION_NOISE).at(t), m, m);
      update(h, r, x[t], t * n);
      filteredMeans[t] = new double[n];
      filteredCovariances[t] = new double[n][n];
      for (int i = 0; i < n; i++) {
        filteredMeans[t][i] = mean[t * n + i].doubleValue();
        for (int j = 0; j < n; j++) {
          filteredCovariances[t][i][j] = covariance[t * n + i][t * n + j].doubleValue();
        }
      }
      if (t < x.length - 1) {
        predict(
            matrix(system.part(SystemPart.TRANSITION).at(t), n, n),
            matrix(system.part(SystemPart.TRANSITION_NOISE).at(t), n, n));
      }
    }
  }

  double logLikelihood() {
    return logLikelihood;
  }

  /** E[zₜ | all of x] and its covariance entry, as all states stand in one Gaussian. */
  double smoothedMean(int t, int i) {
    return mean[t * n + i].doubleValue();
  }

  double smoothedCovariance(int t, int i, int j) {
    return covariance[t * n + i][t * n + j].doubleValue();
  }

  /** K = P H' S⁻¹ by elimination on [S | H P, e]. */
  private void update(BigDecimal[][] h, BigDecimal[][] r, double[] x, int at) {
    int m = h.length;
    int size = mean.length;
    BigDecimal[][] hp = new BigDecimal[m][size];
    BigDecimal[] e = new BigDecimal[m];
    BigDecimal[][] s = new BigDecimal[m][m];
    for (int i = 0; i < m; i++) {
      e[i] = new BigDecimal(x[i]);
      for (int k = 0; k < n; k++) e[i] = e[i].subtract(h[i][k].multiply(mean[at + k]), DIGITS);
      for (int c = 0; c < size; c++) {
        hp[i][c] = BigDecimal.ZERO;
        for (int k = 0; k < n; k++) {
          hp[i][c] = hp[i][c].add(h[i][k].multiply(covariance[at + k][c]), DIGITS);
        }
      }
    }
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < m; j++) {
        s[i][j] = r[i][j];
        for (int k = 0; k < n; k++) {
          s[i][j] = s[i][j].add(hp[i][at + k].multiply(h[j][k]), DIGITS);
        }
      }
    }
    // S = L D L': rows of hp and e become L⁻¹ of them, then P -= Σ (row row') / d
    for (int i = 0; i < m; i++) {
      BigDecimal d = s[i][i];
      logLikelihood -= 0.5 * (Math.log(2 * Math.PI) + log(d));
      logLikelihood -= 0.5 * e[i].multiply(e[i]).divide(d, DIGITS).doubleValue();
      for (int a = 0; a < size; a++) {
        BigDecimal gain = hp[i][a].divide(d, DIGITS);
        mean[a] = mean[a].add(gain.multiply(e[i]), DIGITS);
        for (int b = 0; b < size; b++) {
          covariance[a][b] = covariance[a][b].subtract(gain.multiply(hp[i][b]), DIGITS);
        }
      }
      for (int j = i + 1; j < m; j++) {
        BigDecimal factor = s[j][i].divide(d, DIGITS);
        for (int k = i; k < m; k++) s[j][k] = s[j][k].subtract(factor.multiply(s[i][k]), DIGITS);
        for (int c = 0; c < size; c++) {
          hp[j][c] = hp[j][c].subtract(factor.multiply(hp[i][c]), DIGITS);
        }
        e[j] = e[j].subtract(factor.multiply(e[i]), DIGITS);
      }
    }
  }

  private static double log(BigDecimal d) {
    int exponent = d.precision() - d.scale();
    return Math.log(d.scaleByPowerOfTen(-exponent).doubleValue()) + exponent * Math.log(10);
  }

  /** The next state below all before it. */
  private void predict(BigDecimal[][] f, BigDecimal[][] q) {
    int size = mean.length;
    BigDecimal[] longer = java.util.Arrays.copyOf(mean, size + n);
    BigDecimal[][] larger = new BigDecimal[size + n][size + n];
    for (int a = 0; a < size; a++) System.arraycopy(covariance[a], 0, larger[a], 0, size);
    for (int i = 0; i < n; i++) {
      longer[size + i] = BigDecimal.ZERO;
      for (int k = 0; k < n; k++) {
        longer[size + i] = longer[size + i].add(f[i][k].multiply(mean[size - n + k]), DIGITS);
      }
      for (int b = 0; b < size; b++) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int k = 0; k < n; k++) {
          sum = sum.add(f[i][k].multiply(covariance[size - n + k][b]), DIGITS);
        }
        larger[size + i][b] = larger[b][size + i] = sum;
      }
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        BigDecimal sum = q[i][j];
        for (int k = 0; k < n; k++) {
          sum = sum.add(larger[size + i][size - n + k].multiply(f[j][k]), DIGITS);
        }
        larger[size + i][size + j] = sum;
      }
    }
    mean = longer;
    covariance = larger;
  }

  private static BigDecimal[] column(BigDecimal[][] matrix) {
    BigDecimal[] column = new BigDecimal[matrix.length];
    for (int i = 0; i < column.length; i++) column[i] = matrix[i][0];
    return column;
  }

  private static BigDecimal[][] matrix(double[] flat, int rows, int columns) {
    BigDecimal[][] matrix = new BigDecimal[rows][columns];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) matrix[i][j] = new BigDecimal(flat[i * columns + j]);
    }
    return matrix;
  }
}
