package undercurrent.training;

import java.util.List;
import undercurrent.math.Progress;
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

  /** With fewer rows side by side, products of matrices have too few to be fast. */
  private static final int FEWEST = 4;

  /** Numbers of a recording, over its rows and channels, from which on sequences are cut. */
  private static final int NUMBERS = 1 << 20;

  /** What a model computes of a row of few channels takes as much room as this many of them. */
  private static final int FEW = 64;

  /** Windows that are measured at once: so many rows of a product cost little more than one. */
  private static final int MOST_WINDOWS = 8;

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

  /**
   * Measures the same sequences again and again without recording anew. Where there is no room for
   * a recording of {@value #FEWEST} whole sequences side by side, they are measured in {@link
   * Windows}, so that memory does not grow with their length.
   */
  static final class Meter {
    private final Windows windows;
    private final int samples;
    private final Objective objective;

    /**
     * Of some sequences.
     *
     * @param samples how often the states of each are drawn
     */
    Meter(Trainable model, List<Sequence> sequences, int samples) {
      this.samples = samples;
      int rows = Math.max(2, NUMBERS / Math.max(FEW, model.observationSize()));
      Windows whole = Windows.whole(sequences);
      boolean fits = (long) whole.longest() * Math.min(FEWEST, batch(whole)) <= rows;
      windows = fits ? whole : Windows.cut(sequences, rows);
      int most = fits ? batch(windows) : Math.min(MOST_WINDOWS, batch(windows));
      int batch = Math.clamp(rows / windows.longest(), 1, most);
      objective = model.record(new Tape(model.parameters(), false), windows.longest(), batch);
    }

    /** How many are measured at once. */
    private int batch(Windows parts) {
      int once = Math.clamp(parts.count(), 1, BATCH);
      int room = Math.clamp(ROOM / parts.longest(), once, BATCH);
      return Math.clamp((long) parts.count() * samples, 1, room);
    }

    /** Steps of the longest sequence or window that is measured, with those that do not count. */
    int longest() {
      return windows.longest();
    }

    Elbo measure(Randomness randomness) {
      double reconstruction = 0;
      double kl = 0;
      long steps = 0;
      int count = windows.count() * samples;
      for (int from = 0; from < count; from += objective.batch()) {
        Progress.current().at(from, count);
        objective.clear();
        for (int b = 0; b < Math.min(objective.batch(), count - from); b++) {
          int place = b;
          windows.give(
              (from + b) % windows.count(), (part, f, t) -> objective.put(place, part, f, t));
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
