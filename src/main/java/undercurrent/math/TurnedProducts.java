package undercurrent.math;

import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;
import static undercurrent.math.VectorFunctions.LANES;
import static undercurrent.math.VectorFunctions.SPECIES;

import jdk.incubator.vector.FloatVector;

/**
 * Products of one or two columns, which would leave most of a tile empty: sixteen rows lie along
 * the vectors instead. Squares of a are turned in registers by four stages of which each deals two
 * halves of the rows like cards (the perfect shuffle: Stone, Parallel Processing with the Perfect
 * Shuffle, 1971). The same sums, term by term, as in {@link ProductKernel}.
 */
final class TurnedProducts {
  private static final int SIDE = 16;

  /** The lanes of two vectors, the second counted behind the first, in the order of a deal. */
  private static final float[] LOW = new float[SIDE];

  private static final float[] HIGH = new float[SIDE];

  static {
    for (int i = 0; i < SIDE; i++) {
      LOW[i] = i / 2 + i % 2 * SIDE;
      HIGH[i] = LOW[i] + SIDE / 2;
    }
  }

  private final float[] sums = new float[2 * SIDE];

  /** Whether vectors are long enough, and the product is one of these. */
  static boolean fits(int n, Panels b) {
    return LANES == SIDE && n >= SIDE && b.rows >= SIDE && b.columns <= 2;
  }

  /**
   * c[n×m] = s + a[n×k]·b[k×m] of the rows that fill vectors; says of how many.
   *
   * @param startStep from a row of s to the next; 0 = the same row
   */
  int sum(
      float[] a, int ao, int n, Panels b, float[] s, int start, int startStep, float[] c, int co) {
    int k = b.rows;
    int m = b.columns;
    int step = Panels.width(m);
    int whole = n / SIDE * SIDE;
    for (int i = 0; i < whole; i += SIDE) {
      for (int r = 0; r < SIDE; r++) {
        int at = start + (i + r) * startStep;
        sums[r] = s[at];
        if (m == 2) sums[SIDE + r] = s[at + 1];
      }
      int row = ao + i * k;
      Vectors.squares(a, row, k, b.data, step, sums);
      for (int p = k / SIDE * SIDE; p < k; p++) {
        for (int r = 0; r < SIDE; r++) {
          float factor = a[row + r * k + p];
          sums[r] = Math.fma(factor, b.data[p * step], sums[r]);
          sums[SIDE + r] = Math.fma(factor, b.data[p * step + 1], sums[SIDE + r]);
        }
      }
      for (int r = 0; r < SIDE; r++) {
        int to = co + (i + r) * m;
        c[to] = sums[r];
        if (m == 2) c[to + 1] = sums[SIDE + r];
      }
    }
    return whole;
  }

