package undercurrent.session;

import java.util.List;
import java.util.Optional;
import undercurrent.experiment.Run;
import undercurrent.inference.DensityMaps;
import undercurrent.inference.Diagnosis;
import undercurrent.inference.Estimate;
import undercurrent.inference.Estimator;
import undercurrent.inference.Imputation;
import undercurrent.inference.PitHistogram;
import undercurrent.kind.Fitting;
import undercurrent.kind.ResultKey;
import undercurrent.kind.Results;
import undercurrent.session.Snapshot.Beliefs;
import undercurrent.training.Moment;

/**
 * Estimates with the model of a training while the training waits, with many paths. Used by the
 * thread of the training alone.
 */
final class Observer {
  private static final int ROUGH_PATHS = 64;
  private static final int FINE_PATHS = 500;
  private final Run run;
  private final Estimator estimator;
  private Optional<Viewpoint> watch = Optional.empty();
  private Optional<Beliefs> last = Optional.empty();

  Observer(Run run) {
    this.run = run;
    this.estimator = run.estimator();
  }

  void watch(Viewpoint wanted) {
    watch = Optional.of(wanted);
  }

  Optional<Viewpoint> watched() {
    return watch;
  }

  Optional<Beliefs> last() {
    return last;
  }

  /** Estimates with many paths; true when there was something new. */
  boolean lookClosely() {
    if (watch.isEmpty() || isUpToDate()) return false;
    Viewpoint viewpoint = watch.get();
    estimator.paths(FINE_PATHS);
    Beliefs close =
        estimate(estimator, viewpoint, run.trainer().epoch(), run.trainer().steps(), true);
    boolean begun = run.trainer().steps() > 0;
    Optional<Diagnosis> diagnosis = begun ? run.diagnosis(viewpoint.series()) : Optional.empty();
    Optional<Double> error = begun ? run.error() : Optional.empty();
    last =
        Optional.of(
            close.and(ResultKey.DIAGNOSIS, diagnosis).and(ResultKey.CRITERION_ERROR, error));
    return true;
  }

  private boolean isUpToDate() {
    return last.isPresent()
        && last.get().step() == run.trainer().steps()
        && last.get().watch().equals(watch.orElseThrow());
  }

  /** Estimates quickly, with few paths, by the weights of a moment. */
  static Beliefs estimate(Fitting model, Moment moment, Viewpoint viewpoint) {
    model.use(moment.model());
    Estimator estimator = model.estimator();
    estimator.paths(ROUGH_PATHS);
    return estimate(estimator, viewpoint, moment.epoch(), moment.step(), false);
  }

  private static Beliefs estimate(
      Estimator estimator, Viewpoint w, int epoch, long step, boolean fine) {
    Estimator.Online online = estimator.online(w.series());
    Estimate smoothed = estimator.smoothed(w.series());
    return new Beliefs(
        w,
        epoch,
        step,
        fine,
        online.filtered().rows(0, w.seen()),
        smoothed,
        w.horizon() == 0
            ? Optional.empty()
            : Optional.of(estimator.forecast(w.series(), w.seen(), w.horizon())),
        Results.of(estimator, smoothed)
            .and(ResultKey.IMPUTATION, fine ? estimator.imputation() : Optional.<Imputation>empty())
            .and(
                ResultKey.DENSITY_WEEK,
                fine ? estimator.densityWeek() : Optional.<DensityMaps>empty())
            .and(ResultKey.PREDICTED, online.predicted())
            .and(ResultKey.PIT, PitHistogram.of(List.of(online.predicted()))));
  }
}
