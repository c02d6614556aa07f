package undercurrent.math;

import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;
import static undercurrent.math.VectorFunctions.LANES;
import static undercurrent.math.VectorFunctions.SPECIES;

import jdk.incubator.vector.FloatVector;

/**
 * Tiles of a product, c = s + a·b: up to eight rows by one or two vectors, which stay in registers
 * while p runs. The launchers have these inlined into callers that fix some of the steps, so that
 * the compiler can prove once, before the loop, that no index leaves its array.
 */
final class VectorTiles {
  private VectorTiles() {}

  static void eightRows(Tile t, int rowStep, int sumStep) {
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
    FloatVector c10 = fromArray(SPECIES, s, start + startStep);
    FloatVector c11 = fromArray(SPECIES, s, start + startStep + LANES);
    FloatVector c20 = fromArray(SPECIES, s, start + 2 * startStep);
    FloatVector c21 = fromArray(SPECIES, s, start + 2 * startStep + LANES);
    FloatVector c30 = fromArray(SPECIES, s, start + 3 * startStep);
    FloatVector c31 = fromArray(SPECIES, s, start + 3 * startStep + LANES);
    FloatVector c40 = fromArray(SPECIES, s, start + 4 * startStep);
    FloatVector c41 = fromArray(SPECIES, s, start + 4 * startStep + LANES);
    FloatVector c50 = fromArray(SPECIES, s, start + 5 * startStep);
    FloatVector c51 = fromArray(SPECIES, s, start + 5 * startStep + LANES);
    FloatVector c60 = fromArray(SPECIES, s, start + 6 * startStep);
    FloatVector c61 = fromArray(SPECIES, s, start + 6 * startStep + LANES);
    FloatVector c70 = fromArray(SPECIES, s, start + 7 * startStep);
    FloatVector c71 = fromArray(SPECIES, s, start + 7 * startStep + LANES);
    for (int p = 0; p < depth; p++) {
      int q = from + p * bStep;
      int i = p * sumStep;
      FloatVector b0 = fromArray(SPECIES, b, q);
      FloatVector b1 = fromArray(SPECIES, b, q + LANES);
      FloatVector a0 = broadcast(SPECIES, a[at + i]);
      c00 = a0.fma(b0, c00);
      c01 = a0.fma(b1, c01);
      FloatVector a1 = broadcast(SPECIES, a[at + rowStep + i]);
      c10 = a1.fma(b0, c10);
      c11 = a1.fma(b1, c11);
      FloatVector a2 = broadcast(SPECIES, a[at + 2 * rowStep + i]);
      c20 = a2.fma(b0, c20);
      c21 = a2.fma(b1, c21);
      FloatVector a3 = broadcast(SPECIES, a[at + 3 * rowStep + i]);
      c30 = a3.fma(b0, c30);
      c31 = a3.fma(b1, c31);
      FloatVector a4 = broadcast(SPECIES, a[at + 4 * rowStep + i]);
      c40 = a4.fma(b0, c40);
      c41 = a4.fma(b1, c41);
      FloatVector a5 = broadcast(SPECIES, a[at + 5 * rowStep + i]);
      c50 = a5.fma(b0, c50);
      c51 = a5.fma(b1, c51);
      FloatVector a6 = broadcast(SPECIES, a[at + 6 * rowStep + i]);
      c60 = a6.fma(b0, c60);
      c61 = a6.fma(b1, c61);
      FloatVector a7 = broadcast(SPECIES, a[at + 7 * rowStep + i]);
      c70 = a7.fma(b0, c70);
      c71 = a7.fma(b1, c71);
    }
    c00.intoArray(c, to);
    c01.intoArray(c, to + LANES);
    c10.intoArray(c, to + columns);
    c11.intoArray(c, to + columns + LANES);
    c20.intoArray(c, to + 2 * columns);
    c21.intoArray(c, to + 2 * columns + LANES);
    c30.intoArray(c, to + 3 * columns);
    c31.intoArray(c, to + 3 * columns + LANES);
    c40.intoArray(c, to + 4 * columns);
    c41.intoArray(c, to + 4 * columns + LANES);
    c50.intoArray(c, to + 5 * columns);
    c51.intoArray(c, to + 5 * columns + LANES);
    c60.intoArray(c, to + 6 * columns);
    c61.intoArray(c, to + 6 * columns + LANES);
    c70.intoArray(c, to + 7 * columns);
    c71.intoArray(c, to + 7 * columns + LANES);
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
    FloatVector c10 = fromArray(SPECIES, s, start + startStep);
    FloatVector c11 = fromArray(SPECIES, s, start + startStep + LANES);
    FloatVector c20 = fromArray(SPECIES, s, start + 2 * startStep);
    FloatVector c21 = fromArray(SPECIES, s, start + 2 * startStep + LANES);
    FloatVector c30 = fromArray(SPECIES, s, start + 3 * startStep);
    FloatVector c31 = fromArray(SPECIES, s, start + 3 * startStep + LANES);
    for (int p = 0; p < depth; p++) {
      int q = from + p * bStep;
      int i = p * sumStep;
      FloatVector b0 = fromArray(SPECIES, b, q);
      FloatVector b1 = fromArray(SPECIES, b, q + LANES);
      FloatVector a0 = broadcast(SPECIES, a[at + i]);
      c00 = a0.fma(b0, c00);
      c01 = a0.fma(b1, c01);
      FloatVector a1 = broadcast(SPECIES, a[at + rowStep + i]);
      c10 = a1.fma(b0, c10);
      c11 = a1.fma(b1, c11);
      FloatVector a2 = broadcast(SPECIES, a[at + 2 * rowStep + i]);
      c20 = a2.fma(b0, c20);
      c21 = a2.fma(b1, c21);
      FloatVector a3 = broadcast(SPECIES, a[at + 3 * rowStep + i]);
      c30 = a3.fma(b0, c30);
      c31 = a3.fma(b1, c31);
    }
    c00.intoArray(c, to);
    c01.intoArray(c, to + LANES);
    c10.intoArray(c, to + columns);
    c11.intoArray(c, to + columns + LANES);
    c20.intoArray(c, to + 2 * columns);
    c21.intoArray(c, to + 2 * columns + LANES);
    c30.intoArray(c, to + 3 * columns);
    c31.intoArray(c, to + 3 * columns + LANES);
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
    FloatVector c10 = fromArray(SPECIES, s, start + startStep);
    FloatVector c11 = fromArray(SPECIES, s, start + startStep + LANES);
    for (int p = 0; p < depth; p++) {
      int q = from + p * bStep;
      int i = p * sumStep;
      FloatVector b0 = fromArray(SPECIES, b, q);
      FloatVector b1 = fromArray(SPECIES, b, q + LANES);
      FloatVector a0 = broadcast(SPECIES, a[at + i]);
      c00 = a0.fma(b0, c00);
      c01 = a0.fma(b1, c01);
      FloatVector a1 = broadcast(SPECIES, a[at + rowStep + i]);
      c10 = a1.fma(b0, c10);
      c11 = a1.fma(b1, c11);
    }
    c00.intoArray(c, to);
    c01.intoArray(c, to + LANES);
    c10.intoArray(c, to + columns);
    c11.intoArray(c, to + columns + LANES);
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
    for (int p = 0; p < depth; p++) {
      int q = from + p * bStep;
      int i = p * sumStep;
      FloatVector b0 = fromArray(SPECIES, b, q);
      FloatVector b1 = fromArray(SPECIES, b, q + LANES);
      FloatVector a0 = broadcast(SPECIES, a[at + i]);
      c0 = a0.fma(b0, c0);
      c1 = a0.fma(b1, c1);
    }
    c0.intoArray(c, to);
    c1.intoArray(c, to + LANES);
  }

