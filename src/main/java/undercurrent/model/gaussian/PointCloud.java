package undercurrent.model.gaussian;

import java.util.Arrays;
import undercurrent.model.ModelWords;

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
          ModelWords.of("pointCloud.size", states.length, weights.length));
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
    int k = y.length / size();
    double[] mean = new double[k];
    for (int j = 0; j < k; j++) mean[j] = Vectors.dot(weights, 0, 1, y, j, k);
    return mean;
  }

  /** Σ wᵢ (zᵢ - z̄)(zᵢ - z̄)'. */
  public Matrix covariance() {
    return covarianceWith(states);
  }

  /** Σ wᵢ (zᵢ - z̄)(yᵢ - ȳ)' with y [N·k] that belong to the same weights. */
  public Matrix covarianceWith(double[] y) {
    double[] left = mean();
    double[] right = y == states ? left : mean(y);
    int k = right.length;
    double[] sums = new double[left.length * k];
    for (int a = 0; a < left.length; a++) {
      for (int b = 0; b < k; b++) {
        boolean known = y == states && b < a;
        sums[a * k + b] = known ? sums[b * k + a] : covariance(a, left, y, b, right);
      }
    }
    return Matrix.of(left.length, k, sums);
  }

  /** Of coordinate a, and b of y; in two sums that do not wait for each other. */
  private double covariance(int a, double[] left, double[] y, int b, double[] right) {
    double z0 = left[a];
    double y0 = right[b];
    int n = left.length;
    int k = right.length;
    double even = 0;
    double odd = 0;
    int i = 0;
    for (; i + 1 < weights.length; i += 2) {
      even += weights[i] * (states[i * n + a] - z0) * (y[i * k + b] - y0);
      odd += weights[i + 1] * (states[i * n + n + a] - z0) * (y[i * k + k + b] - y0);
    }
    if (i < weights.length) even += weights[i] * (states[i * n + a] - z0) * (y[i * k + b] - y0);
    return even + odd;
  }

  /** 1/Σwᵢ²: how many equally weighted points would say as much (Kong, Liu and Wong 1994). */
  public double effectiveSize() {
    double squares = 0;
    for (double w : weights) squares += w * w;
    return 1 / squares;
  }
}
