package undercurrent.session;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import undercurrent.experiment.Experiment;
import undercurrent.experiment.Run;
import undercurrent.inference.Estimator;
import undercurrent.inference.RowTrace;
import undercurrent.kind.Fitting;
import undercurrent.training.Moment;

/** Tells how models of one training go through single rows, away from the screen. */
public final class RowExplainer {
  private final Experiment experiment;
  private final Viewpoint viewpoint;
  private final AtomicLong newest = new AtomicLong();
  private @Nullable Fitting model;
  private @Nullable Estimator estimator;
  private long used = -1;

  /**
   * Of the models of an experiment's training.
   *
   * @param viewpoint says on which data, and whether by parameters that a person has set
   */
  public RowExplainer(Experiment experiment, Viewpoint viewpoint) {
    this.experiment = experiment;
    this.viewpoint = viewpoint;
  }

  /**
   * How a model goes through a row; nothing where it cannot be told, or something else was asked
   * meanwhile.
   *
   * @param place of the channel that is looked at, among the observed ones
   */
  public CompletableFuture<Optional<RowTrace>> explain(
      Moment moment, int series, int row, int place) {
    long mine = newest.incrementAndGet();
    return Background.call(
        () ->
            mine == newest.get() ? estimator(moment).trace(series, row, place) : Optional.empty());
  }

  /** Called by one thread at a time. */
  private synchronized Estimator estimator(Moment moment) {
    Fitting known = model;
    if (known == null) {
      known =
          viewpoint.isOther()
              ? Run.model(experiment, viewpoint.edited(), viewpoint.tried())
              : Run.model(experiment);
      model = known;
    }
    Estimator asked = estimator;
    if (asked == null || used != moment.step()) {
      if (viewpoint.tried().isEmpty()) known.use(moment.model());
      asked = known.estimator();
      estimator = asked;
      used = moment.step();
    }
    return asked;
  }
}