  static void eightShortRows(Tile t, int rowStep, int sumStep) {
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
    FloatVector c0 = fromArray(SPECIES, s, start);
    FloatVector c1 = fromArray(SPECIES, s, start + startStep);
    FloatVector c2 = fromArray(SPECIES, s, start + 2 * startStep);
    FloatVector c3 = fromArray(SPECIES, s, start + 3 * startStep);
    FloatVector c4 = fromArray(SPECIES, s, start + 4 * startStep);
    FloatVector c5 = fromArray(SPECIES, s, start + 5 * startStep);
    FloatVector c6 = fromArray(SPECIES, s, start + 6 * startStep);
    FloatVector c7 = fromArray(SPECIES, s, start + 7 * startStep);
    for (int p = 0; p < depth; p++) {
      int q = from + p * bStep;
      int i = p * sumStep;
      FloatVector b0 = fromArray(SPECIES, b, q);
      FloatVector a0 = broadcast(SPECIES, a[at + i]);
      c0 = a0.fma(b0, c0);
      FloatVector a1 = broadcast(SPECIES, a[at + rowStep + i]);
      c1 = a1.fma(b0, c1);
      FloatVector a2 = broadcast(SPECIES, a[at + 2 * rowStep + i]);
      c2 = a2.fma(b0, c2);
      FloatVector a3 = broadcast(SPECIES, a[at + 3 * rowStep + i]);
      c3 = a3.fma(b0, c3);
      FloatVector a4 = broadcast(SPECIES, a[at + 4 * rowStep + i]);
      c4 = a4.fma(b0, c4);
      FloatVector a5 = broadcast(SPECIES, a[at + 5 * rowStep + i]);
      c5 = a5.fma(b0, c5);
      FloatVector a6 = broadcast(SPECIES, a[at + 6 * rowStep + i]);
      c6 = a6.fma(b0, c6);
      FloatVector a7 = broadcast(SPECIES, a[at + 7 * rowStep + i]);
      c7 = a7.fma(b0, c7);
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

  static void twoShortRows(Tile t, int rowStep, int sumStep) {
    float[] a = t.a;
    int at = t.at;
    float[] b = t.b;
    int from = t.from;
    int bStep = t.bStep;
    int depth = t.depth;
    float[] s = t.s;
    int start = t.start;
    float[] c = t.c;
    int to = t.to;
    FloatVector c0 = fromArray(SPECIES, s, start);
    FloatVector c1 = fromArray(SPECIES, s, start + t.startStep);
    for (int p = 0; p < depth; p++) {
      int i = p * sumStep;
      FloatVector b0 = fromArray(SPECIES, b, from + p * bStep);
      c0 = broadcast(SPECIES, a[at + i]).fma(b0, c0);
      c1 = broadcast(SPECIES, a[at + rowStep + i]).fma(b0, c1);
    }
    c0.intoArray(c, to);
    c1.intoArray(c, to + t.columns);
  }

  static void oneShortRow(Tile t) {
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
    for (int p = 0; p < depth; p++) {
      int q = from + p * bStep;
      int i = p * sumStep;
      FloatVector b0 = fromArray(SPECIES, b, q);
      FloatVector a0 = broadcast(SPECIES, a[at + i]);
      c0 = a0.fma(b0, c0);
    }
    c0.intoArray(c, to);
  }
}
