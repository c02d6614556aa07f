package undercurrent.training;

import java.util.Optional;
import undercurrent.model.PathTrace;
import undercurrent.model.Terms;
import undercurrent.series.Sequence;

/** Records one time step of a sequence while an update is computed. */
final class StepWatch implements AutoCloseable {
  private final Shards shards;
  private final Sequence sequence;
  private final int at;
  private Optional<PathTrace> path = Optional.empty();

  /**
   * Watches the next update.
   *
   * @param sequence the first of its batch
   */
  StepWatch(Shards shards, Sequence sequence) {
    this.shards = shards;
    this.sequence = sequence;
    at = observed(sequence);
    shards.watch(Optional.of(found -> path = found.trace(0, at)));
  }

  /** The first step from the middle on at which anything was observed, or the middle. */
  private static int observed(Sequence sequence) {
    int middle = sequence.steps() / 2;
    for (int t = middle; t < sequence.steps(); t++) if (sequence.observedAt(t) > 0) return t;
    return middle;
  }

  /**
   * The numbers of the update that was made.
   *
   * @param before the weights before it
   */
  StepTrace trace(
      long step,
      int sequences,
      double klWeight,
      double norm,
      double clip,
      double rate,
      float[] before,
      float[] weights) {
    Terms terms = shards.terms();
    long steps = shards.realSteps();
    double squares = 0;
    for (int i = 0; i < weights.length; i++) {
      double change = (double) weights[i] - before[i];
      squares += change * change;
    }
    return new StepTrace(
        step,
        sequences,
        sequence.series(),
        sequence.from() + at,
        path,
        terms.total(false) / steps,
        terms.total(true) / steps,
        klWeight,
        terms.value(klWeight) / steps,
        norm,
        clip,
        rate,
        Math.sqrt(squares));
  }

  @Override
  public void close() {
    shards.watch(Optional.empty());
  }
}
