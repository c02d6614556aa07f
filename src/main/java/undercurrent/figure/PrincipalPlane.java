package undercurrent.figure;

import java.util.stream.IntStream;

/**
 * The plane in which a cloud of points is widest (principal component analysis, Pearson 1901). The
 * sign of each direction is fixed: its largest loading is positive.
 *
 * @param x first coordinate of each point
 * @param y second coordinate of each point
 * @param shares of the variance that the two directions explain
 */
record PrincipalPlane(double[] x, double[] y, double[] shares) {
  /** Of more coordinates only the leading directions are looked for. */
  private static final int LARGEST = 64;

  /** Points {@code [N][Z]}, Z ≥ 2, all finite. */
  static PrincipalPlane of(double[][] points) {
    int size = points[0].length;
    double[] centre = new double[size];
    for (int i = 0; i < size; i++) centre[i] = Columns.mean(Columns.of(points, i));
    if (size > LARGEST) {
      LeadingDirections leading = LeadingDirections.of(points, centre);
      double all = 0;
      for (double[] point : points) {
        for (int i = 0; i < size; i++) {
          all += (point[i] - centre[i]) * (point[i] - centre[i]) / points.length;
        }
      }
      return plane(points, centre, leading.values(), leading.vectors(), new int[] {0, 1}, all);
    }
    SymmetricEigen eigen = SymmetricEigen.of(covariance(points, centre));
    int[] order =
        IntStream.range(0, size)
            .boxed()
            .sorted((a, b) -> Double.compare(eigen.values()[b], eigen.values()[a]))
            .mapToInt(Integer::intValue)
            .toArray();
    double all = 0;
    for (double value : eigen.values()) all += value;
    return plane(points, centre, eigen.values(), eigen.vectors(), order, all);
  }

  private static PrincipalPlane plane(
      double[][] points,
      double[] centre,
      double[] values,
      double[][] vectors,
      int[] order,
      double all) {
    double[] shares = {share(values[order[0]], all), share(values[order[1]], all)};
    return new PrincipalPlane(
        along(points, centre, signed(vectors[order[0]])),
        along(points, centre, signed(vectors[order[1]])),
        shares);
  }

  private static double share(double value, double all) {
    return all > 0 ? value / all : 0;
  }

  private static double[][] covariance(double[][] points, double[] centre) {
    int size = centre.length;
    double[][] sum = new double[size][size];
    for (double[] point : points) {
      for (int i = 0; i < size; i++) {
        for (int j = 0; j < size; j++) {
          sum[i][j] += (point[i] - centre[i]) * (point[j] - centre[j]) / points.length;
        }
      }
    }
    return sum;
  }

  private static double[] signed(double[] direction) {
    double largest = 0;
    for (double loading : direction) {
      // A small margin is required, so that rounding does not choose between equal loadings.
      if (Math.abs(loading) > Math.abs(largest) + 1e-9) largest = loading;
    }
    double sign = largest < 0 ? -1 : 1;
    return IntStream.range(0, direction.length).mapToDouble(i -> sign * direction[i]).toArray();
  }

  private static double[] along(double[][] points, double[] centre, double[] direction) {
    double[] result = new double[points.length];
    for (int n = 0; n < points.length; n++) {
      for (int i = 0; i < direction.length; i++) {
        result[n] += (points[n][i] - centre[i]) * direction[i];
      }
    }
    return result;
  }
}
