package undercurrent.training;

import java.util.Optional;

/**
 * A training in progress, one update a {@link #step()}. Knows no clock, no thread and no screen:
 * the same settings, seed and data give the same bits. Not thread-safe.
 */
public interface Training {
  /** Whether another step can be made. */
  enum Status {
    READY,
    FINISHED,
    STOPPED_EARLY,
    DIVERGED
  }

  /** Makes one update; does nothing unless {@link Status#READY}. */
  void step();

  /**
   * Makes one update as {@link #step()} does and returns its numbers; empty of models without
   * weights and of an update that diverged.
   */
  default Optional<StepTrace> tracedStep() {
    step();
    return Optional.empty();
  }

  Status status();

  /** Why training diverged and which knob to turn. */
  Optional<String> diagnosis();

  /**
   * Changes live settings from the next step on; the seed, the batch size and the window of the
   * start stay. A training that had ended can go on: with more epochs, or after divergence.
   */
  void adjust(TrainingSettings live);

  TrainingSettings settings();

  /** One point a completed epoch; of a very long training, fewer of the earlier epochs. */
  Curve curve();

  /** Completed epochs. */
  int epoch();

  /** Updates made. */
  long steps();

  int stepsPerEpoch();

  /** Where the training stands, copied. */
  Checkpoint checkpoint();

  /** The model as it is, copied, without what only the training needs: moments and sums. */
  default Checkpoint model() {
    return checkpoint();
  }

  /** Goes on from a checkpoint of the same model and its curve. */
  void restore(Checkpoint checkpoint, Curve curve);

  /** The best validation value so far, NaN when none was measured. */
  double bestElbo();
}
