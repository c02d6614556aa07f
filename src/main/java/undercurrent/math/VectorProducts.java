package undercurrent.math;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/**
 * c += a·b with the machine's vectors. A tile of c, four rows by two vectors, stays in registers
 * while k runs; k runs in stretches, so that the part of b that a tile needs stays in the first
 * cache. Every element of c is still one sum along k in order: the bits are those of {@link
 * ScalarProducts}.
 */
final class VectorProducts implements ProductKernel {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();
  private static final int STRETCH = 256;
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
    for (int from = 0; from < k; from += STRETCH) {
      int length = Math.min(STRETCH, k - from);
      Stretch stretch =
          new Stretch(a, ao + from * sumStep, rowStep, sumStep, b, bo + from * m, c, co, length, m);
      int j = 0;
      for (; j + 2 * LANES <= m; j += 2 * LANES) {
        int i = 0;
        for (; i + ROWS <= n; i += ROWS) stretch.fourRowsTwoVectors(i, j);
        for (; i < n; i++) stretch.oneRowTwoVectors(i, j);
      }
      for (; j < m; j += LANES) {
        VectorMask<Float> inside = SPECIES.indexInRange(j, m);
        int i = 0;
        for (; i + ROWS <= n; i += ROWS) stretch.fourRows(i, j, inside);
        for (; i < n; i++) stretch.oneRow(i, j, inside);
      }
    }
  }

  /** A stretch of the sum: a and b start at its first term. */
  private record Stretch(
      float[] a,
      int ao,
      int rowStep,
      int sumStep,
      float[] b,
      int bo,
      float[] c,
      int co,
      int k,
      int m) {

    void fourRowsTwoVectors(int i, int j) {
      int row = co + i * m + j;
      FloatVector c00 = load(row);
      FloatVector c01 = load(row + LANES);
      FloatVector c10 = load(row + m);
      FloatVector c11 = load(row + m + LANES);
      FloatVector c20 = load(row + 2 * m);
      FloatVector c21 = load(row + 2 * m + LANES);
      FloatVector c30 = load(row + 3 * m);
      FloatVector c31 = load(row + 3 * m + LANES);
      int at = ao + i * rowStep;
      int from = bo + j;
      for (int p = 0; p < k; p++) {
        FloatVector b0 = FloatVector.fromArray(SPECIES, b, from);
        FloatVector b1 = FloatVector.fromArray(SPECIES, b, from + LANES);
        FloatVector a0 = FloatVector.broadcast(SPECIES, a[at]);
        c00 = a0.fma(b0, c00);
        c01 = a0.fma(b1, c01);
        FloatVector a1 = FloatVector.broadcast(SPECIES, a[at + rowStep]);
        c10 = a1.fma(b0, c10);
        c11 = a1.fma(b1, c11);
        FloatVector a2 = FloatVector.broadcast(SPECIES, a[at + 2 * rowStep]);
        c20 = a2.fma(b0, c20);
        c21 = a2.fma(b1, c21);
        FloatVector a3 = FloatVector.broadcast(SPECIES, a[at + 3 * rowStep]);
        c30 = a3.fma(b0, c30);
        c31 = a3.fma(b1, c31);
        at += sumStep;
        from += m;
      }
      c00.intoArray(c, row);
      c01.intoArray(c, row + LANES);
      c10.intoArray(c, row + m);
      c11.intoArray(c, row + m + LANES);
      c20.intoArray(c, row + 2 * m);
      c21.intoArray(c, row + 2 * m + LANES);
      c30.intoArray(c, row + 3 * m);
      c31.intoArray(c, row + 3 * m + LANES);
    }

    void oneRowTwoVectors(int i, int j) {
      int row = co + i * m + j;
      FloatVector c0 = load(row);
      FloatVector c1 = load(row + LANES);
      int at = ao + i * rowStep;
      int from = bo + j;
      for (int p = 0; p < k; p++) {
        FloatVector a0 = FloatVector.broadcast(SPECIES, a[at]);
        c0 = a0.fma(FloatVector.fromArray(SPECIES, b, from), c0);
        c1 = a0.fma(FloatVector.fromArray(SPECIES, b, from + LANES), c1);
        at += sumStep;
        from += m;
      }
      c0.intoArray(c, row);
      c1.intoArray(c, row + LANES);
    }

    void fourRows(int i, int j, VectorMask<Float> inside) {
      int row = co + i * m + j;
      FloatVector c0 = load(row, inside);
      FloatVector c1 = load(row + m, inside);
      FloatVector c2 = load(row + 2 * m, inside);
      FloatVector c3 = load(row + 3 * m, inside);
      int at = ao + i * rowStep;
      int from = bo + j;
      for (int p = 0; p < k; p++) {
        FloatVector b0 = FloatVector.fromArray(SPECIES, b, from, inside);
        c0 = FloatVector.broadcast(SPECIES, a[at]).fma(b0, c0);
        c1 = FloatVector.broadcast(SPECIES, a[at + rowStep]).fma(b0, c1);
        c2 = FloatVector.broadcast(SPECIES, a[at + 2 * rowStep]).fma(b0, c2);
        c3 = FloatVector.broadcast(SPECIES, a[at + 3 * rowStep]).fma(b0, c3);
        at += sumStep;
        from += m;
      }
      c0.intoArray(c, row, inside);
      c1.intoArray(c, row + m, inside);
      c2.intoArray(c, row + 2 * m, inside);
      c3.intoArray(c, row + 3 * m, inside);
    }

    void oneRow(int i, int j, VectorMask<Float> inside) {
      int row = co + i * m + j;
      FloatVector c0 = load(row, inside);
      int at = ao + i * rowStep;
      int from = bo + j;
      for (int p = 0; p < k; p++) {
        FloatVector b0 = FloatVector.fromArray(SPECIES, b, from, inside);
        c0 = FloatVector.broadcast(SPECIES, a[at]).fma(b0, c0);
        at += sumStep;
        from += m;
      }
      c0.intoArray(c, row, inside);
    }

    private FloatVector load(int at) {
      return FloatVector.fromArray(SPECIES, c, at);
    }

    private FloatVector load(int at, VectorMask<Float> inside) {
      return FloatVector.fromArray(SPECIES, c, at, inside);
    }
  }
}
