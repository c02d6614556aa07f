package undercurrent.model.linear;

import java.util.Arrays;

/**
 * A covariance as S S' with S lower triangular, moved by orthogonal transformations of arrays
 * (Kailath, Sayed and Hassibi 2000, 12): P never loses a digit to a difference.
 */
final class SquareRoot {
  private static final double ROUNDING = 0x1p-50;
  private final int n;
  private final double[] array;
  private final double[] along;
  private final double[] noise;
  private final double[] before;
  private double[] lastNoise = {};

  /** S [n][n]. */
  final double[] s;

  SquareRoot(double[] covariance, int n) {
    this.n = n;
    s = new double[n * n];
    array = new double[2 * n * n];
    along = new double[n];
    before = new double[n];
    noise = new double[n * n];
    Matrices.factor("P1", 0, covariance, 0, s, n);
  }

  /** h' P h, and P h into {@code to} from {@code at}. */
  double times(double[] h, int from, double[] to, int at) {
    double square = 0;
    for (int j = 0; j < n; j++) {
      along[j] = 0;
      for (int i = j; i < n; i++) along[j] += s[i * n + j] * h[from + i];
      square += along[j] * along[j];
    }
    for (int i = 0; i < n; i++) to[at + i] = Matrices.dot(s, i * n, along, 0, i + 1);
    return square;
  }

  /** The variance of dimension i. */
  double variance(int i) {
    return Matrices.dot(s, i * n, s, i * n, i + 1);
  }

  /** S S' ← (I - k h') S S' (I - k h')' + r k k'. */
  void update(double[] gain, double[] h, int at, double r) {
    int width = n + 1;
    double root = Math.sqrt(r);
    for (int i = 0; i < n; i++) before[i] = variance(i);
    for (int j = 0; j < n; j++) {
      double seen = 0;
      for (int i = j; i < n; i++) seen += s[i * n + j] * h[at + i];
      for (int i = 0; i < n; i++) array[i * width + j] = s[i * n + j] - gain[at + i] * seen;
    }
    for (int i = 0; i < n; i++) array[i * width + n] = root * gain[at + i];
    triangle(width);
    if (r == 0) forget();
  }

  /** What an observation without noise has fixed is known; what is left of its variance is not. */
  private void forget() {
    for (int i = 0; i < n; i++) {
      if (variance(i) <= n * n * ROUNDING * ROUNDING * before[i])
        Arrays.fill(s, i * n, i * n + n, 0);
    }
  }

  /** S S' ← F S S' F' + Q. */
  void predict(double[] f, double[] q, int t) {
    if (q != lastNoise) Matrices.factor("Q", t, q, 0, noise, n);
    lastNoise = q;
    int width = 2 * n;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double sum = 0;
        for (int l = j; l < n; l++) sum += f[i * n + l] * s[l * n + j];
        array[i * width + j] = sum;
        array[i * width + n + j] = noise[i * n + j];
      }
    }
    triangle(width);
  }

  /** P = S S'. */
  void square(double[] covariance) {
    Matrices.outer(s, covariance, n);
  }

  /** Rotates the columns of the array [n][width] until it is [S 0] (Householder, row by row). */
  private void triangle(int width) {
    for (int i = 0; i < n; i++) {
      int row = i * width;
      double norm = 0;
      for (int c = i; c < width; c++) norm += array[row + c] * array[row + c];
      norm = Math.sqrt(norm);
      if (norm == 0) continue;
      double first = array[row + i];
      double pivot = first >= 0 ? -norm : norm;
      array[row + i] = first - pivot;
      double half = norm * (norm + Math.abs(first));
      for (int below = i + 1; below < n; below++) {
        int other = below * width;
        double projection = 0;
        for (int c = i; c < width; c++) projection += array[row + c] * array[other + c];
        projection /= half;
        for (int c = i; c < width; c++) array[other + c] -= projection * array[row + c];
      }
      array[row + i] = pivot;
      for (int c = i + 1; c < width; c++) array[row + c] = 0;
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) s[i * n + j] = j <= i ? array[i * width + j] : 0;
    }
  }
}
