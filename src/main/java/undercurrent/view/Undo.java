package undercurrent.view;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import undercurrent.edit.Revision;
import undercurrent.experiment.Comparisons;
import undercurrent.experiment.Experiment;
import undercurrent.kind.ChosenModel;
import undercurrent.session.ExperimentSource;
import undercurrent.training.TrainingSettings;

/**
 * What can be taken back, and done again: turned knobs, edits of the data, where the forecast
 * begins, what is kept to be compared, and trainings that were replaced.
 */
final class Undo {
  private static final int MOST = 100;

  /** How something stood before it was changed. */
  sealed interface Before {
    /** The knobs. */
    record Knobs(ChosenModel<?> model, TrainingSettings training) implements Before {}

    /** The edits of the data. */
    record Data(Revision revision) implements Before {}

    /** The share of the series after which the forecast begins. */
    record Seen(double share) implements Before {}

    /** What is kept beside the training to be compared with it. */
    record Compared(Comparisons comparisons) implements Before {}

    /** Parameters that are set by hand, by name; none where the learned ones count. */
    record ByHand(Map<String, Double> values) implements Before {}

    /** The whole document, which its training hands out after the step that it is making. */
    record Document(CompletableFuture<Experiment> experiment, ExperimentSource source)
        implements Before {}
  }

  private final Deque<Before> past = new ArrayDeque<>();
  private final Deque<Before> future = new ArrayDeque<>();

  /** Remembers how it was; what was taken back before can no longer be done again. */
  void changing(Before before) {
    push(past, before);
    future.clear();
  }

  /**
   * The last change's state before it, if there is one.
   *
   * @param now gives how the same thing stands now, to be remembered for {@link #forth}
   */
  Optional<Before> back(UnaryOperator<Before> now) {
    return move(past, future, now);
  }

  /** What was last taken back, if anything was. */
  Optional<Before> forth(UnaryOperator<Before> now) {
    return move(future, past, now);
  }

  private static Optional<Before> move(
      Deque<Before> from, Deque<Before> to, UnaryOperator<Before> now) {
    Optional<Before> before = Optional.ofNullable(from.poll());
    before.ifPresent(b -> push(to, now.apply(b)));
    return before;
  }

  private static void push(Deque<Before> moments, Before moment) {
    moments.push(moment);
    if (moments.size() > MOST) moments.removeLast();
  }
}
