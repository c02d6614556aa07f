package undercurrent.session;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import undercurrent.experiment.Experiment;
import undercurrent.inference.Estimator;
import undercurrent.inference.RowTrace;
import undercurrent.training.Moment;

/** Tells how models of one training go through single rows, away from the screen. */
public final class RowExplainer {
  private final WatchedModel model;
  private final AtomicLong newest = new AtomicLong();
  private @Nullable Estimator estimator;
  private Optional<Used> used = Optional.empty();

  /** What the estimator is of. */
  private record Used(long step, Viewpoint viewpoint) {}

  /** Of the models of an experiment's training. */
  public RowExplainer(Experiment experiment) {
    model = new WatchedModel(experiment);
  }

  /**
   * How a model goes through a row; nothing where it cannot be told, where the row is not watched,
   * or something else was asked meanwhile.
   *
   * @param row of the series that is watched
   * @param place of the channel that is looked at, among the observed ones
   */
  public CompletableFuture<Optional<RowTrace>> explain(
      Moment moment, Viewpoint viewpoint, int row, int place) {
    long mine = newest.incrementAndGet();
    if (!viewpoint.sees(row)) return CompletableFuture.completedFuture(Optional.empty());
    return Background.call(
        () ->
            mine == newest.get()
                ? estimator(moment, viewpoint).trace(viewpoint.series(), row, place)
                : Optional.empty());
  }

  /** Called by one thread at a time. */
  private synchronized Estimator estimator(Moment moment, Viewpoint viewpoint) {
    Optional<Used> wanted = Optional.of(new Used(moment.step(), viewpoint));
    Estimator asked = estimator;
    if (asked == null || !used.equals(wanted)) {
      asked = viewpoint.estimator(model.with(moment.model(), viewpoint));
      estimator = asked;
      used = wanted;
    }
    return asked;
  }
}
