package undercurrent.inference;

/**
 * The energy score of points that are drawn in several dimensions (Gneiting and Raftery 2007),
 * which in the mean over draws is that of the distribution they are drawn from.
 */
final class EnergyScore {
  private EnergyScore() {}

  /**
   * E|X − y| − ½ E|X − X′| with X′ another point than X; in one dimension {@link Points#fairCrps}.
   *
   * @param points {@code [M][D]}
   * @return NaN where a number of y or of a point is
   */
  static double of(double[][] points, double[] y) {
    double near = 0;
    double spread = 0;
    int n = points.length;
    for (int i = 0; i < n; i++) {
      near += distance(points[i], y);
      for (int j = 0; j < i; j++) spread += 2 * distance(points[i], points[j]);
    }
    return near / n - spread / (2.0 * n * (n - 1.0));
  }

  private static double distance(double[] a, double[] b) {
    double squares = 0;
    for (int d = 0; d < a.length; d++) squares += (a[d] - b[d]) * (a[d] - b[d]);
    return Math.sqrt(squares);
  }
}
