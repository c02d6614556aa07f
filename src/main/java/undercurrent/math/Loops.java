package undercurrent.math;

import static undercurrent.math.VectorFunctions.LANES;
import static undercurrent.math.VectorFunctions.load;

/**
 * Element-wise arithmetic of stretches of arrays, which the operations are composed of: each method
 * has a loop over vectors and a scalar one for the rest, with the same bits.
 */
final class Loops {
  private static final int FEW = 16;

  private Loops() {}

  /** c = a; few numbers one by one, which is faster than a call. */
  static void copy(float[] a, int i, float[] c, int k, int n) {
    if (n >= FEW) System.arraycopy(a, i, c, k, n);
    else for (int e = 0; e < n; e++) c[k + e] = a[i + e];
  }

  /** c = a + b. */
  static void add(float[] a, int i, float[] b, int j, float[] c, int k, int n) {
    int done = Lanes.on() ? Vectors.add(a, i, b, j, c, k, n) : 0;
    for (int e = done; e < n; e++) c[k + e] = a[i + e] + b[j + e];
  }

  /** c = a − b. */
  static void subtract(float[] a, int i, float[] b, int j, float[] c, int k, int n) {
    int done = Lanes.on() ? Vectors.subtract(a, i, b, j, c, k, n) : 0;
    for (int e = done; e < n; e++) c[k + e] = a[i + e] - b[j + e];
  }

  /** c = a·b. */
  static void multiply(float[] a, int i, float[] b, int j, float[] c, int k, int n) {
    int done = Lanes.on() ? Vectors.multiply(a, i, b, j, c, k, n) : 0;
    for (int e = done; e < n; e++) c[k + e] = a[i + e] * b[j + e];
  }

  /** c = a/b. */
  static void divide(float[] a, int i, float[] b, int j, float[] c, int k, int n) {
    int done = Lanes.on() ? Vectors.divide(a, i, b, j, c, k, n) : 0;
    for (int e = done; e < n; e++) c[k + e] = a[i + e] / b[j + e];
  }

  /** c = (a + b)·share. */
  static void share(float[] a, int i, float[] b, int j, float share, float[] c, int k, int n) {
    int done = Lanes.on() ? Vectors.share(a, i, b, j, share, c, k, n) : 0;
    for (int e = done; e < n; e++) c[k + e] = (a[i + e] + b[j + e]) * share;
  }

  /** c += a·b. */
  static void addProduct(float[] a, int i, float[] b, int j, float[] c, int k, int n) {
    int done = Lanes.on() ? Vectors.addProduct(a, i, b, j, c, k, n) : 0;
    for (int e = done; e < n; e++) c[k + e] = Math.fma(a[i + e], b[j + e], c[k + e]);
  }

  /** c −= a·b. */
  static void subtractProduct(float[] a, int i, float[] b, int j, float[] c, int k, int n) {
    int done = Lanes.on() ? Vectors.subtractProduct(a, i, b, j, c, k, n) : 0;
    for (int e = done; e < n; e++) c[k + e] = Math.fma(-a[i + e], b[j + e], c[k + e]);
  }

  private static final class Vectors {
    static int add(float[] a, int i, float[] b, int j, float[] c, int k, int n) {
      int whole = VectorFunctions.whole(n);
      for (int e = 0; e < whole; e += LANES) {
        load(a, i + e).add(load(b, j + e)).intoArray(c, k + e);
      }
      return whole;
    }

    static int subtract(float[] a, int i, float[] b, int j, float[] c, int k, int n) {
      int whole = VectorFunctions.whole(n);
      for (int e = 0; e < whole; e += LANES) {
        load(a, i + e).sub(load(b, j + e)).intoArray(c, k + e);
      }
      return whole;
    }

    static int multiply(float[] a, int i, float[] b, int j, float[] c, int k, int n) {
      int whole = VectorFunctions.whole(n);
      for (int e = 0; e < whole; e += LANES) {
        load(a, i + e).mul(load(b, j + e)).intoArray(c, k + e);
      }
      return whole;
    }

    static int divide(float[] a, int i, float[] b, int j, float[] c, int k, int n) {
      int whole = VectorFunctions.whole(n);
      for (int e = 0; e < whole; e += LANES) {
        load(a, i + e).div(load(b, j + e)).intoArray(c, k + e);
      }
      return whole;
    }

    static int share(float[] a, int i, float[] b, int j, float share, float[] c, int k, int n) {
      int whole = VectorFunctions.whole(n);
      for (int e = 0; e < whole; e += LANES) {
        load(a, i + e).add(load(b, j + e)).mul(share).intoArray(c, k + e);
      }
      return whole;
    }

    static int addProduct(float[] a, int i, float[] b, int j, float[] c, int k, int n) {
      int whole = VectorFunctions.whole(n);
      for (int e = 0; e < whole; e += LANES) {
        load(a, i + e).fma(load(b, j + e), load(c, k + e)).intoArray(c, k + e);
      }
      return whole;
    }

    static int subtractProduct(float[] a, int i, float[] b, int j, float[] c, int k, int n) {
      int whole = VectorFunctions.whole(n);
      for (int e = 0; e < whole; e += LANES) {
        load(a, i + e).neg().fma(load(b, j + e), load(c, k + e)).intoArray(c, k + e);
      }
      return whole;
    }
  }
}