  /** Kept apart, so that no vector is needed where there are none. */
  private static final class Vectors {
    /** Adds the terms of all whole squares to the sums of sixteen rows. */
    static void squares(float[] a, int row, int k, float[] b, int step, float[] sums) {
      FloatVector low = fromArray(SPECIES, LOW, 0);
      FloatVector high = fromArray(SPECIES, HIGH, 0);
      FloatVector first = fromArray(SPECIES, sums, 0);
      FloatVector second = fromArray(SPECIES, sums, SIDE);
      for (int j = 0; j + SIDE <= k; j += SIDE) {
        int at = row + j;
        FloatVector r0 = fromArray(SPECIES, a, at);
        FloatVector r1 = fromArray(SPECIES, a, at + k);
        FloatVector r2 = fromArray(SPECIES, a, at + 2 * k);
        FloatVector r3 = fromArray(SPECIES, a, at + 3 * k);
        FloatVector r4 = fromArray(SPECIES, a, at + 4 * k);
        FloatVector r5 = fromArray(SPECIES, a, at + 5 * k);
        FloatVector r6 = fromArray(SPECIES, a, at + 6 * k);
        FloatVector r7 = fromArray(SPECIES, a, at + 7 * k);
        FloatVector r8 = fromArray(SPECIES, a, at + 8 * k);
        FloatVector r9 = fromArray(SPECIES, a, at + 9 * k);
        FloatVector r10 = fromArray(SPECIES, a, at + 10 * k);
        FloatVector r11 = fromArray(SPECIES, a, at + 11 * k);
        FloatVector r12 = fromArray(SPECIES, a, at + 12 * k);
        FloatVector r13 = fromArray(SPECIES, a, at + 13 * k);
        FloatVector r14 = fromArray(SPECIES, a, at + 14 * k);
        FloatVector r15 = fromArray(SPECIES, a, at + 15 * k);
        FloatVector s0 = low.selectFrom(r0, r8);
        FloatVector s1 = high.selectFrom(r0, r8);
        FloatVector s2 = low.selectFrom(r1, r9);
        FloatVector s3 = high.selectFrom(r1, r9);
        FloatVector s4 = low.selectFrom(r2, r10);
        FloatVector s5 = high.selectFrom(r2, r10);
        FloatVector s6 = low.selectFrom(r3, r11);
        FloatVector s7 = high.selectFrom(r3, r11);
        FloatVector s8 = low.selectFrom(r4, r12);
        FloatVector s9 = high.selectFrom(r4, r12);
        FloatVector s10 = low.selectFrom(r5, r13);
        FloatVector s11 = high.selectFrom(r5, r13);
        FloatVector s12 = low.selectFrom(r6, r14);
        FloatVector s13 = high.selectFrom(r6, r14);
        FloatVector s14 = low.selectFrom(r7, r15);
        FloatVector s15 = high.selectFrom(r7, r15);
        r0 = low.selectFrom(s0, s8);
        r1 = high.selectFrom(s0, s8);
        r2 = low.selectFrom(s1, s9);
        r3 = high.selectFrom(s1, s9);
        r4 = low.selectFrom(s2, s10);
        r5 = high.selectFrom(s2, s10);
        r6 = low.selectFrom(s3, s11);
        r7 = high.selectFrom(s3, s11);
        r8 = low.selectFrom(s4, s12);
        r9 = high.selectFrom(s4, s12);
        r10 = low.selectFrom(s5, s13);
        r11 = high.selectFrom(s5, s13);
        r12 = low.selectFrom(s6, s14);
        r13 = high.selectFrom(s6, s14);
        r14 = low.selectFrom(s7, s15);
        r15 = high.selectFrom(s7, s15);
        s0 = low.selectFrom(r0, r8);
        s1 = high.selectFrom(r0, r8);
        s2 = low.selectFrom(r1, r9);
        s3 = high.selectFrom(r1, r9);
        s4 = low.selectFrom(r2, r10);
        s5 = high.selectFrom(r2, r10);
        s6 = low.selectFrom(r3, r11);
        s7 = high.selectFrom(r3, r11);
        s8 = low.selectFrom(r4, r12);
        s9 = high.selectFrom(r4, r12);
        s10 = low.selectFrom(r5, r13);
        s11 = high.selectFrom(r5, r13);
        s12 = low.selectFrom(r6, r14);
        s13 = high.selectFrom(r6, r14);
        s14 = low.selectFrom(r7, r15);
        s15 = high.selectFrom(r7, r15);
        r0 = low.selectFrom(s0, s8);
        r1 = high.selectFrom(s0, s8);
        r2 = low.selectFrom(s1, s9);
        r3 = high.selectFrom(s1, s9);
        r4 = low.selectFrom(s2, s10);
        r5 = high.selectFrom(s2, s10);
        r6 = low.selectFrom(s3, s11);
        r7 = high.selectFrom(s3, s11);
        r8 = low.selectFrom(s4, s12);
        r9 = high.selectFrom(s4, s12);
        r10 = low.selectFrom(s5, s13);
        r11 = high.selectFrom(s5, s13);
        r12 = low.selectFrom(s6, s14);
        r13 = high.selectFrom(s6, s14);
        r14 = low.selectFrom(s7, s15);
        r15 = high.selectFrom(s7, s15);
        int q = j * step;
        first = r0.fma(broadcast(SPECIES, b[q]), first);
        second = r0.fma(broadcast(SPECIES, b[q + 1]), second);
        first = r1.fma(broadcast(SPECIES, b[q + step]), first);
        second = r1.fma(broadcast(SPECIES, b[q + step + 1]), second);
        first = r2.fma(broadcast(SPECIES, b[q + 2 * step]), first);
        second = r2.fma(broadcast(SPECIES, b[q + 2 * step + 1]), second);
        first = r3.fma(broadcast(SPECIES, b[q + 3 * step]), first);
        second = r3.fma(broadcast(SPECIES, b[q + 3 * step + 1]), second);
        first = r4.fma(broadcast(SPECIES, b[q + 4 * step]), first);
        second = r4.fma(broadcast(SPECIES, b[q + 4 * step + 1]), second);
        first = r5.fma(broadcast(SPECIES, b[q + 5 * step]), first);
        second = r5.fma(broadcast(SPECIES, b[q + 5 * step + 1]), second);
        first = r6.fma(broadcast(SPECIES, b[q + 6 * step]), first);
        second = r6.fma(broadcast(SPECIES, b[q + 6 * step + 1]), second);
        first = r7.fma(broadcast(SPECIES, b[q + 7 * step]), first);
        second = r7.fma(broadcast(SPECIES, b[q + 7 * step + 1]), second);
        first = r8.fma(broadcast(SPECIES, b[q + 8 * step]), first);
        second = r8.fma(broadcast(SPECIES, b[q + 8 * step + 1]), second);
        first = r9.fma(broadcast(SPECIES, b[q + 9 * step]), first);
        second = r9.fma(broadcast(SPECIES, b[q + 9 * step + 1]), second);
        first = r10.fma(broadcast(SPECIES, b[q + 10 * step]), first);
        second = r10.fma(broadcast(SPECIES, b[q + 10 * step + 1]), second);
        first = r11.fma(broadcast(SPECIES, b[q + 11 * step]), first);
        second = r11.fma(broadcast(SPECIES, b[q + 11 * step + 1]), second);
        first = r12.fma(broadcast(SPECIES, b[q + 12 * step]), first);
        second = r12.fma(broadcast(SPECIES, b[q + 12 * step + 1]), second);
        first = r13.fma(broadcast(SPECIES, b[q + 13 * step]), first);
        second = r13.fma(broadcast(SPECIES, b[q + 13 * step + 1]), second);
        first = r14.fma(broadcast(SPECIES, b[q + 14 * step]), first);
        second = r14.fma(broadcast(SPECIES, b[q + 14 * step + 1]), second);
        first = r15.fma(broadcast(SPECIES, b[q + 15 * step]), first);
        second = r15.fma(broadcast(SPECIES, b[q + 15 * step + 1]), second);
      }
      first.intoArray(sums, 0);
      second.intoArray(sums, SIDE);
    }
  }
}
