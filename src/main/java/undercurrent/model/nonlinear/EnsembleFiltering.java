package undercurrent.model.nonlinear;

import java.util.Arrays;
import java.util.List;
import undercurrent.math.Progress;
import undercurrent.model.gaussian.Covariance;
import undercurrent.model.gaussian.Matrix;
import undercurrent.model.gaussian.PointCloud;
import undercurrent.model.gaussian.Vectors;

/**
 * The clouds of an ensemble filter at every step, whose members all count the same.
 *
 * @param predicted given x₁:ₜ₋₁
 * @param filtered given x₁:ₜ; member i came from the predicted member i
 * @param logLikelihoods log p(xₜ|x₁:ₜ₋₁) [T], 0 where nothing was seen
 */
public record EnsembleFiltering(
    List<PointCloud> predicted, List<PointCloud> filtered, double[] logLikelihoods) {

  /** log p(x₁:T) as the filter approximates it, in nats. */
  public double logLikelihood() {
    return Arrays.stream(logLikelihoods).sum();
  }

  /**
   * Clouds given x₁:T by the ensemble's own smoother of Rauch, Tung and Striebel (Raanes 2016); it
   * needs more members than dimensions.
   *
   * <pre>
   *   J = Cov[zₜ, z⁻ₜ₊₁] Cov[z⁻ₜ₊₁]⁻¹     zˢⁱ = zⁱ + J (zˢⁱₜ₊₁ - z⁻ⁱₜ₊₁)
   * </pre>
   */
  public List<PointCloud> smoothed() {
    PointCloud[] smoothed = filtered.toArray(PointCloud[]::new);
    Progress progress = Progress.current();
    for (int t = smoothed.length - 2; t >= 0; t--) {
      progress.at(smoothed.length - 2 - t, smoothed.length);
      int step = t;
      PointCloud after = smoothed[t + 1];
      smoothed[t] = StepErrors.of(t + 1, () -> smoothed(step, after));
    }
    progress.at(smoothed.length, smoothed.length);
    return List.of(smoothed);
  }

  private PointCloud smoothed(int t, PointCloud after) {
    PointCloud now = filtered.get(t);
    PointCloud ahead = predicted.get(t + 1);
    Covariance spread = Covariance.of("P⁻", ahead.covariance());
    Matrix j = spread.dividing(now.covarianceWith(ahead.states()));
    double[] moved = now.states().clone();
    j.addTimesEach(Vectors.minus(after.states(), ahead.states()), moved);
    return new PointCloud(moved, now.weights());
  }
}
