package undercurrent.model.gaussian;

/** Sums and differences of vectors. */
public final class Vectors {
  private Vectors() {}

  public static double[] plus(double[] a, double[] b) {
    double[] sum = new double[a.length];
    for (int i = 0; i < a.length; i++) sum[i] = a[i] + b[i];
    return sum;
  }

  public static double[] minus(double[] a, double[] b) {
    double[] difference = new double[a.length];
    for (int i = 0; i < a.length; i++) difference[i] = a[i] - b[i];
    return difference;
  }

  public static double[] times(double factor, double[] a) {
    double[] product = new double[a.length];
    for (int i = 0; i < a.length; i++) product[i] = factor * a[i];
    return product;
  }

  /** The components that are named. */
  public static double[] part(double[] a, int[] places) {
    double[] part = new double[places.length];
    for (int i = 0; i < part.length; i++) part[i] = a[places[i]];
    return part;
  }

  /**
   * Σᵢ aᵢ bᵢ of every n-th number of a and every k-th of b, in four sums that do not wait for one
   * another.
   *
   * @param from the first of a
   * @param start the first of b
   */
  public static double dot(double[] a, int from, int n, double[] b, int start, int k) {
    int count = a.length / n;
    double sum0 = 0;
    double sum1 = 0;
    double sum2 = 0;
    double sum3 = 0;
    int i = from;
    int j = start;
    int left = count;
    for (; left >= 4; left -= 4) {
      sum0 += a[i] * b[j];
      sum1 += a[i + n] * b[j + k];
      sum2 += a[i + 2 * n] * b[j + 2 * k];
      sum3 += a[i + 3 * n] * b[j + 3 * k];
      i += 4 * n;
      j += 4 * k;
    }
    for (; left > 0; left--) {
      sum0 += a[i] * b[j];
      i += n;
      j += k;
    }
    return (sum0 + sum1) + (sum2 + sum3);
  }

  /**
   * Adds s·b to a, of every n-th number of a and every k-th of b.
   *
   * @param from the first of a
   * @param start the first of b
   */
  static void add(double[] a, int from, int n, double s, double[] b, int start, int k) {
    if (s == 0) return;
    int j = start;
    for (int i = from; i < a.length; i += n) {
      a[i] += s * b[j];
      j += k;
    }
  }

  /** The same of {@code count} numbers, which are n apart in both. */
  static void add(double[] a, int from, int count, int n, double s, float[] b, int start) {
    if (s == 0) return;
    for (int i = 0; i < count * n; i += n) a[from + i] += s * b[start + i];
  }

  /** Σᵢ wᵢ aᵢ of rows a. */
  public static double[] weightedSum(double[] weights, double[][] rows) {
    double[] sum = new double[rows[0].length];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < sum.length; j++) sum[j] += weights[i] * rows[i][j];
    }
    return sum;
  }

  /** An angle brought to [-π, π] by whole turns. */
  public static double wrapped(double angle) {
    return StrictMath.IEEEremainder(angle, 2 * StrictMath.PI);
  }
}
