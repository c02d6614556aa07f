package undercurrent.model;

import java.util.Optional;
import undercurrent.math.Randomness;
import undercurrent.math.Tape;
import undercurrent.series.Sequence;

/**
 * What a batch is trained on, recorded on a tape for a number of sequences and steps; higher is
 * better. Use: {@link #clear}, {@link #put} each sequence, {@link #noise}, {@link #forward}, read
 * {@link #terms}, and for learning {@link #backward}. Only the first call of each may allocate.
 */
public interface Objective {
  /** How many sequences fit. */
  int batch();

  /** How many time steps fit. */
  int steps();

  /** Empties all places; an empty place counts for nothing. */
  void clear();

  /** Puts a sequence of at most {@link #steps()} steps at place {@code b}. */
  default void put(int b, Sequence sequence) {
    put(b, sequence, 0, sequence.steps());
  }

  /** The same, of which steps {@code from .. to-1} alone count; the others are only seen. */
  void put(int b, Sequence sequence, int from, int to);

  /**
   * Says how much of the training is done, for what changes on the way.
   *
   * @param done 0 … 1
   */
  default void progress(double done) {}

  /** Draws the noise of what is sampled. */
  void noise(Randomness randomness);

  /** Computes the terms. */
  void forward();

  /** The sums of the last {@link #forward}; reused by the next one. */
  Terms terms();

  /**
   * Fills {@link Tape#gradient()} with the gradient of (what is not annealed − weight · what is) /
   * steps.
   *
   * @param weight of the annealed terms, 0 … 1
   * @param steps real time steps that the batch has, of which this may be a part
   */
  void backward(double weight, long steps);

  /** How many real time steps that count were put. */
  long realSteps();

  /**
   * A time step of the sequence at a place as it was in the last {@link #forward}; empty of models
   * without a latent path.
   */
  default Optional<PathTrace> trace(int b, int t) {
    return Optional.empty();
  }

  /** Where it is recorded. */
  Tape tape();
}
