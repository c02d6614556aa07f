package undercurrent.session;

import java.util.Optional;
import undercurrent.experiment.Run;
import undercurrent.inference.Estimator;
import undercurrent.kind.ResultKey;
import undercurrent.kind.Results;
import undercurrent.session.Snapshot.Beliefs;

/**
 * Asks the model while it trains, as often as that costs a small share of the time. Used by the
 * worker alone.
 */
final class Observer {
  /** Share of the time that looking may cost. */
  private static final double SHARE = 0.02;

  private static final int ROUGH_PATHS = 64;
  private static final int FINE_PATHS = 500;
  private final Run run;
  private final Estimator estimator;
  private Optional<Viewpoint> watch = Optional.empty();
  private Optional<Beliefs> last = Optional.empty();
  private long busyUntil;

  Observer(Run run) {
    this.run = run;
    this.estimator = run.estimator();
  }

  void watch(Viewpoint wanted) {
    watch = Optional.of(wanted);
  }

  Optional<Beliefs> last() {
    return last;
  }

  /** True when another look would not cost too much by now. */
  boolean mayLook(long now) {
    return watch.isPresent() && now >= busyUntil;
  }

  /** Asks quickly, with few paths. */
  void look() {
    long began = System.nanoTime();
    estimate(ROUGH_PATHS);
    long cost = System.nanoTime() - began;
    busyUntil = began + cost + (long) (cost / SHARE);
  }

  /** Asks with many paths, while nothing else is to do; true when there was something new. */
  boolean lookClosely() {
    if (watch.isEmpty() || isUpToDate()) return false;
    estimate(FINE_PATHS);
    return true;
  }

  private boolean isUpToDate() {
    return last.isPresent()
        && last.get().fine()
        && last.get().step() == run.trainer().steps()
        && last.get().watch().equals(watch.orElseThrow());
  }

  private void estimate(int paths) {
    Viewpoint w = watch.orElseThrow();
    boolean fine = paths == FINE_PATHS;
    estimator.paths(paths);
    last =
        Optional.of(
            new Beliefs(
                w,
                run.trainer().steps(),
                fine,
                estimator.filtered(w.series()).rows(0, w.seen()),
                estimator.smoothed(w.series()),
                w.horizon() == 0
                    ? Optional.empty()
                    : Optional.of(estimator.forecast(w.series(), w.seen(), w.horizon())),
                Results.of(estimator, w.series())
                    .and(
                        ResultKey.DIAGNOSIS,
                        fine && run.trainer().steps() > 0
                            ? run.diagnosis(w.series())
                            : Optional.empty())));
  }
}
