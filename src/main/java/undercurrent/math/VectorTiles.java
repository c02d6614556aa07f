package undercurrent.math;

import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;
import static undercurrent.math.VectorFunctions.LANES;
import static undercurrent.math.VectorFunctions.SPECIES;

import jdk.incubator.vector.FloatVector;

/**
 * Tiles of a product, c += a·b: up to eight rows by one, two or three vectors, which stay in
 * registers while p runs. The launchers have these inlined into callers that fix some of the steps,
 * so that the compiler can prove once, before the loop, that no index leaves its array.
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
    FloatVector c00 = fromArray(SPECIES, c, to);
    FloatVector c01 = fromArray(SPECIES, c, right);
    FloatVector c10 = fromArray(SPECIES, c, to + columns);
    FloatVector c11 = fromArray(SPECIES, c, right + columns);
    FloatVector c20 = fromArray(SPECIES, c, to + 2 * columns);
    FloatVector c21 = fromArray(SPECIES, c, right + 2 * columns);
    FloatVector c30 = fromArray(SPECIES, c, to + 3 * columns);
    FloatVector c31 = fromArray(SPECIES, c, right + 3 * columns);
    FloatVector c40 = fromArray(SPECIES, c, to + 4 * columns);
    FloatVector c41 = fromArray(SPECIES, c, right + 4 * columns);
    FloatVector c50 = fromArray(SPECIES, c, to + 5 * columns);
    FloatVector c51 = fromArray(SPECIES, c, right + 5 * columns);
    FloatVector c60 = fromArray(SPECIES, c, to + 6 * columns);
    FloatVector c61 = fromArray(SPECIES, c, right + 6 * columns);
    FloatVector c70 = fromArray(SPECIES, c, to + 7 * columns);
    FloatVector c71 = fromArray(SPECIES, c, right + 7 * columns);
    for (int p = 0; p < depth; p++) {
      int q = from + p * bStep;
      int s = p * sumStep;
      FloatVector b0 = fromArray(SPECIES, b, q);
      FloatVector b1 = fromArray(SPECIES, b, q + LANES);
      FloatVector a0 = broadcast(SPECIES, a[at + s]);
      c00 = a0.fma(b0, c00);
      c01 = a0.fma(b1, c01);
      FloatVector a1 = broadcast(SPECIES, a[at + rowStep + s]);
      c10 = a1.fma(b0, c10);
      c11 = a1.fma(b1, c11);
      FloatVector a2 = broadcast(SPECIES, a[at + 2 * rowStep + s]);
      c20 = a2.fma(b0, c20);
      c21 = a2.fma(b1, c21);
      FloatVector a3 = broadcast(SPECIES, a[at + 3 * rowStep + s]);
      c30 = a3.fma(b0, c30);
      c31 = a3.fma(b1, c31);
      FloatVector a4 = broadcast(SPECIES, a[at + 4 * rowStep + s]);
      c40 = a4.fma(b0, c40);
      c41 = a4.fma(b1, c41);
      FloatVector a5 = broadcast(SPECIES, a[at + 5 * rowStep + s]);
      c50 = a5.fma(b0, c50);
      c51 = a5.fma(b1, c51);
      FloatVector a6 = broadcast(SPECIES, a[at + 6 * rowStep + s]);
      c60 = a6.fma(b0, c60);
      c61 = a6.fma(b1, c61);
      FloatVector a7 = broadcast(SPECIES, a[at + 7 * rowStep + s]);
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

  static void eightWideRows(
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
    int middle = to + LANES;
    int right = middle + LANES;
    FloatVector c00 = fromArray(SPECIES, c, to);
    FloatVector c01 = fromArray(SPECIES, c, middle);
    FloatVector c02 = fromArray(SPECIES, c, right);
    FloatVector c10 = fromArray(SPECIES, c, to + columns);
    FloatVector c11 = fromArray(SPECIES, c, middle + columns);
    FloatVector c12 = fromArray(SPECIES, c, right + columns);
    FloatVector c20 = fromArray(SPECIES, c, to + 2 * columns);
    FloatVector c21 = fromArray(SPECIES, c, middle + 2 * columns);
    FloatVector c22 = fromArray(SPECIES, c, right + 2 * columns);
    FloatVector c30 = fromArray(SPECIES, c, to + 3 * columns);
    FloatVector c31 = fromArray(SPECIES, c, middle + 3 * columns);
    FloatVector c32 = fromArray(SPECIES, c, right + 3 * columns);
    FloatVector c40 = fromArray(SPECIES, c, to + 4 * columns);
    FloatVector c41 = fromArray(SPECIES, c, middle + 4 * columns);
    FloatVector c42 = fromArray(SPECIES, c, right + 4 * columns);
    FloatVector c50 = fromArray(SPECIES, c, to + 5 * columns);
    FloatVector c51 = fromArray(SPECIES, c, middle + 5 * columns);
    FloatVector c52 = fromArray(SPECIES, c, right + 5 * columns);
    FloatVector c60 = fromArray(SPECIES, c, to + 6 * columns);
    FloatVector c61 = fromArray(SPECIES, c, middle + 6 * columns);
    FloatVector c62 = fromArray(SPECIES, c, right + 6 * columns);
    FloatVector c70 = fromArray(SPECIES, c, to + 7 * columns);
    FloatVector c71 = fromArray(SPECIES, c, middle + 7 * columns);
    FloatVector c72 = fromArray(SPECIES, c, right + 7 * columns);
    for (int p = 0; p < depth; p++) {
      int q = from + p * bStep;
      int s = p * sumStep;
      FloatVector b0 = fromArray(SPECIES, b, q);
      FloatVector b1 = fromArray(SPECIES, b, q + LANES);
      FloatVector b2 = fromArray(SPECIES, b, q + 2 * LANES);
      FloatVector a0 = broadcast(SPECIES, a[at + s]);
      c00 = a0.fma(b0, c00);
      c01 = a0.fma(b1, c01);
      c02 = a0.fma(b2, c02);
      FloatVector a1 = broadcast(SPECIES, a[at + rowStep + s]);
      c10 = a1.fma(b0, c10);
      c11 = a1.fma(b1, c11);
      c12 = a1.fma(b2, c12);
      FloatVector a2 = broadcast(SPECIES, a[at + 2 * rowStep + s]);
      c20 = a2.fma(b0, c20);
      c21 = a2.fma(b1, c21);
      c22 = a2.fma(b2, c22);
      FloatVector a3 = broadcast(SPECIES, a[at + 3 * rowStep + s]);
      c30 = a3.fma(b0, c30);
      c31 = a3.fma(b1, c31);
      c32 = a3.fma(b2, c32);
      FloatVector a4 = broadcast(SPECIES, a[at + 4 * rowStep + s]);
      c40 = a4.fma(b0, c40);
      c41 = a4.fma(b1, c41);
      c42 = a4.fma(b2, c42);
      FloatVector a5 = broadcast(SPECIES, a[at + 5 * rowStep + s]);
      c50 = a5.fma(b0, c50);
      c51 = a5.fma(b1, c51);
      c52 = a5.fma(b2, c52);
      FloatVector a6 = broadcast(SPECIES, a[at + 6 * rowStep + s]);
      c60 = a6.fma(b0, c60);
      c61 = a6.fma(b1, c61);
      c62 = a6.fma(b2, c62);
      FloatVector a7 = broadcast(SPECIES, a[at + 7 * rowStep + s]);
      c70 = a7.fma(b0, c70);
      c71 = a7.fma(b1, c71);
      c72 = a7.fma(b2, c72);
    }
    c00.intoArray(c, to);
    c01.intoArray(c, middle);
    c02.intoArray(c, right);
    c10.intoArray(c, to + columns);
    c11.intoArray(c, middle + columns);
    c12.intoArray(c, right + columns);
    c20.intoArray(c, to + 2 * columns);
    c21.intoArray(c, middle + 2 * columns);
    c22.intoArray(c, right + 2 * columns);
    c30.intoArray(c, to + 3 * columns);
    c31.intoArray(c, middle + 3 * columns);
    c32.intoArray(c, right + 3 * columns);
    c40.intoArray(c, to + 4 * columns);
    c41.intoArray(c, middle + 4 * columns);
    c42.intoArray(c, right + 4 * columns);
    c50.intoArray(c, to + 5 * columns);
    c51.intoArray(c, middle + 5 * columns);
    c52.intoArray(c, right + 5 * columns);
    c60.intoArray(c, to + 6 * columns);
    c61.intoArray(c, middle + 6 * columns);
    c62.intoArray(c, right + 6 * columns);
    c70.intoArray(c, to + 7 * columns);
    c71.intoArray(c, middle + 7 * columns);
    c72.intoArray(c, right + 7 * columns);
  }

  static void fourWideRows(
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
    int middle = to + LANES;
    int right = middle + LANES;
    FloatVector c00 = fromArray(SPECIES, c, to);
    FloatVector c01 = fromArray(SPECIES, c, middle);
    FloatVector c02 = fromArray(SPECIES, c, right);
    FloatVector c10 = fromArray(SPECIES, c, to + columns);
    FloatVector c11 = fromArray(SPECIES, c, middle + columns);
    FloatVector c12 = fromArray(SPECIES, c, right + columns);
    FloatVector c20 = fromArray(SPECIES, c, to + 2 * columns);
    FloatVector c21 = fromArray(SPECIES, c, middle + 2 * columns);
    FloatVector c22 = fromArray(SPECIES, c, right + 2 * columns);
    FloatVector c30 = fromArray(SPECIES, c, to + 3 * columns);
    FloatVector c31 = fromArray(SPECIES, c, middle + 3 * columns);
    FloatVector c32 = fromArray(SPECIES, c, right + 3 * columns);
    for (int p = 0; p < depth; p++) {
      int q = from + p * bStep;
      int s = p * sumStep;
      FloatVector b0 = fromArray(SPECIES, b, q);
      FloatVector b1 = fromArray(SPECIES, b, q + LANES);
      FloatVector b2 = fromArray(SPECIES, b, q + 2 * LANES);
      FloatVector a0 = broadcast(SPECIES, a[at + s]);
      c00 = a0.fma(b0, c00);
      c01 = a0.fma(b1, c01);
      c02 = a0.fma(b2, c02);
      FloatVector a1 = broadcast(SPECIES, a[at + rowStep + s]);
      c10 = a1.fma(b0, c10);
      c11 = a1.fma(b1, c11);
      c12 = a1.fma(b2, c12);
      FloatVector a2 = broadcast(SPECIES, a[at + 2 * rowStep + s]);
      c20 = a2.fma(b0, c20);
      c21 = a2.fma(b1, c21);
      c22 = a2.fma(b2, c22);
      FloatVector a3 = broadcast(SPECIES, a[at + 3 * rowStep + s]);
      c30 = a3.fma(b0, c30);
      c31 = a3.fma(b1, c31);
      c32 = a3.fma(b2, c32);
    }
    c00.intoArray(c, to);
    c01.intoArray(c, middle);
    c02.intoArray(c, right);
    c10.intoArray(c, to + columns);
    c11.intoArray(c, middle + columns);
    c12.intoArray(c, right + columns);
    c20.intoArray(c, to + 2 * columns);
    c21.intoArray(c, middle + 2 * columns);
    c22.intoArray(c, right + 2 * columns);
    c30.intoArray(c, to + 3 * columns);
    c31.intoArray(c, middle + 3 * columns);
    c32.intoArray(c, right + 3 * columns);
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
    FloatVector c00 = fromArray(SPECIES, c, to);
    FloatVector c01 = fromArray(SPECIES, c, right);
    FloatVector c10 = fromArray(SPECIES, c, to + columns);
    FloatVector c11 = fromArray(SPECIES, c, right + columns);
    FloatVector c20 = fromArray(SPECIES, c, to + 2 * columns);
    FloatVector c21 = fromArray(SPECIES, c, right + 2 * columns);
    FloatVector c30 = fromArray(SPECIES, c, to + 3 * columns);
    FloatVector c31 = fromArray(SPECIES, c, right + 3 * columns);
    for (int p = 0; p < depth; p++) {
      int q = from + p * bStep;
      int s = p * sumStep;
      FloatVector b0 = fromArray(SPECIES, b, q);
      FloatVector b1 = fromArray(SPECIES, b, q + LANES);
      FloatVector a0 = broadcast(SPECIES, a[at + s]);
      c00 = a0.fma(b0, c00);
      c01 = a0.fma(b1, c01);
      FloatVector a1 = broadcast(SPECIES, a[at + rowStep + s]);
      c10 = a1.fma(b0, c10);
      c11 = a1.fma(b1, c11);
      FloatVector a2 = broadcast(SPECIES, a[at + 2 * rowStep + s]);
      c20 = a2.fma(b0, c20);
      c21 = a2.fma(b1, c21);
      FloatVector a3 = broadcast(SPECIES, a[at + 3 * rowStep + s]);
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
    FloatVector c0 = fromArray(SPECIES, c, to);
    FloatVector c1 = fromArray(SPECIES, c, to + LANES);
    for (int p = 0; p < depth; p++) {
      int q = from + p * bStep;
      int s = p * sumStep;
      FloatVector a0 = broadcast(SPECIES, a[at + s]);
      c0 = a0.fma(fromArray(SPECIES, b, q), c0);
      c1 = a0.fma(fromArray(SPECIES, b, q + LANES), c1);
    }
    c0.intoArray(c, to);
    c1.intoArray(c, to + LANES);
  }

  static void oneWideRow(
      float[] a,
      int at,
      int sumStep,
      float[] b,
      int from,
      int bStep,
      int depth,
      float[] c,
      int to) {
    int right = to + 2 * LANES;
    FloatVector c0 = fromArray(SPECIES, c, to);
    FloatVector c1 = fromArray(SPECIES, c, to + LANES);
    FloatVector c2 = fromArray(SPECIES, c, right);
    for (int p = 0; p < depth; p++) {
      int q = from + p * bStep;
      int s = p * sumStep;
      FloatVector a0 = broadcast(SPECIES, a[at + s]);
      c0 = a0.fma(fromArray(SPECIES, b, q), c0);
      c1 = a0.fma(fromArray(SPECIES, b, q + LANES), c1);
      c2 = a0.fma(fromArray(SPECIES, b, q + 2 * LANES), c2);
    }
    c0.intoArray(c, to);
    c1.intoArray(c, to + LANES);
    c2.intoArray(c, right);
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
    FloatVector c0 = fromArray(SPECIES, c, to);
    FloatVector c1 = fromArray(SPECIES, c, to + columns);
    FloatVector c2 = fromArray(SPECIES, c, to + 2 * columns);
    FloatVector c3 = fromArray(SPECIES, c, to + 3 * columns);
    FloatVector c4 = fromArray(SPECIES, c, to + 4 * columns);
    FloatVector c5 = fromArray(SPECIES, c, to + 5 * columns);
    FloatVector c6 = fromArray(SPECIES, c, to + 6 * columns);
    FloatVector c7 = fromArray(SPECIES, c, to + 7 * columns);
    for (int p = 0; p < depth; p++) {
      int q = from + p * bStep;
      int s = p * sumStep;
      FloatVector b0 = fromArray(SPECIES, b, q);
      c0 = broadcast(SPECIES, a[at + s]).fma(b0, c0);
      c1 = broadcast(SPECIES, a[at + rowStep + s]).fma(b0, c1);
      c2 = broadcast(SPECIES, a[at + 2 * rowStep + s]).fma(b0, c2);
      c3 = broadcast(SPECIES, a[at + 3 * rowStep + s]).fma(b0, c3);
      c4 = broadcast(SPECIES, a[at + 4 * rowStep + s]).fma(b0, c4);
      c5 = broadcast(SPECIES, a[at + 5 * rowStep + s]).fma(b0, c5);
      c6 = broadcast(SPECIES, a[at + 6 * rowStep + s]).fma(b0, c6);
      c7 = broadcast(SPECIES, a[at + 7 * rowStep + s]).fma(b0, c7);
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
    FloatVector c0 = fromArray(SPECIES, c, to);
    for (int p = 0; p < depth; p++) {
      int q = from + p * bStep;
      int s = p * sumStep;
      c0 = broadcast(SPECIES, a[at + s]).fma(fromArray(SPECIES, b, q), c0);
    }
    c0.intoArray(c, to);
  }
}
