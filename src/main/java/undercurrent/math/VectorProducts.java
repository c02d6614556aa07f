package undercurrent.math;

import static undercurrent.math.VectorFunctions.LANES;
import static undercurrent.math.VectorFunctions.all;
import static undercurrent.math.VectorFunctions.load;

import jdk.incubator.vector.FloatVector;

/**
 * The product loop with the machine's vectors: a tile of c, eight or four rows by two vectors,
 * stays in registers while p runs. What is left on the right is done one vector at a time, in a
 * work space where it sticks out of c.
 */
final class VectorProducts implements ProductKernel {
  private static final int ACROSS = 2 * LANES;

  /** Sixteen sums, two vectors of b and one of a need more than the sixteen registers of AVX2. */
  private static final boolean TALL = LANES >= 16;

  private final float[] edge = new float[TILE * LANES];

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
    int j = 0;
    for (; j + ACROSS <= width; j += ACROSS) {
      int row = at;
      for (int i = 0; i < rows; i += TILE, row += tileStep) {
        int out = to + i * columns + j;
        int count = Math.min(TILE, rows - i);
        wide(a, row, rowStep, sumStep, b, from + j, bStep, depth, c, out, columns, count);
      }
    }
    for (; j < width; j += LANES) {
      int inside = Math.min(LANES, width - j);
      int row = at;
      for (int i = 0; i < rows; i += TILE, row += tileStep) {
        int out = to + i * columns + j;
        int count = Math.min(TILE, rows - i);
        if (inside == LANES) {
          narrow(a, row, rowStep, sumStep, b, from + j, bStep, depth, c, out, columns, count);
        } else {
          copy(c, out, columns, edge, 0, LANES, count, inside);
          narrow(a, row, rowStep, sumStep, b, from + j, bStep, depth, edge, 0, LANES, count);
          copy(edge, 0, LANES, c, out, columns, count, inside);
        }
      }
    }
  }

  private static void copy(
      float[] in, int from, int fromStep, float[] out, int to, int toStep, int rows, int width) {
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < width; j++) out[to + i * toStep + j] = in[from + i * fromStep + j];
    }
  }

  private static void narrow(
      float[] a,
      int at,
      int rowStep,
      int sumStep,
      float[] b,
      int from,
      int bStep,
      int depth,
      float[] c,
      int to,
      int columns,
      int rows) {
    if (rows == TILE) {
      eightShortRows(a, at, rowStep, sumStep, b, from, bStep, depth, c, to, columns);
      return;
    }
    for (int i = 0; i < rows; i++) {
      oneShortRow(a, at + i * rowStep, sumStep, b, from, bStep, depth, c, to + i * columns);
    }
  }

  private static void wide(
      float[] a,
      int at,
      int rowStep,
      int sumStep,
      float[] b,
      int from,
      int bStep,
      int depth,
      float[] c,
      int to,
      int columns,
      int rows) {
    if (TALL && rows == TILE) {
      eightRows(a, at, rowStep, sumStep, b, from, bStep, depth, c, to, columns);
      return;
    }
    int i = 0;
    for (; i + 4 <= rows; i += 4) {
      int first = at + i * rowStep;
      fourRows(a, first, rowStep, sumStep, b, from, bStep, depth, c, to + i * columns, columns);
    }
    for (; i < rows; i++) {
      oneRow(a, at + i * rowStep, sumStep, b, from, bStep, depth, c, to + i * columns);
    }
  }

  private static void eightRows(
      float[] a,
      int at,
      int rowStep,
      int sumStep,
      float[] b,
      int from,
      int bStep,
      int depth,
      float[] c,
      int to,
      int columns) {
    int right = to + LANES;
    FloatVector c00 = load(c, to);
    FloatVector c01 = load(c, right);
    FloatVector c10 = load(c, to + columns);
    FloatVector c11 = load(c, right + columns);
    FloatVector c20 = load(c, to + 2 * columns);
    FloatVector c21 = load(c, right + 2 * columns);
    FloatVector c30 = load(c, to + 3 * columns);
    FloatVector c31 = load(c, right + 3 * columns);
    FloatVector c40 = load(c, to + 4 * columns);
    FloatVector c41 = load(c, right + 4 * columns);
    FloatVector c50 = load(c, to + 5 * columns);
    FloatVector c51 = load(c, right + 5 * columns);
    FloatVector c60 = load(c, to + 6 * columns);
    FloatVector c61 = load(c, right + 6 * columns);
    FloatVector c70 = load(c, to + 7 * columns);
    FloatVector c71 = load(c, right + 7 * columns);
    for (int p = 0; p < depth; p++) {
      FloatVector b0 = load(b, from);
      FloatVector b1 = load(b, from + LANES);
      FloatVector a0 = all(a[at]);
      c00 = a0.fma(b0, c00);
      c01 = a0.fma(b1, c01);
      FloatVector a1 = all(a[at + rowStep]);
      c10 = a1.fma(b0, c10);
      c11 = a1.fma(b1, c11);
      FloatVector a2 = all(a[at + 2 * rowStep]);
      c20 = a2.fma(b0, c20);
      c21 = a2.fma(b1, c21);
      FloatVector a3 = all(a[at + 3 * rowStep]);
      c30 = a3.fma(b0, c30);
      c31 = a3.fma(b1, c31);
      FloatVector a4 = all(a[at + 4 * rowStep]);
      c40 = a4.fma(b0, c40);
      c41 = a4.fma(b1, c41);
      FloatVector a5 = all(a[at + 5 * rowStep]);
      c50 = a5.fma(b0, c50);
      c51 = a5.fma(b1, c51);
      FloatVector a6 = all(a[at + 6 * rowStep]);
      c60 = a6.fma(b0, c60);
      c61 = a6.fma(b1, c61);
      FloatVector a7 = all(a[at + 7 * rowStep]);
      c70 = a7.fma(b0, c70);
      c71 = a7.fma(b1, c71);
      at += sumStep;
      from += bStep;
    }
    c00.intoArray(c, to);
    c01.intoArray(c, right);
    c10.intoArray(c, to + columns);
    c11.intoArray(c, right + columns);
    c20.intoArray(c, to + 2 * columns);
    c21.intoArray(c, right + 2 * columns);
    c30.intoArray(c, to + 3 * columns);
    c31.intoArray(c, right + 3 * columns);
    c40.intoArray(c, to + 4 * columns);
    c41.intoArray(c, right + 4 * columns);
    c50.intoArray(c, to + 5 * columns);
    c51.intoArray(c, right + 5 * columns);
    c60.intoArray(c, to + 6 * columns);
    c61.intoArray(c, right + 6 * columns);
    c70.intoArray(c, to + 7 * columns);
    c71.intoArray(c, right + 7 * columns);
  }

  private static void fourRows(
      float[] a,
      int at,
      int rowStep,
      int sumStep,
      float[] b,
      int from,
      int bStep,
      int depth,
      float[] c,
      int to,
      int columns) {
    int right = to + LANES;
    FloatVector c00 = load(c, to);
    FloatVector c01 = load(c, right);
    FloatVector c10 = load(c, to + columns);
    FloatVector c11 = load(c, right + columns);
    FloatVector c20 = load(c, to + 2 * columns);
    FloatVector c21 = load(c, right + 2 * columns);
    FloatVector c30 = load(c, to + 3 * columns);
    FloatVector c31 = load(c, right + 3 * columns);
    for (int p = 0; p < depth; p++) {
      FloatVector b0 = load(b, from);
      FloatVector b1 = load(b, from + LANES);
      FloatVector a0 = all(a[at]);
      c00 = a0.fma(b0, c00);
      c01 = a0.fma(b1, c01);
      FloatVector a1 = all(a[at + rowStep]);
      c10 = a1.fma(b0, c10);
      c11 = a1.fma(b1, c11);
      FloatVector a2 = all(a[at + 2 * rowStep]);
      c20 = a2.fma(b0, c20);
      c21 = a2.fma(b1, c21);
      FloatVector a3 = all(a[at + 3 * rowStep]);
      c30 = a3.fma(b0, c30);
      c31 = a3.fma(b1, c31);
      at += sumStep;
      from += bStep;
    }
    c00.intoArray(c, to);
    c01.intoArray(c, right);
    c10.intoArray(c, to + columns);
    c11.intoArray(c, right + columns);
    c20.intoArray(c, to + 2 * columns);
    c21.intoArray(c, right + 2 * columns);
    c30.intoArray(c, to + 3 * columns);
    c31.intoArray(c, right + 3 * columns);
  }

  private static void oneRow(
      float[] a,
      int at,
      int sumStep,
      float[] b,
      int from,
      int bStep,
      int depth,
      float[] c,
      int to) {
    FloatVector c0 = load(c, to);
    FloatVector c1 = load(c, to + LANES);
    for (int p = 0; p < depth; p++) {
      FloatVector a0 = all(a[at]);
      c0 = a0.fma(load(b, from), c0);
      c1 = a0.fma(load(b, from + LANES), c1);
      at += sumStep;
      from += bStep;
    }
    c0.intoArray(c, to);
    c1.intoArray(c, to + LANES);
  }

  private static void eightShortRows(
      float[] a,
      int at,
      int rowStep,
      int sumStep,
      float[] b,
      int from,
      int bStep,
      int depth,
      float[] c,
      int to,
      int columns) {
    FloatVector c0 = load(c, to);
    FloatVector c1 = load(c, to + columns);
    FloatVector c2 = load(c, to + 2 * columns);
    FloatVector c3 = load(c, to + 3 * columns);
    FloatVector c4 = load(c, to + 4 * columns);
    FloatVector c5 = load(c, to + 5 * columns);
    FloatVector c6 = load(c, to + 6 * columns);
    FloatVector c7 = load(c, to + 7 * columns);
    for (int p = 0; p < depth; p++) {
      FloatVector b0 = load(b, from);
      c0 = all(a[at]).fma(b0, c0);
      c1 = all(a[at + rowStep]).fma(b0, c1);
      c2 = all(a[at + 2 * rowStep]).fma(b0, c2);
      c3 = all(a[at + 3 * rowStep]).fma(b0, c3);
      c4 = all(a[at + 4 * rowStep]).fma(b0, c4);
      c5 = all(a[at + 5 * rowStep]).fma(b0, c5);
      c6 = all(a[at + 6 * rowStep]).fma(b0, c6);
      c7 = all(a[at + 7 * rowStep]).fma(b0, c7);
      at += sumStep;
      from += bStep;
    }
    c0.intoArray(c, to);
    c1.intoArray(c, to + columns);
    c2.intoArray(c, to + 2 * columns);
    c3.intoArray(c, to + 3 * columns);
    c4.intoArray(c, to + 4 * columns);
    c5.intoArray(c, to + 5 * columns);
    c6.intoArray(c, to + 6 * columns);
    c7.intoArray(c, to + 7 * columns);
  }

  private static void oneShortRow(
      float[] a,
      int at,
      int sumStep,
      float[] b,
      int from,
      int bStep,
      int depth,
      float[] c,
      int to) {
    FloatVector c0 = load(c, to);
    for (int p = 0; p < depth; p++) {
      c0 = all(a[at]).fma(load(b, from), c0);
      at += sumStep;
      from += bStep;
    }
    c0.intoArray(c, to);
  }
}
