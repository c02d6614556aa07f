package undercurrent.model.linear;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CovarianceOps_DDRM;
import undercurrent.model.ModelWords;
import undercurrent.model.gaussian.Cholesky;

/**
 * Products of small dense matrices in flat row-major arrays, written into arrays that are there:
 * nothing is allocated. For the sizes of a state (1 … 20) this is faster than any library's call.
 */
final class Matrices {
  private Matrices() {}

  /** c = A b for A [rows][columns]; b starts at {@code at}. */
  static void timesVector(double[] a, double[] b, int at, double[] c, int rows, int columns) {
    for (int i = 0; i < rows; i++) {
      double sum = 0;
      for (int j = 0, ij = i * columns; j < columns; j++, ij++) sum += a[ij] * b[at + j];
      c[i] = sum;
    }
  }

  /** c = A' b for A [rows][columns]. */
  static void transposedTimesVector(double[] a, double[] b, double[] c, int rows, int columns) {
    for (int j = 0; j < columns; j++) c[j] = 0;
    for (int i = 0; i < rows; i++) {
      double x = b[i];
      if (x == 0) continue;
      for (int j = 0, ij = i * columns; j < columns; j++, ij++) c[j] += a[ij] * x;
    }
  }

  static double dot(double[] a, int from, double[] b, int at, int n) {
    double sum = 0;
    for (int i = 0; i < n; i++) sum += a[from + i] * b[at + i];
    return sum;
  }

  /** C = A B for A [rows][inner] and B [inner][columns]. */
  static void product(
      double[] a, int aAt, double[] b, int bAt, double[] c, int rows, int inner, int columns) {
    for (int i = 0; i < rows; i++) {
      int ci = i * columns;
      for (int j = 0; j < columns; j++) c[ci + j] = 0;
      for (int l = 0; l < inner; l++) {
        double x = a[aAt + i * inner + l];
        // Most of a transition of trends and seasons is 0.
        if (x == 0) continue;
        int bl = bAt + l * columns;
        for (int j = 0; j < columns; j++) c[ci + j] += x * b[bl + j];
      }
    }
  }

  /** C = A B' for A [rows][inner] and B [columns][inner]. */
  static void productTransposed(
      double[] a, double[] b, double[] c, int rows, int inner, int columns) {
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        double sum = 0;
        for (int l = 0; l < inner; l++) sum += a[i * inner + l] * b[j * inner + l];
        c[i * columns + j] = sum;
      }
    }
  }

  /** C = A' B for A [inner][rows] and B [inner][columns]. */
  static void transposedProduct(
      double[] a, double[] b, double[] c, int rows, int inner, int columns) {
    for (int i = 0; i < rows * columns; i++) c[i] = 0;
    for (int l = 0; l < inner; l++) {
      for (int i = 0; i < rows; i++) {
        double x = a[l * rows + i];
        for (int j = 0; j < columns; j++) c[i * columns + j] += x * b[l * columns + j];
      }
    }
  }

  /** C = A P A', symmetric to the bit, for A [n][n] and P symmetric; {@code work} is [n·n]. */
  static void sandwich(double[] a, double[] p, double[] c, double[] work, int n) {
    product(a, 0, p, 0, work, n, n, n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = 0;
        for (int l = 0, il = i * n, jl = j * n; l < n; l++, il++, jl++) sum += work[il] * a[jl];
        c[i * n + j] = sum;
        c[j * n + i] = sum;
      }
    }
  }

  /** C = A' N A, symmetric to the bit, for A [n][n] and N symmetric; {@code work} is [n·n]. */
  static void transposedSandwich(double[] a, double[] p, double[] c, double[] work, int n) {
    product(p, 0, a, 0, work, n, n, n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) c[i * n + j] = 0;
    }
    for (int l = 0; l < n; l++) {
      int row = l * n;
      for (int i = 0; i < n; i++) {
        double x = a[row + i];
        if (x == 0) continue;
        for (int j = 0; j <= i; j++) c[i * n + j] += x * work[row + j];
      }
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) c[j * n + i] = c[i * n + j];
    }
  }

  /** Lower L with L L' = A, or a sentence that names the matrix and the step. */
  static void factor(String name, int t, double[] a, int at, double[] l, int n) {
    int bad = Cholesky.factor(a, at, l, n, 1e-12);
    if (bad < 0) return;
    throw new IllegalArgumentException(ModelWords.of("matrices.indefinite", name, t + 1, bad + 1));
  }

  /** C = A A' for A [n][q], the width of A from its length. */
  static void outer(double[] a, double[] c, int n) {
    int q = a.length / n;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) c[i * n + j] = dot(a, i * q, a, j * q, q);
    }
  }

  /** A⁻¹ of a positive definite A [n][n], or a sentence that names the matrix and the step. */
  static double[] inverse(String name, int t, double[] a, int n) {
    DMatrixRMaj inverse = new DMatrixRMaj(n, n, true, a.clone());
    if (!CovarianceOps_DDRM.invert(inverse)) {
      throw new IllegalArgumentException(ModelWords.of("matrices.notDefinite", name, t + 1));
    }
    return inverse.data;
  }
}
