package undercurrent.math;

/**
 * Products, Cholesky factors and triangular solves of small matrices in double precision, row-major
 * and from a place of an array on; the same bits on every machine.
 */
final class DoubleProducts {
  private DoubleProducts() {}

  /** c += scale · a·b, of {@code [n × k]} by {@code [k × w]}. */
  static void plus(
      double scale,
      double[] a,
      int atA,
      double[] b,
      int atB,
      double[] c,
      int atC,
      int n,
      int k,
      int w) {
    for (int i = 0; i < n; i++) {
      for (int p = 0; p < k; p++) {
        double factor = scale * a[atA + i * k + p];
        for (int j = 0; j < w; j++) c[atC + i * w + j] += factor * b[atB + p * w + j];
      }
    }
  }

  /** c += scale · aᵀ·b, with a {@code [k × n]} and b {@code [k × w]}. */
  static void plusFlipA(
      double scale,
      double[] a,
      int atA,
      double[] b,
      int atB,
      double[] c,
      int atC,
      int n,
      int k,
      int w) {
    for (int p = 0; p < k; p++) {
      for (int i = 0; i < n; i++) {
        double factor = scale * a[atA + p * n + i];
        for (int j = 0; j < w; j++) c[atC + i * w + j] += factor * b[atB + p * w + j];
      }
    }
  }

  /** c += scale · a·bᵀ, with a {@code [n × k]} and b {@code [w × k]}. */
  static void plusFlipB(
      double scale,
      double[] a,
      int atA,
      double[] b,
      int atB,
      double[] c,
      int atC,
      int n,
      int k,
      int w) {
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < w; j++) {
        double sum = 0;
        for (int p = 0; p < k; p++) sum += a[atA + i * k + p] * b[atB + j * k + p];
        c[atC + i * w + j] += scale * sum;
      }
    }
  }

  /** The lower triangular L with L·Lᵀ = a, zero above the diagonal; NaN where there is none. */
  static void cholesky(double[] a, double[] l, int at, int n) {
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double sum = j > i ? 0 : a[i * n + j];
        for (int k = 0; k < j && j <= i; k++) sum -= l[at + i * n + k] * l[at + j * n + k];
        l[at + i * n + j] = j > i ? 0 : i == j ? Math.sqrt(sum) : sum / l[at + j * n + j];
      }
    }
  }

  /** b becomes L⁻¹·b, with b {@code [n × w]}. */
  static void solveLower(double[] l, int at, double[] b, int atB, int n, int w) {
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < w; j++) {
        double sum = b[atB + i * w + j];
        for (int k = 0; k < i; k++) sum -= l[at + i * n + k] * b[atB + k * w + j];
        b[atB + i * w + j] = sum / l[at + i * n + i];
      }
    }
  }

  /** b becomes L⁻ᵀ·b, with b {@code [n × w]}. */
  static void solveUpper(double[] l, int at, double[] b, int atB, int n, int w) {
    for (int i = n - 1; i >= 0; i--) {
      for (int j = 0; j < w; j++) {
        double sum = b[atB + i * w + j];
        for (int k = i + 1; k < n; k++) sum -= l[at + k * n + i] * b[atB + k * w + j];
        b[atB + i * w + j] = sum / l[at + i * n + i];
      }
    }
  }

  /** a becomes aᵀ, {@code [n × n]}. */
  static void transpose(double[] a, int n) {
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        double other = a[i * n + j];
        a[i * n + j] = a[j * n + i];
        a[j * n + i] = other;
      }
    }
  }

  /** a becomes ½ (a + aᵀ), {@code [n × n]}. */
  static void symmetrise(double[] a, int at, int n) {
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        double middle = 0.5 * (a[at + i * n + j] + a[at + j * n + i]);
        a[at + i * n + j] = middle;
        a[at + j * n + i] = middle;
      }
    }
  }
}
