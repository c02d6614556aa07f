package undercurrent.training;

import java.util.List;
import undercurrent.math.Randomness;
import undercurrent.math.Tape;
import undercurrent.model.Objective;
import undercurrent.model.Trainable;
import undercurrent.series.Sequence;

/**
 * The evidence lower bound of some sequences in nats per time step, with KL weight 1.
 *
 * @param steps how many time steps it is the mean of
 */
public record Elbo(double reconstruction, double kl, long steps) {
  private static final int BATCH = 16;

  /** A recording of more time steps than these in all its rows takes much memory. */
  private static final int ROOM = 4096;

  /** Independent draws of the states; their spread is the standard error. */
  private static final int DRAWS = 8;

  /** reconstruction − KL. */
  public double perStep() {
    return reconstruction - kl;
  }

  /**
   * Measures a model as it is now, as the mean over some draws of all its states, with the standard
   * error of that mean; the same stream of noise gives the same number.
   */
  public static Bound of(Trainable model, List<Sequence> sequences, Randomness randomness) {
    Meter meter = new Meter(model, sequences, 1);
    double[] draws = new double[DRAWS];
    double mean = 0;
    for (int k = 0; k < DRAWS; k++) {
      draws[k] = meter.measure(randomness.named("draw").at(k)).perStep();
      mean += draws[k] / DRAWS;
    }
    double squares = 0;
    for (double draw : draws) squares += (draw - mean) * (draw - mean);
    return new Bound(mean, Math.sqrt(squares / (DRAWS - 1) / DRAWS));
  }

  /** Measures the same sequences again and again without recording anew. */
  static final class Meter {
    private final List<Sequence> sequences;
    private final int samples;
    private final Objective objective;

    /**
     * Of some sequences.
     *
     * @param samples how often the states of each are drawn
     */
    Meter(Trainable model, List<Sequence> sequences, int samples) {
      this.sequences = sequences;
      this.samples = samples;
      int steps = sequences.stream().mapToInt(Sequence::steps).max().orElse(1);
      int once = Math.clamp(sequences.size(), 1, BATCH);
      int room = Math.clamp(ROOM / Math.max(1, steps), once, BATCH);
      int batch = Math.clamp((long) sequences.size() * samples, 1, room);
      objective = model.record(new Tape(model.parameters(), false), steps, batch);
    }

    Elbo measure(Randomness randomness) {
      double reconstruction = 0;
      double kl = 0;
      long steps = 0;
      int count = sequences.size() * samples;
      for (int from = 0; from < count; from += objective.batch()) {
        objective.clear();
        for (int b = 0; b < Math.min(objective.batch(), count - from); b++) {
          objective.put(b, sequences.get((from + b) % sequences.size()));
        }
        objective.noise(randomness.at(from));
        objective.forward();
        reconstruction += objective.terms().total(false);
        kl += objective.terms().total(true);
        steps += objective.realSteps();
      }
      return new Elbo(reconstruction / steps, kl / steps, steps);
    }
  }
}
