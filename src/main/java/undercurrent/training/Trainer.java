package undercurrent.training;

import java.util.Optional;
import undercurrent.model.SequenceModel;
import undercurrent.series.Dataset;

/**
 * Placeholder while the engine is built: the signatures stand. Not thread-safe; pure (no clock).
 */
public final class Trainer {
  /** Whether another step can be made. */
  public enum Status {
    READY,
    FINISHED,
    STOPPED_EARLY,
    DIVERGED
  }

  public Trainer(SequenceModel model, Dataset data, TrainingSettings settings) {}

  /** Makes one update; does nothing unless {@link Status#READY}. */
  public void step() {
    throw new UnsupportedOperationException();
  }

  public Status status() {
    throw new UnsupportedOperationException();
  }

  /** Why training diverged and which knob to turn, in one or two sentences. */
  public Optional<String> diagnosis() {
    throw new UnsupportedOperationException();
  }

  /** Changes live settings from the next step on; restart settings are ignored. */
  public void adjust(TrainingSettings settings) {}

  public TrainingSettings settings() {
    throw new UnsupportedOperationException();
  }

  /** One point a completed epoch. */
  public Curve curve() {
    return Curve.EMPTY;
  }

  public int epoch() {
    return 0;
  }

  public long steps() {
    return 0;
  }

  public int stepsPerEpoch() {
    return 1;
  }

  public Checkpoint checkpoint() {
    throw new UnsupportedOperationException();
  }

  /** Goes on from a checkpoint and its curve. */
  public void restore(Checkpoint checkpoint, Curve curve) {}

  /** Puts the weights with the best validation ELBO into the model, if any were kept. */
  public void useBest() {}
}
