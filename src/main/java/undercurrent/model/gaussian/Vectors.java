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
