package undercurrent.session;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import undercurrent.experiment.Experiment;
import undercurrent.math.Progress;
import undercurrent.session.Snapshot.Beliefs;
import undercurrent.training.Moment;

/**
 * Estimates by the models of a training's history, one after another, on the thread of the caller.
 */
public final class ReplayEstimates {
  private ReplayEstimates() {}

  /**
   * Hands out the estimates of each moment in turn; only those of one are in memory here.
   *
   * @param experiment whose model it is
   * @param isCancelled is read again and again; true ends it
   * @throws CancellationException when it was cancelled
   */
  public static void each(
      Experiment experiment,
      List<Moment> moments,
      Viewpoint viewpoint,
      BooleanSupplier isCancelled,
      Consumer<Beliefs> taker) {
    WatchedModel model = new WatchedModel(experiment);
    Progress cancel =
        (done, of) -> {
          if (isCancelled.getAsBoolean()) throw new CancellationException();
        };
    for (Moment moment : moments) {
      cancel.at(0, 0);
      taker.accept(cancel.during(() -> Observer.estimate(model, moment, viewpoint)));
    }
  }
}
