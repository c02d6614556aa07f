package undercurrent.model.continuous;

import java.util.Arrays;
import undercurrent.model.gaussian.Matrix;

/**
 * Units for the parts of a state in which the rows and columns of A are alike (Parlett and Reinsch
 * 1969): a position in metres and its third derivative differ by powers of the time scale, and
 * neither the exponential nor the stationary covariance should lose digits to that. The units are
 * powers of two, so going over to them and back changes no bit.
 */
final class Balance {
  private static final double WORTHWHILE = 0.95;

  private Balance() {}

  /** d [n], of which D⁻¹ A D with D = diag(d) is balanced. */
  static double[] of(double[][] matrix) {
    int n = matrix.length;
    double[][] a = Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
    double[] d = new double[n];
    Arrays.fill(d, 1);
    boolean moved = true;
    while (moved) {
      moved = false;
      for (int i = 0; i < n; i++) {
        double factor = factor(a, i);
        if (factor == 1) continue;
        moved = true;
        d[i] *= factor;
        for (int j = 0; j < n; j++) a[i][j] /= factor;
        for (int j = 0; j < n; j++) a[j][i] *= factor;
      }
    }
    return d;
  }

  /** D⁻¹ A D. */
  static Matrix in(double[] units, double[][] a) {
    int n = units.length;
    double[][] balanced = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) balanced[i][j] = a[i][j] / units[i] * units[j];
    }
    return Matrix.of(balanced);
  }

  /** The power of two that brings column i and row i nearest to each other. */
  private static double factor(double[][] a, int i) {
    double column = 0;
    double row = 0;
    for (int j = 0; j < a.length; j++) {
      if (j == i) continue;
      column += Math.abs(a[j][i]);
      row += Math.abs(a[i][j]);
    }
    if (column == 0 || row == 0) return 1;
    double factor = Math.scalb(1.0, (Math.getExponent(row) - Math.getExponent(column)) / 2);
    double after = column * factor + row / factor;
    return after < WORTHWHILE * (column + row) ? factor : 1;
  }
}
