package undercurrent.math;

import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;
import static undercurrent.math.VectorFunctions.LANES;
import static undercurrent.math.VectorFunctions.SPECIES;

import jdk.incubator.vector.FloatVector;

/**
 * The {@link VectorTiles} of three vectors: fewer loads for each product, for machines with at
 * least 28 registers.
 */
final class WideTiles {
  private WideTiles() {}

  static void eightRows(Tile t, int rowStep, int sumStep, int bStep) {
    float[] a = t.a;
    int at = t.at;
    float[] b = t.b;
    int from = t.from;
    int depth = t.depth;
    float[] s = t.s;
    int start = t.start;
    int startStep = t.startStep;
    float[] c = t.c;
    int to = t.to;
    int columns = t.columns;
    FloatVector c00 = fromArray(SPECIES, s, start);
    FloatVector c01 = fromArray(SPECIES, s, start + LANES);
    FloatVector c02 = fromArray(SPECIES, s, start + 2 * LANES);
    FloatVector c10 = fromArray(SPECIES, s, start + startStep);
    FloatVector c11 = fromArray(SPECIES, s, start + startStep + LANES);
    FloatVector c12 = fromArray(SPECIES, s, start + startStep + 2 * LANES);
    FloatVector c20 = fromArray(SPECIES, s, start + 2 * startStep);
    FloatVector c21 = fromArray(SPECIES, s, start + 2 * startStep + LANES);
    FloatVector c22 = fromArray(SPECIES, s, start + 2 * startStep + 2 * LANES);
    FloatVector c30 = fromArray(SPECIES, s, start + 3 * startStep);
    FloatVector c31 = fromArray(SPECIES, s, start + 3 * startStep + LANES);
    FloatVector c32 = fromArray(SPECIES, s, start + 3 * startStep + 2 * LANES);
    FloatVector c40 = fromArray(SPECIES, s, start + 4 * startStep);
    FloatVector c41 = fromArray(SPECIES, s, start + 4 * startStep + LANES);
    FloatVector c42 = fromArray(SPECIES, s, start + 4 * startStep + 2 * LANES);
    FloatVector c50 = fromArray(SPECIES, s, start + 5 * startStep);
    FloatVector c51 = fromArray(SPECIES, s, start + 5 * startStep + LANES);
    FloatVector c52 = fromArray(SPECIES, s, start + 5 * startStep + 2 * LANES);
    FloatVector c60 = fromArray(SPECIES, s, start + 6 * startStep);
    FloatVector c61 = fromArray(SPECIES, s, start + 6 * startStep + LANES);
    FloatVector c62 = fromArray(SPECIES, s, start + 6 * startStep + 2 * LANES);
    FloatVector c70 = fromArray(SPECIES, s, start + 7 * startStep);
    FloatVector c71 = fromArray(SPECIES, s, start + 7 * startStep + LANES);
    FloatVector c72 = fromArray(SPECIES, s, start + 7 * startStep + 2 * LANES);
    for (int p = 0; p < depth; p++) {
      int q = from + p * bStep;
      int i = p * sumStep;
      FloatVector b0 = fromArray(SPECIES, b, q);
      FloatVector b1 = fromArray(SPECIES, b, q + LANES);
      FloatVector b2 = fromArray(SPECIES, b, q + 2 * LANES);
      FloatVector a0 = broadcast(SPECIES, a[at + i]);
      c00 = a0.fma(b0, c00);
      c01 = a0.fma(b1, c01);
      c02 = a0.fma(b2, c02);
      FloatVector a1 = broadcast(SPECIES, a[at + rowStep + i]);
      c10 = a1.fma(b0, c10);
      c11 = a1.fma(b1, c11);
      c12 = a1.fma(b2, c12);
      FloatVector a2 = broadcast(SPECIES, a[at + 2 * rowStep + i]);
      c20 = a2.fma(b0, c20);
      c21 = a2.fma(b1, c21);
      c22 = a2.fma(b2, c22);
      FloatVector a3 = broadcast(SPECIES, a[at + 3 * rowStep + i]);
      c30 = a3.fma(b0, c30);
      c31 = a3.fma(b1, c31);
      c32 = a3.fma(b2, c32);
      FloatVector a4 = broadcast(SPECIES, a[at + 4 * rowStep + i]);
      c40 = a4.fma(b0, c40);
      c41 = a4.fma(b1, c41);
      c42 = a4.fma(b2, c42);
      FloatVector a5 = broadcast(SPECIES, a[at + 5 * rowStep + i]);
      c50 = a5.fma(b0, c50);
      c51 = a5.fma(b1, c51);
      c52 = a5.fma(b2, c52);
      FloatVector a6 = broadcast(SPECIES, a[at + 6 * rowStep + i]);
      c60 = a6.fma(b0, c60);
      c61 = a6.fma(b1, c61);
      c62 = a6.fma(b2, c62);
      FloatVector a7 = broadcast(SPECIES, a[at + 7 * rowStep + i]);
      c70 = a7.fma(b0, c70);
      c71 = a7.fma(b1, c71);
      c72 = a7.fma(b2, c72);
    }
    c00.intoArray(c, to);
    c01.intoArray(c, to + LANES);
    c02.intoArray(c, to + 2 * LANES);
    c10.intoArray(c, to + columns);
    c11.intoArray(c, to + columns + LANES);
    c12.intoArray(c, to + columns + 2 * LANES);
    c20.intoArray(c, to + 2 * columns);
    c21.intoArray(c, to + 2 * columns + LANES);
    c22.intoArray(c, to + 2 * columns + 2 * LANES);
    c30.intoArray(c, to + 3 * columns);
    c31.intoArray(c, to + 3 * columns + LANES);
    c32.intoArray(c, to + 3 * columns + 2 * LANES);
    c40.intoArray(c, to + 4 * columns);
    c41.intoArray(c, to + 4 * columns + LANES);
    c42.intoArray(c, to + 4 * columns + 2 * LANES);
    c50.intoArray(c, to + 5 * columns);
    c51.intoArray(c, to + 5 * columns + LANES);
    c52.intoArray(c, to + 5 * columns + 2 * LANES);
    c60.intoArray(c, to + 6 * columns);
    c61.intoArray(c, to + 6 * columns + LANES);
    c62.intoArray(c, to + 6 * columns + 2 * LANES);
    c70.intoArray(c, to + 7 * columns);
    c71.intoArray(c, to + 7 * columns + LANES);
    c72.intoArray(c, to + 7 * columns + 2 * LANES);
  }

