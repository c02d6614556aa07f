package undercurrent.model.optimized;

import java.util.ArrayList;
import java.util.List;
import undercurrent.model.gaussian.Matrix;
import undercurrent.model.gaussian.PointCloud;
import undercurrent.model.gaussian.Vectors;

/**
 * The two covariances that a filter weighs the past and the present by.
 *
 * @param q Q [n][n], of the process
 * @param r R [m][m], of the measurement
 */
public record Noise(Matrix q, Matrix r) {
  private static final double FLOOR = 1e-6;

  /**
   * The covariances of the noise itself, Q = Cov(zₜ₊₁ - F zₜ) and R = Cov(xₜ - H zₜ), plus 1e-6 I:
   * the best there are if every assumption of the Kalman filter holds.
   */
  public static Noise estimated(Tracker tracker, List<LabelledSeries> series) {
    tracker.require(series);
    List<double[]> process = new ArrayList<>();
    List<double[]> measurement = new ArrayList<>();
    for (LabelledSeries one : series) {
      for (int t = 0; t < one.steps(); t++) {
        double[] z = one.states()[t];
        measurement.add(Vectors.minus(one.observations()[t], tracker.h().times(z)));
        if (t > 0) process.add(Vectors.minus(z, tracker.f().times(one.states()[t - 1])));
      }
    }
    return new Noise(covariance(process), covariance(measurement));
  }

  private static Matrix covariance(List<double[]> rows) {
    Matrix covariance = PointCloud.of(rows.toArray(double[][]::new)).covariance();
    return covariance.plus(Matrix.identity(covariance.rows()).times(FLOOR));
  }
}
