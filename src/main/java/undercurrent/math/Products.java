package undercurrent.math;

/**
 * Matrix products on row-major stretches of arrays. Every sum runs along k in order, one {@link
 * Math#fma} a term, so that the result does not depend on how wide the machine's vectors are.
 */
final class Products {
  private static final ProductKernel KERNEL = ProductKernel.fastest();

  private Products() {}

  /** c[n×m] += a[n×k]·b[k×m]. */
  static void addProduct(
      float[] a, int ao, float[] b, int bo, float[] c, int co, int n, int k, int m) {
    KERNEL.add(a, ao, k, 1, b, bo, c, co, n, k, m);
  }

  /** c[k×m] += a[n×k]ᵀ·b[n×m]. */
  static void addTransposedProduct(
      float[] a, int ao, float[] b, int bo, float[] c, int co, int n, int k, int m) {
    KERNEL.add(a, ao, 1, k, b, bo, c, co, k, n, m);
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
}
