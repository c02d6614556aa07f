package undercurrent.model.nonlinear;

import java.util.Arrays;
import java.util.List;
import undercurrent.math.Progress;
import undercurrent.model.gaussian.Covariance;
import undercurrent.model.gaussian.Gaussian;
import undercurrent.model.gaussian.Matrix;
import undercurrent.model.gaussian.MomentRule.Moments;
import undercurrent.model.gaussian.Vectors;

/**
 * The result of a Gaussian filter: the moments of every step.
 *
 * @param predicted p(zₜ|x₁:ₜ₋₁)
 * @param filtered p(zₜ|x₁:ₜ)
 * @param moves moments of (zₜ, zₜ₊₁) given x₁:ₜ, one less than steps
 * @param logLikelihoods log p(xₜ|x₁:ₜ₋₁) [T], 0 where nothing was seen
 */
public record GaussianFiltering(
    List<Gaussian> predicted,
    List<Gaussian> filtered,
    List<Moments> moves,
    double[] logLikelihoods) {

  /** log p(x₁:T) as the filter approximates it, in nats. */
  public double logLikelihood() {
    return Arrays.stream(logLikelihoods).sum();
  }

  /**
   * p(zₜ|x₁:T) by the smoother of Rauch, Tung and Striebel with the moments of the filter's rule
   * (Särkkä, chapter 9), so an extended filter gives the extended smoother.
   *
   * <pre>
   *   J = Cov[zₜ, zₜ₊₁] (P⁻ₜ₊₁)⁻¹     mˢ = m + J (mˢₜ₊₁ - m⁻ₜ₊₁)     Pˢ = P + J (Pˢₜ₊₁ - P⁻ₜ₊₁) J'
   * </pre>
   */
  public List<Gaussian> smoothed() {
    Gaussian[] smoothed = filtered.toArray(Gaussian[]::new);
    Progress progress = Progress.current();
    for (int t = smoothed.length - 2; t >= 0; t--) {
      progress.at(smoothed.length - 2 - t, smoothed.length);
      int step = t;
      Gaussian after = smoothed[t + 1];
      smoothed[t] = StepErrors.of(t + 1, () -> smoothed(step, after));
    }
    progress.at(smoothed.length, smoothed.length);
    return List.of(smoothed);
  }

  private Gaussian smoothed(int t, Gaussian after) {
    Gaussian now = filtered.get(t);
    Moments move = moves.get(t);
    Matrix j = Covariance.of("P⁻", move.covariance()).dividing(move.cross());
    double[] shift = j.times(Vectors.minus(after.mean(), move.mean()));
    Matrix learned = after.covariance().matrix().minus(move.covariance());
    Matrix covariance =
        now.covariance().matrix().plus(j.times(learned).timesTransposed(j)).symmetrised();
    return Gaussian.of(Vectors.plus(now.mean(), shift), covariance);
  }
}
