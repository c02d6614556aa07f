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
  private static final double RESAMPLE_BELOW = 0.5;

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

  /** Filters the first steps of a series. */
  public static void run(Particles particles, int steps, Randomness randomness, Observer observer) {
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
      boolean resample = t > 0 && effectiveSize(weights) < RESAMPLE_BELOW * count;
      int[] ancestors = unmoved;
      if (resample) {
        ancestors = new int[count];
        Resampling.systematic(weights, random.uniform(), ancestors);
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
