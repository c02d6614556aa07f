package undercurrent.math;

import static undercurrent.math.VectorFunctions.LANES;
import static undercurrent.math.VectorFunctions.all;

import jdk.incubator.vector.FloatVector;

/**
 * A reference computation of fixed size by which the speed of a machine is measured; the clock is
 * the caller's. Every method gives the floating-point operations it did; a multiplication with its
 * addition are two.
 */
public final class SpeedReference {
  private static final int CHAINS = 12;
  private static final int ROUNDS = 1000;
  private static final float[] SINK = new float[64];

  private SpeedReference() {}

  /**
   * Multiplies and adds in registers only, as fast as this machine can: the peak. Without vectors,
   * the peak of scalar ones.
   */
  public static double peak() {
    return Lanes.on() ? Vectors.peak() : scalarPeak();
  }

  private static double scalarPeak() {
    float a = 0.5f;
    float c0 = 0;
    float c1 = 1;
    float c2 = 2;
    float c3 = 3;
    float c4 = 4;
    float c5 = 5;
    float c6 = 6;
    float c7 = 7;
    for (int i = 0; i < ROUNDS; i++) {
      c0 = Math.fma(c0, a, a);
      c1 = Math.fma(c1, a, a);
      c2 = Math.fma(c2, a, a);
      c3 = Math.fma(c3, a, a);
      c4 = Math.fma(c4, a, a);
      c5 = Math.fma(c5, a, a);
      c6 = Math.fma(c6, a, a);
      c7 = Math.fma(c7, a, a);
    }
    SINK[0] = c0 + c1 + c2 + c3 + c4 + c5 + c6 + c7;
    return 2.0 * 8 * ROUNDS;
  }

  /** A product c[n × m] += a[n × k]·b[k × m] of two fixed matrices, as the layers use it. */
  public static final class Product {
    private final Products products = new Products();
    private final Panels right = new Panels();
    private final float[] a;
    private final float[] c;
    private final int n;
    private final int k;
    private final int m;

    public Product(int n, int k, int m) {
      this.n = n;
      this.k = k;
      this.m = m;
      a = small(n * k);
      c = new float[n * m];
      right.pack(small(k * m), 0, k, m, m);
    }

    private static float[] small(int size) {
      float[] array = new float[size];
      for (int i = 0; i < size; i++) array[i] = (i % 7 - 3) * 0x1p-10f;
      return array;
    }

    /** Adds the product once more. */
    public double run() {
      products.add(a, 0, n, right, c, 0);
      return 2.0 * n * k * m;
    }
  }

  private static final class Vectors {
    // Twelve chains hide that a result is there some cycles later only.
    static double peak() {
      FloatVector a = all(0.5f);
      FloatVector c0 = all(0f);
      FloatVector c1 = c0;
      FloatVector c2 = c0;
      FloatVector c3 = c0;
      FloatVector c4 = c0;
      FloatVector c5 = c0;
      FloatVector c6 = c0;
      FloatVector c7 = c0;
      FloatVector c8 = c0;
      FloatVector c9 = c0;
      FloatVector c10 = c0;
      FloatVector c11 = c0;
      for (int i = 0; i < ROUNDS; i++) {
        c0 = c0.fma(a, a);
        c1 = c1.fma(a, a);
        c2 = c2.fma(a, a);
        c3 = c3.fma(a, a);
        c4 = c4.fma(a, a);
        c5 = c5.fma(a, a);
        c6 = c6.fma(a, a);
        c7 = c7.fma(a, a);
        c8 = c8.fma(a, a);
        c9 = c9.fma(a, a);
        c10 = c10.fma(a, a);
        c11 = c11.fma(a, a);
      }
      FloatVector sum = c0.add(c1).add(c2).add(c3).add(c4).add(c5);
      sum.add(c6).add(c7).add(c8).add(c9).add(c10).add(c11).intoArray(SINK, 0);
      return 2.0 * CHAINS * LANES * ROUNDS;
    }
  }
}
