package undercurrent.model.nonlinear;

import java.util.Arrays;
import java.util.List;
import undercurrent.model.gaussian.Covariance;
import undercurrent.model.gaussian.Matrix;
import undercurrent.model.gaussian.PointCloud;
import undercurrent.model.gaussian.Vectors;

/**
 * The clouds of an ensemble filter at every step.
 *
 * @param predicted given x₁:ₜ₋₁, [N][n] each
 * @param filtered given x₁:ₜ, [N][n] each; member i came from the predicted member i
 * @param logLikelihoods log p(xₜ|x₁:ₜ₋₁) [T], 0 where nothing was seen
 */
public record EnsembleFiltering(
    List<double[][]> predicted, List<double[][]> filtered, double[] logLikelihoods) {

  /** log p(x₁:T) as the filter approximates it, in nats. */
  public double logLikelihood() {
    return Arrays.stream(logLikelihoods).sum();
  }

  /**
   * Clouds given x₁:T, [N][n] each, by the ensemble's own smoother of Rauch, Tung and Striebel
   * (Raanes 2016); it needs more members than dimensions.
   *
   * <pre>
   *   J = Cov[zₜ, z⁻ₜ₊₁] Cov[z⁻ₜ₊₁]⁻¹     zˢⁱ = zⁱ + J (zˢⁱₜ₊₁ - z⁻ⁱₜ₊₁)
   * </pre>
   */
  public List<double[][]> smoothed() {
    double[][][] smoothed = filtered.toArray(double[][][]::new);
    for (int t = smoothed.length - 2; t >= 0; t--) {
      int step = t;
      double[][] after = smoothed[t + 1];
      smoothed[t] = AtStep.of(t + 1, () -> smoothed(step, after));
    }
    return List.of(smoothed);
  }

  private double[][] smoothed(int t, double[][] after) {
    double[][] now = filtered.get(t);
    double[][] ahead = predicted.get(t + 1);
    Covariance spread = Covariance.of("The ensemble's P⁻", PointCloud.of(ahead).covariance());
    Matrix j = spread.dividing(PointCloud.of(now).covarianceWith(ahead));
    double[][] moved = new double[now.length][];
    for (int i = 0; i < now.length; i++) {
      moved[i] = Vectors.plus(now[i], j.times(Vectors.minus(after[i], ahead[i])));
    }
    return moved;
  }
}
