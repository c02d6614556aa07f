package undercurrent.session;

import java.util.Optional;
import undercurrent.experiment.Run;
import undercurrent.session.Snapshot.Beliefs;
import undercurrent.training.Moment;
import undercurrent.training.Training;

/**
 * What is known of the series that is watched: closely while the training waits, and by copies of
 * its weights while it goes on. Used by the thread of the training alone.
 */
final class WatchedSeries {
  private final Training trainer;
  private final Observer observer;
  private final EstimationThread estimates;
  private Optional<Beliefs> reported = Optional.empty();

  WatchedSeries(Run run, EstimationThread estimates) {
    this.trainer = run.trainer();
    this.observer = new Observer(run);
    this.estimates = estimates;
  }

  void watch(Viewpoint wanted) {
    observer.watch(wanted);
  }

  /** Whether the training goes as fast as it can. */
  void fast(boolean fast) {
    estimates.fast(fast);
  }

  /** Estimates with many paths; true when there was something new. */
  boolean lookClosely() {
    return observer.lookClosely();
  }

  /** Why what is watched cannot be estimated, if it cannot. */
  Optional<String> refusal() {
    return observer.refusal();
  }

  /** Has a copy of the model estimated, whenever the last one is done. */
  void follow(long now) {
    if (observer.watched().isEmpty() || !estimates.isIdle(now)) return;
    Moment moment = new Moment(trainer.epoch(), trainer.steps(), trainer.model());
    estimates.watch(moment, observer.watched().get());
  }

  /** The estimate by the newest model; of two by the same model, the closer look. */
  private Optional<Beliefs> newest() {
    Optional<Beliefs> close = observer.last();
    Optional<Beliefs> passing = estimates.last();
    if (close.isEmpty() || passing.isEmpty()) return close.or(() -> passing);
    return passing.get().step() > close.get().step() ? passing : close;
  }

  /** True when there is an estimate by another model than the one that was reported last. */
  boolean hasNews() {
    return !newest().map(Beliefs::step).equals(reported.map(Beliefs::step));
  }

  /** The newest estimate, which counts as reported from now on. */
  Optional<Beliefs> tell() {
    reported = newest();
    return reported;
  }
}
