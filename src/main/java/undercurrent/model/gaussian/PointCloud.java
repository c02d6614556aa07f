package undercurrent.model.gaussian;

import java.util.Arrays;

/**
 * A distribution as weighted points.
 *
 * @param points [N][n]
 * @param weights [N], summing to one
 */
public record PointCloud(double[][] points, double[] weights) {

  /** Points that all count the same. */
  public static PointCloud of(double[][] points) {
    double[] weights = new double[points.length];
    Arrays.fill(weights, 1.0 / points.length);
    return new PointCloud(points, weights);
  }

  public int size() {
    return points.length;
  }

  public double[] mean() {
    return Vectors.weightedSum(weights, points);
  }

  /** Σ wᵢ (zᵢ - z̄)(zᵢ - z̄)'. */
  public Matrix covariance() {
    return covarianceWith(points);
  }

  /** Σ wᵢ (zᵢ - z̄)(yᵢ - ȳ)' with points y [N][k] that belong to the same weights. */
  public Matrix covarianceWith(double[][] y) {
    return deviations(points).timesDiagonal(weights).timesTransposed(deviations(y));
  }

  private Matrix deviations(double[][] rows) {
    double[] mean = Vectors.weightedSum(weights, rows);
    double[][] out = new double[rows.length][];
    for (int i = 0; i < rows.length; i++) out[i] = Vectors.minus(rows[i], mean);
    return Matrix.ofColumns(out);
  }

  /** 1/Σwᵢ²: how many equally weighted points would say as much (Kong, Liu and Wong 1994). */
  public double effectiveSize() {
    double squares = 0;
    for (double w : weights) squares += w * w;
    return 1 / squares;
  }
}
