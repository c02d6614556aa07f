package undercurrent.math;

import static undercurrent.math.VectorFunctions.LANES;
import static undercurrent.math.VectorFunctions.all;
import static undercurrent.math.VectorFunctions.load;

import jdk.incubator.vector.FloatVector;

/**
 * Tiles of a product, c += a·b: up to eight rows by one or two vectors, which stay in registers
 * while p runs. The launchers have these inlined into callers that fix some of the steps, so that
 * the compiler can prove once, before the loop, that no index leaves its array.
 */
final class VectorTiles {
  private VectorTiles() {}

  static void eightRows(
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
      int q = from + p * bStep;
      int s = p * sumStep;
      FloatVector b0 = load(b, q);
      FloatVector b1 = load(b, q + LANES);
      FloatVector a0 = all(a[at + s]);
      c00 = a0.fma(b0, c00);
      c01 = a0.fma(b1, c01);
      FloatVector a1 = all(a[at + rowStep + s]);
      c10 = a1.fma(b0, c10);
      c11 = a1.fma(b1, c11);
      FloatVector a2 = all(a[at + 2 * rowStep + s]);
      c20 = a2.fma(b0, c20);
      c21 = a2.fma(b1, c21);
      FloatVector a3 = all(a[at + 3 * rowStep + s]);
      c30 = a3.fma(b0, c30);
      c31 = a3.fma(b1, c31);
      FloatVector a4 = all(a[at + 4 * rowStep + s]);
      c40 = a4.fma(b0, c40);
      c41 = a4.fma(b1, c41);
      FloatVector a5 = all(a[at + 5 * rowStep + s]);
      c50 = a5.fma(b0, c50);
      c51 = a5.fma(b1, c51);
      FloatVector a6 = all(a[at + 6 * rowStep + s]);
      c60 = a6.fma(b0, c60);
      c61 = a6.fma(b1, c61);
      FloatVector a7 = all(a[at + 7 * rowStep + s]);
      c70 = a7.fma(b0, c70);
      c71 = a7.fma(b1, c71);
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

  static void fourRows(
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
      int q = from + p * bStep;
      int s = p * sumStep;
      FloatVector b0 = load(b, q);
      FloatVector b1 = load(b, q + LANES);
      FloatVector a0 = all(a[at + s]);
      c00 = a0.fma(b0, c00);
      c01 = a0.fma(b1, c01);
      FloatVector a1 = all(a[at + rowStep + s]);
      c10 = a1.fma(b0, c10);
      c11 = a1.fma(b1, c11);
      FloatVector a2 = all(a[at + 2 * rowStep + s]);
      c20 = a2.fma(b0, c20);
      c21 = a2.fma(b1, c21);
      FloatVector a3 = all(a[at + 3 * rowStep + s]);
      c30 = a3.fma(b0, c30);
      c31 = a3.fma(b1, c31);
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

  static void oneRow(
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
      int q = from + p * bStep;
      int s = p * sumStep;
      FloatVector a0 = all(a[at + s]);
      c0 = a0.fma(load(b, q), c0);
      c1 = a0.fma(load(b, q + LANES), c1);
    }
    c0.intoArray(c, to);
    c1.intoArray(c, to + LANES);
  }

  static void eightShortRows(
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
      int q = from + p * bStep;
      int s = p * sumStep;
      FloatVector b0 = load(b, q);
      c0 = all(a[at + s]).fma(b0, c0);
      c1 = all(a[at + rowStep + s]).fma(b0, c1);
      c2 = all(a[at + 2 * rowStep + s]).fma(b0, c2);
      c3 = all(a[at + 3 * rowStep + s]).fma(b0, c3);
      c4 = all(a[at + 4 * rowStep + s]).fma(b0, c4);
      c5 = all(a[at + 5 * rowStep + s]).fma(b0, c5);
      c6 = all(a[at + 6 * rowStep + s]).fma(b0, c6);
      c7 = all(a[at + 7 * rowStep + s]).fma(b0, c7);
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

  static void oneShortRow(
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
      int q = from + p * bStep;
      int s = p * sumStep;
      c0 = all(a[at + s]).fma(load(b, q), c0);
    }
    c0.intoArray(c, to);
  }
}
