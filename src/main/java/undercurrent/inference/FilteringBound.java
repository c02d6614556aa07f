package undercurrent.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import undercurrent.math.Randomness;
import undercurrent.math.Tape;
import undercurrent.model.PathObjective;
import undercurrent.model.Trainable;
import undercurrent.model.gaussian.LogWeights;
import undercurrent.model.particle.ParticleFilter;
import undercurrent.model.particle.Particles;
import undercurrent.series.Sequence;

/**
 * Bounds of log p(x) of some sequences by a particle filter that draws from the inference network
 * (FIVO; Maddison et al. 2017). With particles zₜⁱ ~ q(zₜ|zₜ₋₁ⁱ, x), which are resampled when few
 * of them are effective,
 *
 * <pre>
 *   wₜⁱ = Wₜ₋₁ⁱ p(xₜ|zₜⁱ) p(zₜⁱ|zₜ₋₁ⁱ) / q(zₜⁱ|zₜ₋₁ⁱ, x)     Wₜⁱ = wₜⁱ / Σ w     log p̂(x) = Σₜ log Σᵢ wₜⁱ
 * </pre>
 *
 * The mean of log p̂ is at most log p(x). Without resampling it is that of {@link ImportanceBound}.
 * A path is a function of its noise: resampling copies the noise of the particles that are chosen,
 * and the paths are computed again.
 *
 * @param sequences the first ones, as many as a short time allows
 * @param particles N
 * @param isWhole whether these are all sequences
 */
public record FilteringBound(List<OfSequence> sequences, int particles, boolean isWhole) {
  private static final int PARTICLES = 16;
  private static final int REPEATS = 4;

  /** Rows of paths that are computed at most. */
  private static final long ROWS = 300_000;

  public FilteringBound {
    sequences = List.copyOf(sequences);
  }

  /**
   * The bound of one sequence, in nats.
   *
   * @param steps T
   * @param bound mean of log p̂ over some runs
   * @param error standard error of that mean
   */
  public record OfSequence(int steps, double bound, double error) {
    static OfSequence of(int steps, double[] runs) {
      double mean = 0;
      for (double run : runs) mean += run / runs.length;
      double squares = 0;
      for (double run : runs) squares += (run - mean) * (run - mean);
      return new OfSequence(
          steps, mean, Math.sqrt(squares / Math.max(1, runs.length - 1) / runs.length));
    }
  }

  /** Empty for models whose paths have no weights, and without sequences. */
  public static Optional<FilteringBound> of(
      Trainable model, List<Sequence> sequences, Randomness randomness) {
    return of(model, sequences, PARTICLES, ParticleFilter.Rule.USUAL, randomness);
  }

  static Optional<FilteringBound> of(
      Trainable model,
      List<Sequence> sequences,
      int particles,
      ParticleFilter.Rule rule,
      Randomness randomness) {
    if (sequences.isEmpty()) return Optional.empty();
    List<Sequence> parts = ImportanceBound.parts(sequences);
    int longest = parts.stream().mapToInt(Sequence::steps).max().orElse(1);
    Optional<PathObjective> recorded =
        model.recordPaths(new Tape(model.parameters(), false), longest, particles);
    if (recorded.isEmpty()) return Optional.empty();
    List<OfSequence> bounds = new ArrayList<>();
    long allowed = WideSeries.rows(ROWS, WideSeries.channels(sequences));
    long rows = 0;
    for (int s = 0; s < parts.size() && rows < allowed; s++) {
      double[] runs = new double[REPEATS];
      for (int r = 0; r < REPEATS; r++) {
        Run run = new Run(recorded.get(), parts.get(s), randomness.at(s).at(r));
        runs[r] = run.logLikelihood(rule);
        rows += (long) longest * particles * run.passes;
      }
      bounds.add(OfSequence.of(parts.get(s).steps(), runs));
    }
    return Optional.of(new FilteringBound(bounds, particles, bounds.size() == parts.size()));
  }

  /** Sum of bounds / sum of lengths. */
  public double perStep() {
    return sequences.stream().mapToDouble(OfSequence::bound).sum() / steps();
  }

  /** The standard error of {@link #perStep} from one set of particles to another. */
  public double standardError() {
    double squares = sequences.stream().mapToDouble(s -> s.error() * s.error()).sum();
    return Math.sqrt(squares) / steps();
  }

  private long steps() {
    return sequences.stream().mapToLong(OfSequence::steps).sum();
  }

  /** The particles of one sequence, each at a place of the objective. */
  private static final class Run implements Particles {
    private final PathObjective objective;
    private final Sequence sequence;
    private final Randomness randomness;
    private final double[] logFactors;
    private int passes;
    private int step;
    private double total;

    Run(PathObjective objective, Sequence sequence, Randomness randomness) {
      this.objective = objective;
      this.sequence = sequence;
      this.randomness = randomness;
      logFactors = new double[objective.batch()];
    }

    double logLikelihood(ParticleFilter.Rule rule) {
      objective.clear();
      for (int b = 0; b < count(); b++) objective.put(b, sequence);
      objective.noise(randomness.named("noise"));
      compute();
      ParticleFilter.run(
          this,
          sequence.steps(),
          randomness.named("resampling"),
          rule,
          (t, ancestors, weights, logLikelihood) -> total += logLikelihood);
      return total;
    }

    private void compute() {
      objective.forward();
      passes++;
    }

    @Override
    public int count() {
      return objective.batch();
    }

    /** The noise of later steps has not been used yet and stays as it was drawn. */
    @Override
    public void resample(int[] ancestors) {
      objective.adopt(step, ancestors);
      compute();
    }

    @Override
    public void move(int t, double[] weights, boolean isResampled, Randomness random) {
      step = t + 1;
    }

    @Override
    public double weigh(int t, double[] weights) {
      for (int b = 0; b < logFactors.length; b++) logFactors[b] = objective.logWeight(b, t);
      return LogWeights.multiply(weights, logFactors);
    }
  }
}
