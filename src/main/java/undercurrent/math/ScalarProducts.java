package undercurrent.math;

/**
 * The product loop without vectors: sixteen sums at a time, four rows by four columns, so that
 * every number that is read serves four of them.
 */
final class ScalarProducts implements ProductKernel {
  private static final int SIDE = 4;

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
      float[] s,
      int start,
      int startStep,
      float[] c,
      int to,
      int rows,
      int depth,
      int width,
      int columns) {
    int wide = width / SIDE * SIDE;
    int i = 0;
    // A square does not leave its tile of a.
    for (; i + SIDE <= rows; i += SIDE) {
      int row = row(i, at, tileStep, rowStep);
      int out = to + i * columns;
      int first = start + i * startStep;
      for (int j = 0; j < wide; j += SIDE) {
        square(
            a, row, rowStep, sumStep, b, from + j, bStep, depth, s, first + j, startStep, c,
            out + j, columns);
      }
      for (int j = wide; j < width; j++) {
        for (int r = 0; r < SIDE; r++) {
          float sum = s[first + r * startStep + j];
          c[out + r * columns + j] =
              sum(a, row + r * rowStep, sumStep, b, from + j, bStep, depth, sum);
        }
      }
    }
    for (; i < rows; i++) {
      int row = row(i, at, tileStep, rowStep);
      for (int j = 0; j < width; j++) {
        float sum = s[start + i * startStep + j];
        c[to + i * columns + j] = sum(a, row, sumStep, b, from + j, bStep, depth, sum);
      }
    }
  }

  private static int row(int i, int at, int tileStep, int rowStep) {
    return at + i / TILE * tileStep + i % TILE * rowStep;
  }

  private static float sum(
      float[] a, int at, int sumStep, float[] b, int from, int bStep, int depth, float start) {
    float sum = start;
    for (int p = 0; p < depth; p++) {
      sum = Math.fma(a[at + p * sumStep], b[from + p * bStep], sum);
    }
    return sum;
  }

  private static void square(
      float[] a,
      int at,
      int rowStep,
      int sumStep,
      float[] b,
      int from,
      int bStep,
      int depth,
      float[] s,
      int start,
      int startStep,
      float[] c,
      int to,
      int columns) {
    int second = to + columns;
    int third = second + columns;
    int fourth = third + columns;
    float c00 = s[start];
    float c01 = s[start + 1];
    float c02 = s[start + 2];
    float c03 = s[start + 3];
    float c10 = s[start + startStep];
    float c11 = s[start + startStep + 1];
    float c12 = s[start + startStep + 2];
    float c13 = s[start + startStep + 3];
    float c20 = s[start + 2 * startStep];
    float c21 = s[start + 2 * startStep + 1];
    float c22 = s[start + 2 * startStep + 2];
    float c23 = s[start + 2 * startStep + 3];
    float c30 = s[start + 3 * startStep];
    float c31 = s[start + 3 * startStep + 1];
    float c32 = s[start + 3 * startStep + 2];
    float c33 = s[start + 3 * startStep + 3];
    for (int p = 0; p < depth; p++, at += sumStep, from += bStep) {
      float b0 = b[from];
      float b1 = b[from + 1];
      float b2 = b[from + 2];
      float b3 = b[from + 3];
      float factor = a[at];
      c00 = Math.fma(factor, b0, c00);
      c01 = Math.fma(factor, b1, c01);
      c02 = Math.fma(factor, b2, c02);
      c03 = Math.fma(factor, b3, c03);
      factor = a[at + rowStep];
      c10 = Math.fma(factor, b0, c10);
      c11 = Math.fma(factor, b1, c11);
      c12 = Math.fma(factor, b2, c12);
      c13 = Math.fma(factor, b3, c13);
      factor = a[at + 2 * rowStep];
      c20 = Math.fma(factor, b0, c20);
      c21 = Math.fma(factor, b1, c21);
      c22 = Math.fma(factor, b2, c22);
      c23 = Math.fma(factor, b3, c23);
      factor = a[at + 3 * rowStep];
      c30 = Math.fma(factor, b0, c30);
      c31 = Math.fma(factor, b1, c31);
      c32 = Math.fma(factor, b2, c32);
      c33 = Math.fma(factor, b3, c33);
    }
    c[to] = c00;
    c[to + 1] = c01;
    c[to + 2] = c02;
    c[to + 3] = c03;
    c[second] = c10;
    c[second + 1] = c11;
    c[second + 2] = c12;
    c[second + 3] = c13;
    c[third] = c20;
    c[third + 1] = c21;
    c[third + 2] = c22;
    c[third + 3] = c23;
    c[fourth] = c30;
    c[fourth + 1] = c31;
    c[fourth + 2] = c32;
    c[fourth + 3] = c33;
  }
}
