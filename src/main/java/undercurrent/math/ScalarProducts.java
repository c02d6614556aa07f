package undercurrent.math;

/** The product loop without vectors, for machines or launches that have none. */
final class ScalarProducts implements ProductKernel {
  @Override
  public void block(
      float[] a,
      int at,
      int tileStep,
      int rowStep,
      int sumStep,
      float[] b,
      int from,
      int bStep,
      float[] c,
      int to,
      int rows,
      int depth,
      int width,
      int columns) {
    for (int i = 0; i < rows; i++) {
      int row = at + i / TILE * tileStep + i % TILE * rowStep;
      int out = to + i * columns;
      for (int p = 0; p < depth; p++) {
        float s = a[row + p * sumStep];
        int in = from + p * bStep;
        for (int j = 0; j < width; j++) c[out + j] = Math.fma(s, b[in + j], c[out + j]);
      }
    }
  }
}