  static void fourRows(Tile t, int rowStep, int sumStep) {
    float[] a = t.a;
    int at = t.at;
    float[] b = t.b;
    int from = t.from;
    int bStep = t.bStep;
    int depth = t.depth;
    float[] s = t.s;
    int start = t.start;
    int startStep = t.startStep;
    float[] c = t.c;
    int to = t.to;
    int columns = t.columns;
    FloatVector c00 = fromArray(SPECIES, s, start);
    FloatVector c01 = fromArray(SPECIES, s, start + LANES);
    FloatVector c02 = fromArray(SPECIES, s, start + 2 * LANES);
    FloatVector c10 = fromArray(SPECIES, s, start + startStep);
    FloatVector c11 = fromArray(SPECIES, s, start + startStep + LANES);
    FloatVector c12 = fromArray(SPECIES, s, start + startStep + 2 * LANES);
    FloatVector c20 = fromArray(SPECIES, s, start + 2 * startStep);
    FloatVector c21 = fromArray(SPECIES, s, start + 2 * startStep + LANES);
    FloatVector c22 = fromArray(SPECIES, s, start + 2 * startStep + 2 * LANES);
    FloatVector c30 = fromArray(SPECIES, s, start + 3 * startStep);
    FloatVector c31 = fromArray(SPECIES, s, start + 3 * startStep + LANES);
    FloatVector c32 = fromArray(SPECIES, s, start + 3 * startStep + 2 * LANES);
    for (int p = 0; p < depth; p++) {
      int q = from + p * bStep;
      int i = p * sumStep;
      FloatVector b0 = fromArray(SPECIES, b, q);
      FloatVector b1 = fromArray(SPECIES, b, q + LANES);
      FloatVector b2 = fromArray(SPECIES, b, q + 2 * LANES);
      FloatVector a0 = broadcast(SPECIES, a[at + i]);
      c00 = a0.fma(b0, c00);
      c01 = a0.fma(b1, c01);
      c02 = a0.fma(b2, c02);
      FloatVector a1 = broadcast(SPECIES, a[at + rowStep + i]);
      c10 = a1.fma(b0, c10);
      c11 = a1.fma(b1, c11);
      c12 = a1.fma(b2, c12);
      FloatVector a2 = broadcast(SPECIES, a[at + 2 * rowStep + i]);
      c20 = a2.fma(b0, c20);
      c21 = a2.fma(b1, c21);
      c22 = a2.fma(b2, c22);
      FloatVector a3 = broadcast(SPECIES, a[at + 3 * rowStep + i]);
      c30 = a3.fma(b0, c30);
      c31 = a3.fma(b1, c31);
      c32 = a3.fma(b2, c32);
    }
    c00.intoArray(c, to);
    c01.intoArray(c, to + LANES);
    c02.intoArray(c, to + 2 * LANES);
    c10.intoArray(c, to + columns);
    c11.intoArray(c, to + columns + LANES);
    c12.intoArray(c, to + columns + 2 * LANES);
    c20.intoArray(c, to + 2 * columns);
    c21.intoArray(c, to + 2 * columns + LANES);
    c22.intoArray(c, to + 2 * columns + 2 * LANES);
    c30.intoArray(c, to + 3 * columns);
    c31.intoArray(c, to + 3 * columns + LANES);
    c32.intoArray(c, to + 3 * columns + 2 * LANES);
  }

