package undercurrent.math;

/**
 * Matrix products on row-major stretches of arrays. Every sum runs along k in order, one {@link
 * Math#fma} a term, so that the result does not depend on how wide the machine's vectors are.
 */
final class Products {
  private Products() {}

  /** c[n×m] += a[n×k]·b[k×m]. */
  static void addProduct(
      float[] a, int ao, float[] b, int bo, float[] c, int co, int n, int k, int m) {
    int i = 0;
    for (; i + 4 <= n; i += 4) {
      for (int p = 0; p < k; p++) {
        int at = ao + i * k + p;
        addFourRows(
            a[at], a[at + k], a[at + 2 * k], a[at + 3 * k], b, bo + p * m, c, co + i * m, m);
      }
    }
    for (; i < n; i++) {
      for (int p = 0; p < k; p++) addRow(a[ao + i * k + p], b, bo + p * m, c, co + i * m, m);
    }
  }

  /** c[k×m] += a[n×k]ᵀ·b[n×m]. */
  static void addTransposedProduct(
      float[] a, int ao, float[] b, int bo, float[] c, int co, int n, int k, int m) {
    int p = 0;
    for (; p + 4 <= k; p += 4) {
      for (int i = 0; i < n; i++) {
        int at = ao + i * k + p;
        addFourRows(a[at], a[at + 1], a[at + 2], a[at + 3], b, bo + i * m, c, co + p * m, m);
      }
    }
    for (; p < k; p++) {
      for (int i = 0; i < n; i++) addRow(a[ao + i * k + p], b, bo + i * m, c, co + p * m, m);
    }
  }

  /** c[1×m] += the sum of the rows of a[n×m]. */
  static void addColumnSums(float[] a, int ao, float[] c, int co, int n, int m) {
    for (int i = 0; i < n; i++) {
      int row = ao + i * m;
      for (int j = 0; j < m; j++) c[co + j] += a[row + j];
    }
  }

  /** t[m×k] = a[k×m]ᵀ. */
  static void transpose(float[] a, int ao, float[] t, int k, int m) {
    for (int p = 0; p < k; p++) {
      for (int j = 0; j < m; j++) t[j * k + p] = a[ao + p * m + j];
    }
  }

  private static void addRow(float s, float[] b, int bo, float[] c, int co, int m) {
    for (int j = 0; j < m; j++) c[co + j] = Math.fma(s, b[bo + j], c[co + j]);
  }

  private static void addFourRows(
      float s0, float s1, float s2, float s3, float[] b, int bo, float[] c, int co, int m) {
    int c1 = co + m;
    int c2 = c1 + m;
    int c3 = c2 + m;
    for (int j = 0; j < m; j++) {
      float x = b[bo + j];
      c[co + j] = Math.fma(s0, x, c[co + j]);
      c[c1 + j] = Math.fma(s1, x, c[c1 + j]);
      c[c2 + j] = Math.fma(s2, x, c[c2 + j]);
      c[c3 + j] = Math.fma(s3, x, c[c3 + j]);
    }
  }
}
