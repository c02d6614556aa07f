package undercurrent.inference;

import java.util.Arrays;
import undercurrent.math.Progress;
import undercurrent.math.Randomness;
import undercurrent.model.EmittedRows;
import undercurrent.model.Rollout;
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
  /** Steps of many particles are slow. */
  private static final int REPORT_EVERY = 64;

  private final Rollout rollout;
  private final int particles;
  private final float[] state;
  private final float[] copies;
  private final float[] noise;
  private final int[] parents;
  private final double[] weights;
  private final double[] logLikelihood;

  BootstrapFilter(Rollout rollout) {
    this.rollout = rollout;
    this.particles = rollout.rows();
    state = new float[particles * rollout.stateSize()];
    copies = new float[state.length];
    noise = new float[particles * rollout.latentSize()];
    parents = new int[particles];
    weights = new double[particles];
    logLikelihood = new double[particles];
  }

  /** Sees the particles at each step; the arrays are the filter's own. */
  interface Observer {
    /** Which particle of the step before each one comes from; called before the others. */
    default void moved(int step, int[] parents) {}

    /** Weighted particles of p(zₜ|x₁:ₜ₋₁) and what they emit. */
    void predicted(int step, double[] weights, float[] state, EmittedRows emitted);

    /** The same particles with the weights of p(zₜ|x₁:ₜ). */
    void filtered(int step, double[] weights, float[] state, EmittedRows emitted);
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
      move(sequence, t, randomness.at(t));
      observer.moved(t, parents);
      EmittedRows emitted = rollout.emit(state);
      observer.predicted(t, weights, state, emitted);
      total += weigh(sequence, t, emitted);
      effective += effectiveShare();
      observer.filtered(t, weights, state, emitted);
    }
    return new Outcome(total, steps == 0 ? 1 : effective / steps);
  }

  private void move(Sequence sequence, int t, Randomness random) {
    double u = random.uniform();
    random.normals(noise, 0, noise.length);
    for (int i = 0; i < particles; i++) parents[i] = i;
    Rollout.Step step = Rollout.Step.of(sequence, t);
    if (t == 0) {
      rollout.start(step, noise, state);
    } else {
      if (effectiveShare() <= 0.5) resample(u);
      rollout.step(step, noise, state);
    }
  }

  private void resample(double u) {
    Points.systematic(weights, u, parents);
    int size = rollout.stateSize();
    System.arraycopy(state, 0, copies, 0, state.length);
    for (int i = 0; i < particles; i++) {
      System.arraycopy(copies, parents[i] * size, state, i * size, size);
    }
    Arrays.fill(weights, 1.0 / particles);
  }

  private double effectiveShare() {
    double squares = 0;
    for (double w : weights) squares += w * w;
    return 1 / (squares * particles);
  }

  private double weigh(Sequence sequence, int t, EmittedRows emitted) {
    int at = t * (sequence.values().length / sequence.steps());
    double highest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < particles; i++) {
      logLikelihood[i] = emitted.logDensity(i, sequence.values(), sequence.mask(), at);
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
}
