package undercurrent.model.nonlinear;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import undercurrent.math.Randomness;
import undercurrent.model.gaussian.ConditionalGaussian;
import undercurrent.model.gaussian.Gaussian;
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
          "A particle filter with %d particles sees nothing; take at least 1."
              .formatted(particles));
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
    for (int t = 0; t < x.length; t++) {
      int step = t;
      // One stream a step: what is drawn at t never depends on what comes after it.
      Randomness random = randomness.at(t);
      steps.add(
          AtStep.of(
              t,
              () ->
                  step == 0
                      ? first(model, x[0], random)
                      : next(model, step, steps.getLast().filtered(), x[step], random)));
    }
    return new ParticleFiltering(model, steps);
  }

  private ParticleFiltering.Step first(NonlinearModel model, double[] x, Randomness random) {
    double[] equal = new double[particles];
    java.util.Arrays.fill(equal, 1.0 / particles);
    Gaussian[] ahead = new Gaussian[particles];
    java.util.Arrays.fill(ahead, model.prior());
    return weighed(ahead, equal, unmoved(), model.emission(0), x, random);
  }

  private ParticleFiltering.Step next(
      NonlinearModel model, int t, PointCloud before, double[] x, Randomness random) {
    boolean choose = before.effectiveSize() < resampleBelow * particles;
    int[] ancestors = choose ? resampling.ancestors(before.weights(), random) : unmoved();
    double[] weights = choose ? PointCloud.of(before.points()).weights() : before.weights();
    ConditionalGaussian transition = model.transition(t);
    Gaussian[] ahead = new Gaussian[particles];
    for (int i = 0; i < particles; i++) {
      double[] z = before.points()[ancestors[i]];
      ahead[i] = new Gaussian(transition.mean(z), transition.noise(z));
    }
    return weighed(ahead, weights, ancestors, model.emission(t), x, random);
  }

  private ParticleFiltering.Step weighed(
      Gaussian[] ahead,
      double[] weights,
      int[] ancestors,
      ConditionalGaussian emission,
      double[] x,
      Randomness random) {
    double[][] points = new double[particles][];
    double[] updated = new double[particles];
    for (int i = 0; i < particles; i++) {
      Proposed proposed = proposal.draw(ahead[i], emission, x, random);
      points[i] = proposed.state();
      updated[i] = StrictMath.log(weights[i]) + proposed.logWeight();
    }
    double logLikelihood = LogWeights.normalise(updated);
    return new ParticleFiltering.Step(new PointCloud(points, updated), ancestors, logLikelihood);
  }

  private int[] unmoved() {
    return IntStream.range(0, particles).toArray();
  }
}