  static void twoRows(Tile t, int rowStep, int sumStep) {
    float[] a = t.a;
    int at = t.at;
    float[] b = t.b;
    int from = t.from;
    int bStep = t.bStep;
    int depth = t.depth;
    float[] s = t.s;
    int start = t.start;
    int startStep = t.startStep;
    float[] c = t.c;
    int to = t.to;
    int columns = t.columns;
    FloatVector c00 = fromArray(SPECIES, s, start);
    FloatVector c01 = fromArray(SPECIES, s, start + LANES);
    FloatVector c02 = fromArray(SPECIES, s, start + 2 * LANES);
    FloatVector c10 = fromArray(SPECIES, s, start + startStep);
    FloatVector c11 = fromArray(SPECIES, s, start + startStep + LANES);
    FloatVector c12 = fromArray(SPECIES, s, start + startStep + 2 * LANES);
    for (int p = 0; p < depth; p++) {
      int q = from + p * bStep;
      int i = p * sumStep;
      FloatVector b0 = fromArray(SPECIES, b, q);
      FloatVector b1 = fromArray(SPECIES, b, q + LANES);
      FloatVector b2 = fromArray(SPECIES, b, q + 2 * LANES);
      FloatVector a0 = broadcast(SPECIES, a[at + i]);
      c00 = a0.fma(b0, c00);
      c01 = a0.fma(b1, c01);
      c02 = a0.fma(b2, c02);
      FloatVector a1 = broadcast(SPECIES, a[at + rowStep + i]);
      c10 = a1.fma(b0, c10);
      c11 = a1.fma(b1, c11);
      c12 = a1.fma(b2, c12);
    }
    c00.intoArray(c, to);
    c01.intoArray(c, to + LANES);
    c02.intoArray(c, to + 2 * LANES);
    c10.intoArray(c, to + columns);
    c11.intoArray(c, to + columns + LANES);
    c12.intoArray(c, to + columns + 2 * LANES);
  }

  static void oneRow(Tile t) {
    float[] a = t.a;
    int at = t.at;
    int sumStep = t.sumStep;
    float[] b = t.b;
    int from = t.from;
    int bStep = t.bStep;
    int depth = t.depth;
    float[] s = t.s;
    int start = t.start;
    float[] c = t.c;
    int to = t.to;
    FloatVector c0 = fromArray(SPECIES, s, start);
    FloatVector c1 = fromArray(SPECIES, s, start + LANES);
    FloatVector c2 = fromArray(SPECIES, s, start + 2 * LANES);
    for (int p = 0; p < depth; p++) {
      int q = from + p * bStep;
      int i = p * sumStep;
      FloatVector b0 = fromArray(SPECIES, b, q);
      FloatVector b1 = fromArray(SPECIES, b, q + LANES);
      FloatVector b2 = fromArray(SPECIES, b, q + 2 * LANES);
      FloatVector a0 = broadcast(SPECIES, a[at + i]);
      c0 = a0.fma(b0, c0);
      c1 = a0.fma(b1, c1);
      c2 = a0.fma(b2, c2);
    }
    c0.intoArray(c, to);
    c1.intoArray(c, to + LANES);
    c2.intoArray(c, to + 2 * LANES);
  }
}
