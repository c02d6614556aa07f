package undercurrent.model.particle;

import java.util.Arrays;
import undercurrent.math.Progress;
import undercurrent.math.Randomness;

/**
 * A particle filter with resampling (Gordon, Salmond and Smith 1993): the exact filter of any
 * state-space model in the limit of many particles.
 *
 * <pre>
 *   zₜⁱ ~ q(zₜ)     wₜⁱ ∝ wₜ₋₁ⁱ p(xₜ|zₜⁱ) p(zₜⁱ|zₜ₋₁ⁱ) / q(zₜⁱ)
 *   log p̂(xₜ|x₁:ₜ₋₁) = log Σᵢ wₜ₋₁ⁱ p(xₜ|zₜⁱ) p(zₜⁱ|zₜ₋₁ⁱ) / q(zₜⁱ)
 * </pre>
 *
 * p̂(x₁:T) is right on average; its logarithm is low by about half its variance.
 *
 * <p>The particles are resampled systematically when less than half of them are effective.
 */
public final class ParticleFilter {
  private ParticleFilter() {}

  /** Is given the weights at each step; the arrays are the filter's own. */
  public interface Observer {
    /**
     * The weights of p(zₜ|x₁:ₜ₋₁).
     *
     * @param ancestors the particle of the step before that each one comes from
     */
    default void predicted(int t, int[] ancestors, double[] weights) {}

    /**
     * The weights of p(zₜ|x₁:ₜ).
     *
     * @param logLikelihood log p̂(xₜ|x₁:ₜ₋₁) in nats
     */
    void filtered(int t, int[] ancestors, double[] weights, double logLikelihood);
  }

  /**
   * When particles are resampled.
   *
   * @param below before a step, when a smaller share of them is effective; 0 never resamples
   * @param uniforms the number in [0, 1) that systematic resampling begins with
   */
  public record Rule(double below, Uniforms uniforms) {
    /** Below a half. */
    public static final Rule USUAL = new Rule(0.5, (t, random) -> random.uniform());

    /** Never: weights of whole paths. */
    public static final Rule NEVER = new Rule(0, USUAL.uniforms());
  }

  /** Numbers in [0, 1), by the step and its stream. */
  public interface Uniforms {
    double before(int t, Randomness random);
  }

  /** Filters the first steps of a series. */
  public static void run(Particles particles, int steps, Randomness randomness, Observer observer) {
    run(particles, steps, randomness, Rule.USUAL, observer);
  }

  /** The same, resampled by a rule. */
  public static void run(
      Particles particles, int steps, Randomness randomness, Rule rule, Observer observer) {
    int count = particles.count();
    double[] weights = new double[count];
    Arrays.fill(weights, 1.0 / count);
    int[] unmoved = new int[count];
    Arrays.setAll(unmoved, i -> i);
    Progress progress = Progress.current();
    for (int t = 0; t < steps; t++) {
      progress.at(t, steps);
      // One stream a step: what is drawn at t never depends on what comes after it.
      Randomness random = randomness.at(t);
      boolean resample = t > 0 && effectiveSize(weights) < rule.below() * count;
      int[] ancestors = unmoved;
      if (resample) {
        ancestors = new int[count];
        Resampling.systematic(weights, rule.uniforms().before(t, random), ancestors);
        particles.resample(ancestors);
        Arrays.fill(weights, 1.0 / count);
      }
      particles.move(t, weights, resample, random);
      observer.predicted(t, ancestors, weights);
      double logLikelihood = particles.weigh(t, weights);
      observer.filtered(t, ancestors, weights, logLikelihood);
    }
    progress.at(steps, steps);
  }

  /** 1/Σwᵢ²: how many equally weighted particles would say as much (Kong, Liu and Wong 1994). */
  public static double effectiveSize(double[] weights) {
    double squares = 0;
    for (double w : weights) squares += w * w;
    return 1 / squares;
  }
}
