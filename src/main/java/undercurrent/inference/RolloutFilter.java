package undercurrent.inference;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import undercurrent.math.Randomness;
import undercurrent.model.EmittedRows;
import undercurrent.model.Rollout;
import undercurrent.model.gaussian.LogWeights;
import undercurrent.model.particle.ParticleFilter;
import undercurrent.model.particle.Particles;
import undercurrent.series.Sequence;

/**
 * The bootstrap particle filter of a rollout: states are drawn from the transition, with no look at
 * the observation.
 *
 * <pre>
 *   zₜⁱ ~ p(zₜ|zₜ₋₁ⁱ)     wₜⁱ ∝ wₜ₋₁ⁱ p(xₜ|zₜⁱ)     log p̂(x₁:T) = Σₜ log Σᵢ wₜ₋₁ⁱ p(xₜ|zₜⁱ)
 * </pre>
 */
final class RolloutFilter {
  private final Rollout rollout;
  private final int particles;
  private final float[] state;
  private final float[] copies;
  private final float[] noise;
  private final double[] logLikelihood;

  RolloutFilter(Rollout rollout) {
    this.rollout = rollout;
    this.particles = rollout.rows();
    state = new float[particles * rollout.stateSize()];
    copies = new float[state.length];
    noise = new float[particles * rollout.latentSize()];
    logLikelihood = new double[particles];
  }

  /** Sees the particles at each step; the arrays are the filter's own. */
  interface Observer {
    /** Which particle of the step before each one comes from; called before the others. */
    default void moved(int step, int[] parents) {}

    /** Weighted particles of p(zₜ|x₁:ₜ₋₁) and what they emit. */
    default void predicted(int step, double[] weights, float[] state, EmittedRows emitted) {}

    /** The same particles with the weights of p(zₜ|x₁:ₜ). */
    default void filtered(int step, double[] weights, float[] state, EmittedRows emitted) {}
  }

  /**
   * How a run went.
   *
   * @param logLikelihood log p̂(x), in nats, an estimate that is low by about half its variance
   * @param effectiveShare mean share of particles that were effective
   * @param particles how many there were
   */
  record Outcome(double logLikelihood, double effectiveShare, int particles) {
    private static final double SMALLEST_SHARE = 0.01;
    private static final double FEWEST = 2;

    /** Whether so few particles were effective that they have lost the state. */
    boolean isLost() {
      return effectiveShare < SMALLEST_SHARE || effectiveShare * particles < FEWEST;
    }
  }

  /** Filters the first {@code steps} rows of a sequence. */
  Outcome run(Sequence sequence, int steps, Randomness randomness, Observer observer) {
    Run run = new Run(sequence, observer);
    ParticleFilter.run(run, steps, randomness, run);
    return new Outcome(run.total, steps == 0 ? 1 : run.effective / steps, particles);
  }

  /** The states on their way along a sequence. */
  private final class Run implements Particles, ParticleFilter.Observer {
    private final Sequence sequence;
    private final Observer observer;
    private @Nullable EmittedRows emitted;
    private double total;
    private double effective;

    Run(Sequence sequence, Observer observer) {
      this.sequence = sequence;
      this.observer = observer;
    }

    private EmittedRows emitted() {
      return Objects.requireNonNull(emitted);
    }

    @Override
    public int count() {
      return particles;
    }

    @Override
    public void resample(int[] ancestors) {
      int size = rollout.stateSize();
      System.arraycopy(state, 0, copies, 0, state.length);
      for (int i = 0; i < particles; i++) {
        System.arraycopy(copies, ancestors[i] * size, state, i * size, size);
      }
    }

    @Override
    public void move(int t, double[] weights, boolean isResampled, Randomness random) {
      // The noise of a step is the same whether or not it is resampled.
      if (!isResampled) random.uniform();
      random.normals(noise, 0, noise.length);
      Rollout.Step step = Rollout.Step.of(sequence, t);
      if (t == 0) rollout.start(step, noise, state);
      else rollout.step(step, noise, state);
      emitted = rollout.emit(state);
    }

    @Override
    public void predicted(int t, int[] ancestors, double[] weights) {
      observer.moved(t, ancestors);
      observer.predicted(t, weights, state, emitted());
    }

    @Override
    public double weigh(int t, double[] weights) {
      int at = t * (sequence.values().length / sequence.steps());
      emitted().logDensities(sequence.values(), sequence.mask(), at, logLikelihood);
      return LogWeights.multiply(weights, logLikelihood);
    }

    @Override
    public void filtered(int t, int[] ancestors, double[] weights, double stepLogLikelihood) {
      total += stepLogLikelihood;
      effective += ParticleFilter.effectiveSize(weights) / particles;
      observer.filtered(t, weights, state, emitted());
    }
  }
}
