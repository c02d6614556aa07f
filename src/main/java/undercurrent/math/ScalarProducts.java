package undercurrent.math;

/** c += a·b without vectors, for machines or launches that have none. */
final class ScalarProducts implements ProductKernel {
  private static final int ROWS = 4;

  @Override
  public void add(
      float[] a,
      int ao,
      int rowStep,
      int sumStep,
      float[] b,
      int bo,
      float[] c,
      int co,
      int n,
      int k,
      int m) {
    int i = 0;
    for (; i + ROWS <= n; i += ROWS) {
      for (int p = 0; p < k; p++) {
        int at = ao + i * rowStep + p * sumStep;
        float a0 = a[at];
        float a1 = a[at + rowStep];
        float a2 = a[at + 2 * rowStep];
        float a3 = a[at + 3 * rowStep];
        int from = bo + p * m;
        int row = co + i * m;
        for (int j = 0; j < m; j++) {
          float x = b[from + j];
          c[row + j] = Math.fma(a0, x, c[row + j]);
          c[row + m + j] = Math.fma(a1, x, c[row + m + j]);
          c[row + 2 * m + j] = Math.fma(a2, x, c[row + 2 * m + j]);
          c[row + 3 * m + j] = Math.fma(a3, x, c[row + 3 * m + j]);
        }
      }
    }
    for (; i < n; i++) {
      for (int p = 0; p < k; p++) {
        float s = a[ao + i * rowStep + p * sumStep];
        int from = bo + p * m;
        int row = co + i * m;
        for (int j = 0; j < m; j++) c[row + j] = Math.fma(s, b[from + j], c[row + j]);
      }
    }
  }
}
