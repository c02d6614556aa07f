package undercurrent.figure;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The directions of largest variance of a cloud of points with many coordinates, by iteration of a
 * subspace with Rayleigh and Ritz (Saad 2011, 5.2): its cost grows with the coordinates, not with
 * their cube. Deterministic.
 *
 * @param values variances, largest first
 * @param vectors {@code [i]} belongs to value i and has length 1
 */
record LeadingDirections(double[] values, double[][] vectors) {
  /** Followed together, so that the first of them settle sooner. */
  private static final int FOLLOWED = 8;

  private static final int MOST = 200;
  private static final double CONVERGED = 1e-10;

  /** Of points {@code [N][Z]} about their centre {@code [Z]}, Z at least 8. */
  static LeadingDirections of(double[][] points, double[] centre) {
    double[][] vectors = start(points, centre);
    double[] values = new double[FOLLOWED];
    for (int i = 0; i < MOST; i++) {
      double[] before = values;
      double[][] images = new double[FOLLOWED][];
      for (int v = 0; v < FOLLOWED; v++) images[v] = times(points, centre, vectors[v]);
      double[][] inner = new double[FOLLOWED][FOLLOWED];
      for (int a = 0; a < FOLLOWED; a++) {
        for (int b = 0; b <= a; b++) inner[a][b] = inner[b][a] = dot(vectors[a], images[b]);
      }
      SymmetricEigen small = SymmetricEigen.of(inner);
      int[] order =
          IntStream.range(0, FOLLOWED)
              .boxed()
              .sorted(Comparator.comparingDouble((Integer k) -> -small.values()[k]))
              .mapToInt(Integer::intValue)
              .toArray();
      values = IntStream.of(order).mapToDouble(k -> small.values()[k]).toArray();
      double[][] turned = new double[FOLLOWED][];
      for (int v = 0; v < FOLLOWED; v++) turned[v] = sum(images, small.vectors()[order[v]]);
      vectors = orthonormal(turned);
      double moved = Math.abs(values[0] - before[0]) + Math.abs(values[1] - before[1]);
      if (moved <= CONVERGED * values[0]) break;
    }
    return new LeadingDirections(values, vectors);
  }

  /** The coordinates that vary most. */
  private static double[][] start(double[][] points, double[] centre) {
    double[] variance = new double[centre.length];
    for (double[] point : points) {
      for (int i = 0; i < variance.length; i++) {
        variance[i] += (point[i] - centre[i]) * (point[i] - centre[i]);
      }
    }
    int[] order =
        IntStream.range(0, variance.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> -variance[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[][] vectors = new double[FOLLOWED][centre.length];
    for (int v = 0; v < FOLLOWED; v++) vectors[v][order[v]] = 1;
    return vectors;
  }

  /** Σ v of the covariance Σ of the points. */
  private static double[] times(double[][] points, double[] centre, double[] v) {
    double[] image = new double[v.length];
    for (double[] point : points) {
      double along = 0;
      for (int i = 0; i < v.length; i++) along += (point[i] - centre[i]) * v[i];
      along /= points.length;
      for (int i = 0; i < v.length; i++) image[i] += along * (point[i] - centre[i]);
    }
    return image;
  }

  private static double[] sum(double[][] vectors, double[] weights) {
    double[] sum = new double[vectors[0].length];
    for (int v = 0; v < vectors.length; v++) {
      for (int i = 0; i < sum.length; i++) sum[i] += weights[v] * vectors[v][i];
    }
    return sum;
  }

  /** By Gram and Schmidt, twice; a direction that is none stays zero. */
  private static double[][] orthonormal(double[][] vectors) {
    for (int v = 0; v < vectors.length; v++) {
      double length = Math.sqrt(dot(vectors[v], vectors[v]));
      for (int pass = 0; pass < 2; pass++) {
        for (int w = 0; w < v; w++) {
          double along = dot(vectors[v], vectors[w]);
          for (int i = 0; i < vectors[v].length; i++) vectors[v][i] -= along * vectors[w][i];
        }
      }
      double left = Math.sqrt(dot(vectors[v], vectors[v]));
      boolean isNone = !(left > 1e-12 * length);
      for (int i = 0; i < vectors[v].length; i++) {
        vectors[v][i] = isNone ? 0 : vectors[v][i] / left;
      }
    }
    return vectors;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) sum += a[i] * b[i];
    return sum;
  }
}
