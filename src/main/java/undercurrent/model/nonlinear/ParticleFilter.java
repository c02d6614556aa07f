package undercurrent.model.nonlinear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import undercurrent.math.Progress;
import undercurrent.math.Randomness;
import undercurrent.model.gaussian.Cloud;
import undercurrent.model.gaussian.LogWeights;
import undercurrent.model.gaussian.PointCloud;
import undercurrent.model.nonlinear.Proposal.Proposed;

/**
 * A particle filter: the exact filter of any state-space model in the limit of many particles.
 *
 * <pre>
 *   zₜⁱ ~ q(zₜ)     wₜⁱ ∝ wₜ₋₁ⁱ p(xₜ|zₜⁱ) p(zₜⁱ|zₜ₋₁ⁱ) / q(zₜⁱ)
 *   log p̂(xₜ|x₁:ₜ₋₁) = log Σᵢ wₜ₋₁ⁱ p(xₜ|zₜⁱ) p(zₜⁱ|zₜ₋₁ⁱ) / q(zₜⁱ)
 * </pre>
 *
 * p̂(x₁:T) is right on average; its logarithm is low by about half its variance.
 *
 * @param particles N
 * @param proposal q
 * @param resampling how the survivors are chosen
 * @param resampleBelow the effective share of the particles below which there is a choice; 1 for
 *     every step
 */
public record ParticleFilter(
    int particles, Proposal proposal, Resampling resampling, double resampleBelow) {
  public ParticleFilter {
    if (particles < 1) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "A particle filter with %d particles sees nothing; take at least 1.",
              particles));
    }
  }

  /** Chosen systematically when less than half of the particles are effective. */
  public static ParticleFilter of(int particles, Proposal proposal) {
    return new ParticleFilter(particles, proposal, Resampling.SYSTEMATIC, 0.5);
  }

  /**
   * Filters a series.
   *
   * @param x [T][m]; NaN is not observed, and an empty row nothing at all
   */
  public ParticleFiltering filter(NonlinearModel model, double[][] x, Randomness randomness) {
    List<ParticleFiltering.Step> steps = new ArrayList<>();
    run(model, x, randomness, (t, step) -> steps.add(step));
    return new ParticleFiltering(model, steps);
  }

  /** Only log p̂(xₜ|x₁:ₜ₋₁) of the same [T], and no particle is kept. */
  public double[] logLikelihoods(NonlinearModel model, double[][] x, Randomness randomness) {
    double[] logLikelihoods = new double[x.length];
    run(model, x, randomness, (t, step) -> logLikelihoods[t] = step.logLikelihood());
    return logLikelihoods;
  }

  private interface Observer {
    void saw(int t, ParticleFiltering.Step step);
  }

  private void run(NonlinearModel model, double[][] x, Randomness randomness, Observer observer) {
    int n = model.prior().size();
    int[] unmoved = IntStream.range(0, particles).toArray();
    double[] logWeights = new double[particles];
    Arrays.fill(logWeights, -StrictMath.log(particles));
    PointCloud cloud = PointCloud.of(new double[particles * n], particles);
    Progress progress = Progress.current();
    for (int t = 0; t < x.length; t++) {
      progress.at(t, x.length);
      int step = t;
      // One stream a step: what is drawn at t never depends on what comes after it.
      Randomness random = randomness.at(t);
      boolean choose = t > 0 && cloud.effectiveSize() < resampleBelow * particles;
      int[] ancestors = choose ? resampling.ancestors(cloud.weights(), random) : unmoved;
      double[] from = choose ? Cloud.chosen(cloud.states(), n, ancestors) : cloud.states();
      if (choose) Arrays.fill(logWeights, -StrictMath.log(particles));
      Proposed proposed =
          StepErrors.of(
              t,
              () ->
                  proposal.draw(
                      model.into(step), from, particles, model.emission(step), x[step], random));
      for (int i = 0; i < particles; i++) logWeights[i] += proposed.logWeights()[i];
      double[] weights = new double[particles];
      double logLikelihood = LogWeights.normalise(logWeights, weights);
      cloud = new PointCloud(proposed.states(), weights);
      observer.saw(t, new ParticleFiltering.Step(cloud, ancestors, logLikelihood));
    }
    progress.at(x.length, x.length);
  }
}
