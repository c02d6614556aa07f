package undercurrent.model.gaussian;

import java.util.Arrays;

/**
 * A distribution as weighted points.
 *
 * @param states [N·n], one point after another
 * @param weights [N], summing to one
 */
public record PointCloud(double[] states, double[] weights) {
  public PointCloud {
    if (weights.length == 0 || states.length % weights.length != 0) {
      throw new IllegalArgumentException(
          "%d numbers are not %d points of the same size; give each as many."
              .formatted(states.length, weights.length));
    }
  }

  /** Points that all count the same, one after another. */
  public static PointCloud of(double[] states, int count) {
    double[] weights = new double[count];
    Arrays.fill(weights, 1.0 / count);
    return new PointCloud(states, weights);
  }

  /** Points [N][n] that all count the same. */
  public static PointCloud of(double[][] points) {
    return of(flat(points), points.length);
  }

  /** Rows of the same size, one after another. */
  static double[] flat(double[][] rows) {
    double[] flat = new double[rows.length * rows[0].length];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(rows[i], 0, flat, i * rows[0].length, rows[0].length);
    }
    return flat;
  }

  /** N. */
  public int size() {
    return weights.length;
  }

  /** n. */
  public int dimension() {
    return states.length / weights.length;
  }

  /** Point i. */
  public double[] point(int i) {
    return Cloud.at(states, size(), i);
  }

  public double[] mean() {
    return mean(states);
  }

  private double[] mean(double[] y) {
    double[] mean = new double[y.length / size()];
    for (int i = 0; i < size(); i++) {
      for (int j = 0; j < mean.length; j++) mean[j] += weights[i] * y[i * mean.length + j];
    }
    return mean;
  }

  /** Σ wᵢ (zᵢ - z̄)(zᵢ - z̄)'. */
  public Matrix covariance() {
    return covarianceWith(states);
  }

  /** Σ wᵢ (zᵢ - z̄)(yᵢ - ȳ)' with y [N·k] that belong to the same weights. */
  public Matrix covarianceWith(double[] y) {
    double[] meanZ = mean();
    double[] meanY = mean(y);
    int n = meanZ.length;
    int k = meanY.length;
    double[] sums = new double[n * k];
    for (int i = 0; i < size(); i++) {
      for (int a = 0; a < n; a++) {
        double part = weights[i] * (states[i * n + a] - meanZ[a]);
        for (int b = 0; b < k; b++) sums[a * k + b] += part * (y[i * k + b] - meanY[b]);
      }
    }
    return Matrix.of(n, k, sums);
  }

  /** 1/Σwᵢ²: how many equally weighted points would say as much (Kong, Liu and Wong 1994). */
  public double effectiveSize() {
    double squares = 0;
    for (double w : weights) squares += w * w;
    return 1 / squares;
  }
}
