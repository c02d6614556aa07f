package undercurrent.inference;

import java.util.Arrays;
import undercurrent.math.Progress;
import undercurrent.math.Randomness;
import undercurrent.model.Gaussians;
import undercurrent.model.Generative;
import undercurrent.series.Sequence;

/**
 * The bootstrap particle filter (Gordon, Salmond and Smith 1993): the exact filter of any
 * state-space model in the limit of many particles, with no look at the future.
 *
 * <pre>
 *   zₜⁱ ~ p(zₜ|zₜ₋₁ⁱ)     wₜⁱ ∝ wₜ₋₁ⁱ p(xₜ|zₜⁱ)     log p̂(x₁:T) = Σₜ log Σᵢ wₜ₋₁ⁱ p(xₜ|zₜⁱ)
 * </pre>
 *
 * Resampled systematically when fewer than half of the particles are effective.
 */
final class BootstrapFilter {
  private static final double HALF_LOG_TWO_PI = 0.9189385332046727;

  /** Steps of many particles are slow. */
  private static final int REPORT_EVERY = 64;

  private final Generative generative;
  private final boolean binary;
  private final int particles;
  private final float[] z;
  private final float[] chosenStates;
  private final float[] noise;
  private final int[] chosen;
  private final double[] weights;
  private final double[] logLikelihood;

  BootstrapFilter(Generative generative, int latentSize, boolean binary) {
    this.generative = generative;
    this.binary = binary;
    this.particles = generative.rows();
    z = new float[particles * latentSize];
    chosenStates = new float[z.length];
    noise = new float[z.length];
    chosen = new int[particles];
    weights = new double[particles];
    logLikelihood = new double[particles];
  }

  /** Sees the particles at each step; the arrays are the filter's own. */
  interface Observer {
    /** Weighted particles of p(zₜ|x₁:ₜ₋₁) and what they emit. */
    void predicted(int step, double[] weights, float[] z, Gaussians emitted);

    /** The same particles with the weights of p(zₜ|x₁:ₜ). */
    void filtered(int step, double[] weights, float[] z, Gaussians emitted);
  }

  /**
   * How a run went.
   *
   * @param logLikelihood log p̂(x), in nats, an estimate that is low by about half its variance
   * @param effectiveShare mean share of particles that were effective; near 0 the particles have
   *     lost the state
   */
  record Outcome(double logLikelihood, double effectiveShare) {}

  /** Filters the first {@code steps} rows of a sequence. */
  Outcome run(Sequence sequence, int steps, Randomness randomness, Observer observer) {
    Arrays.fill(weights, 1.0 / particles);
    double total = 0;
    double effective = 0;
    Progress progress = Progress.current();
    for (int t = 0; t < steps; t++) {
      if (t % REPORT_EVERY == REPORT_EVERY - 1) progress.at(t, steps);
      // One stream a step: what is drawn at t never depends on what comes after it.
      Randomness random = randomness.at(t);
      move(t, random);
      Gaussians emitted = generative.emission(z);
      observer.predicted(t, weights, z, emitted);
      total += weigh(sequence, t, emitted);
      effective += effectiveShare();
      observer.filtered(t, weights, z, emitted);
    }
    return new Outcome(total, steps == 0 ? 1 : effective / steps);
  }

  private void move(int t, Randomness random) {
    double u = random.uniform();
    random.normals(noise, 0, noise.length);
    Gaussians next = t == 0 ? generative.initial() : generative.transition(resampled(u));
    for (int i = 0; i < z.length; i++) z[i] = next.mean()[i] + next.sd()[i] * noise[i];
  }

  private float[] resampled(double u) {
    if (effectiveShare() > 0.5) return z;
    Points.systematic(weights, u, chosen);
    int size = z.length / particles;
    for (int i = 0; i < particles; i++) {
      System.arraycopy(z, chosen[i] * size, chosenStates, i * size, size);
    }
    Arrays.fill(weights, 1.0 / particles);
    return chosenStates;
  }

  private double effectiveShare() {
    double squares = 0;
    for (double w : weights) squares += w * w;
    return 1 / (squares * particles);
  }

  private double weigh(Sequence sequence, int t, Gaussians emitted) {
    double highest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < particles; i++) {
      logLikelihood[i] = logLikelihood(sequence, t, emitted, i);
      if (logLikelihood[i] > highest) highest = logLikelihood[i];
    }
    // All particles impossible, or not numbers: the step tells nothing.
    if (!Double.isFinite(highest)) return Double.NEGATIVE_INFINITY;
    double sum = 0;
    for (int i = 0; i < particles; i++) {
      double likelihood = StrictMath.exp(logLikelihood[i] - highest);
      weights[i] *= Double.isNaN(likelihood) ? 0 : likelihood;
      sum += weights[i];
    }
    for (int i = 0; i < particles; i++) weights[i] /= sum;
    return highest + StrictMath.log(sum);
  }

  private double logLikelihood(Sequence sequence, int t, Gaussians emitted, int particle) {
    int size = sequence.values().length / sequence.steps();
    double sum = 0;
    for (int d = 0; d < size; d++) {
      if (sequence.mask()[t * size + d] == 0) continue;
      double x = sequence.values()[t * size + d];
      double mean = emitted.mean()[particle * size + d];
      if (binary) {
        sum += StrictMath.log(x > 0.5 ? mean : 1 - mean);
      } else {
        double sd = emitted.sd()[particle * size + d];
        double standardised = (x - mean) / sd;
        sum -= 0.5 * standardised * standardised + StrictMath.log(sd) + HALF_LOG_TWO_PI;
      }
    }
    return sum;
  }
}
