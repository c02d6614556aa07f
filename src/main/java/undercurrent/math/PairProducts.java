package undercurrent.math;

import static undercurrent.math.VectorFunctions.LANES;
import static undercurrent.math.VectorFunctions.all;
import static undercurrent.math.VectorFunctions.load;

import jdk.incubator.vector.FloatVector;

/**
 * Products of pairs of numbers, which would leave most of a tile empty: the same sums, term by
 * term, as in {@link ProductKernel}.
 */
final class PairProducts {
  private PairProducts() {}

  /**
   * c[n×2] = s + a[n×2]·b[2×2].
   *
   * @param step from a row of b to the next
   * @param startStep from a row of s to the next; 0 = the same row
   */
  static void sum(
      float[] a,
      int ao,
      int n,
      float[] b,
      int step,
      float[] s,
      int start,
      int startStep,
      float[] c,
      int co) {
    float uu = b[0];
    float uv = b[1];
    float vu = b[step];
    float vv = b[step + 1];
    for (int i = 0; i < n; i++) {
      float u = a[ao + 2 * i];
      float v = a[ao + 2 * i + 1];
      int from = start + i * startStep;
      float first = Math.fma(v, vu, Math.fma(u, uu, s[from]));
      float second = Math.fma(v, vv, Math.fma(u, uv, s[from + 1]));
      c[co + 2 * i] = first;
      c[co + 2 * i + 1] = second;
    }
  }

  /** Whether {@link #spread} computes a product: b is one panel that fills pairs of vectors. */
  static boolean spreads(Panels b) {
    int m = b.columns;
    return b.rows == 2 && m == Panels.WIDTH && m % (2 * LANES) == 0;
  }

  /** c[n×m] = s[1×m] + a[n×2]·b[2×m]. */
  static void spread(
      float[] a, int ao, int n, float[] b, float[] s, int start, float[] c, int co, int m) {
    for (int j = 0; j < m; j += 2 * LANES) Vectors.spread(a, ao, n, b, s, start, c, co, m, j);
  }

  /** c[2×2] += a[n×2]ᵀ·b[n×2]. */
  static void addTransposed(float[] a, int ao, float[] b, int bo, float[] c, int co, int n) {
    float uu = c[co];
    float uv = c[co + 1];
    float vu = c[co + 2];
    float vv = c[co + 3];
    for (int i = 0; i < n; i++) {
      float u = a[ao + 2 * i];
      float v = a[ao + 2 * i + 1];
      float p = b[bo + 2 * i];
      float q = b[bo + 2 * i + 1];
      uu = Math.fma(u, p, uu);
      uv = Math.fma(u, q, uv);
      vu = Math.fma(v, p, vu);
      vv = Math.fma(v, q, vv);
    }
    c[co] = uu;
    c[co + 1] = uv;
    c[co + 2] = vu;
    c[co + 3] = vv;
  }

  /**
   * c[2×m] += a[n×2]ᵀ·b[n×m] and sums[1×m] += the sum of the rows of b, whose columns fill pairs of
   * vectors.
   */
  static void addTransposed(
      float[] a, int ao, float[] b, int bo, float[] c, int co, float[] sums, int so, int n, int m) {
    for (int j = 0; j < m; j += 2 * LANES) {
      Vectors.add(a, ao, b, bo + j, c, co + j, sums, so + j, n, m);
    }
  }

  /** Kept apart, so that no vector is needed where there are none. */
  private static final class Vectors {
    static void spread(
        float[] a,
        int ao,
        int n,
        float[] b,
        float[] s,
        int start,
        float[] c,
        int co,
        int m,
        int j) {
      FloatVector s0 = load(s, start + j);
      FloatVector s1 = load(s, start + j + LANES);
      FloatVector u0 = load(b, j);
      FloatVector u1 = load(b, j + LANES);
      FloatVector v0 = load(b, m + j);
      FloatVector v1 = load(b, m + j + LANES);
      for (int i = 0; i < n; i++) {
        FloatVector u = all(a[ao + 2 * i]);
        FloatVector v = all(a[ao + 2 * i + 1]);
        int to = co + i * m + j;
        v.fma(v0, u.fma(u0, s0)).intoArray(c, to);
        v.fma(v1, u.fma(u1, s1)).intoArray(c, to + LANES);
      }
    }

    static void add(
        float[] a,
        int ao,
        float[] b,
        int bo,
        float[] c,
        int co,
        float[] sums,
        int so,
        int n,
        int m) {
      FloatVector u0 = load(c, co);
      FloatVector u1 = load(c, co + LANES);
      FloatVector v0 = load(c, co + m);
      FloatVector v1 = load(c, co + m + LANES);
      FloatVector s0 = load(sums, so);
      FloatVector s1 = load(sums, so + LANES);
      int i = 0;
      for (; i + 1 < n; i += 2) {
        int row = ao + 2 * i;
        int at = bo + i * m;
        FloatVector x = load(b, at);
        FloatVector y = load(b, at + LANES);
        FloatVector factor = all(a[row]);
        u0 = factor.fma(x, u0);
        u1 = factor.fma(y, u1);
        factor = all(a[row + 1]);
        v0 = factor.fma(x, v0);
        v1 = factor.fma(y, v1);
        s0 = s0.add(x);
        s1 = s1.add(y);
        x = load(b, at + m);
        y = load(b, at + m + LANES);
        factor = all(a[row + 2]);
        u0 = factor.fma(x, u0);
        u1 = factor.fma(y, u1);
        factor = all(a[row + 3]);
        v0 = factor.fma(x, v0);
        v1 = factor.fma(y, v1);
        s0 = s0.add(x);
        s1 = s1.add(y);
      }
      if (i < n) {
        FloatVector x = load(b, bo + i * m);
        FloatVector y = load(b, bo + i * m + LANES);
        FloatVector factor = all(a[ao + 2 * i]);
        u0 = factor.fma(x, u0);
        u1 = factor.fma(y, u1);
        factor = all(a[ao + 2 * i + 1]);
        v0 = factor.fma(x, v0);
        v1 = factor.fma(y, v1);
        s0 = s0.add(x);
        s1 = s1.add(y);
      }
      u0.intoArray(c, co);
      u1.intoArray(c, co + LANES);
      v0.intoArray(c, co + m);
      v1.intoArray(c, co + m + LANES);
      s0.intoArray(sums, so);
      s1.intoArray(sums, so + LANES);
    }
  }
}
