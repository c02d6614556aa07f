package undercurrent.training;

import java.util.List;
import undercurrent.math.Randomness;
import undercurrent.math.Tape;
import undercurrent.model.Objective;
import undercurrent.model.SequenceModel;
import undercurrent.series.Sequence;

/**
 * The evidence lower bound of some sequences in nats per time step, with KL weight 1.
 *
 * @param steps how many time steps it is the mean of
 */
public record Elbo(double reconstruction, double kl, long steps) {
  private static final int BATCH = 16;

  /** reconstruction − KL. */
  public double perStep() {
    return reconstruction - kl;
  }

  /** Measures a model as it is now; the same stream of noise gives the same number. */
  public static Elbo of(SequenceModel model, List<Sequence> sequences, Randomness randomness) {
    return new Meter(model, sequences).measure(randomness);
  }

  /** Measures the same sequences again and again without recording anew. */
  static final class Meter {
    private final List<Sequence> sequences;
    private final Objective objective;

    Meter(SequenceModel model, List<Sequence> sequences) {
      this.sequences = sequences;
      int steps = sequences.stream().mapToInt(Sequence::steps).max().orElse(1);
      int batch = Math.clamp(sequences.size(), 1, BATCH);
      objective = model.record(new Tape(model.parameters(), false), steps, batch);
    }

    Elbo measure(Randomness randomness) {
      double reconstruction = 0;
      double kl = 0;
      long steps = 0;
      for (int from = 0; from < sequences.size(); from += objective.batch()) {
        objective.clear();
        for (int b = 0; b < Math.min(objective.batch(), sequences.size() - from); b++) {
          objective.put(b, sequences.get(from + b));
        }
        objective.noise(randomness.at(from));
        objective.forward();
        reconstruction += objective.reconstruction();
        kl += objective.kl();
        steps += objective.realSteps();
      }
      return new Elbo(reconstruction / steps, kl / steps, steps);
    }
  }
}
