package undercurrent.session;

import java.util.List;
import java.util.Optional;
import undercurrent.experiment.Run;
import undercurrent.inference.Diagnosis;
import undercurrent.inference.Estimate;
import undercurrent.inference.Estimator;
import undercurrent.inference.PitHistogram;
import undercurrent.kind.AdjustableParameter;
import undercurrent.kind.Fitting;
import undercurrent.kind.ResultKey;
import undercurrent.kind.Results;
import undercurrent.series.Part;
import undercurrent.session.Snapshot.Beliefs;
import undercurrent.training.Moment;

/**
 * Estimates with the model of a training while the training waits, with many paths. Used by the
 * thread of the training alone.
 */
final class Observer {
  private static final System.Logger LOG = System.getLogger(Observer.class.getName());
  private static final int ROUGH_PATHS = 64;
  private static final int FINE_PATHS = 500;
  private final Run run;
  private final Estimator estimator;

  private Optional<Viewpoint> watch = Optional.empty();
  private Optional<Beliefs> last = Optional.empty();
  private Optional<OfModel> ofModel = Optional.empty();
  private final WatchedModel others;
  private Optional<Refused> refused = Optional.empty();

  /** Why edited data cannot be estimated, or not with parameters that a person has set. */
  private record Refused(long step, Viewpoint watch, String sentence) {}

  /** What a model gives whatever is watched, which may take long: once for the same weights. */
  private record OfModel(long step, Results results) {}

  Observer(Run run) {
    this.run = run;
    this.estimator = run.estimator();
    this.others = new WatchedModel(run);
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
    try {
      last = Optional.of(close(viewpoint));
      refused = Optional.empty();
    } catch (IllegalArgumentException e) {
      if (!viewpoint.isOther()) throw e;
      LOG.log(System.Logger.Level.INFO, "It cannot be estimated so.", e);
      String sentence = String.valueOf(e.getMessage());
      refused = Optional.of(new Refused(run.trainer().steps(), viewpoint, sentence));
    }
    return true;
  }

  /** Why what is watched cannot be estimated, if it cannot. */
  Optional<String> refusal() {
    return refused.filter(this::isNow).map(Refused::sentence);
  }

  private boolean isNow(Refused one) {
    return one.step() == run.trainer().steps() && Optional.of(one.watch()).equals(watch);
  }

  private Beliefs close(Viewpoint viewpoint) {
    Optional<Fitting> other =
        viewpoint.isOther()
            ? Optional.of(others.with(run.trainer().model(), viewpoint))
            : Optional.empty();
    Estimator own = other.map(viewpoint::estimator).orElse(estimator);
    own.paths(FINE_PATHS);
    Beliefs close = estimate(own, viewpoint, run.trainer().epoch(), run.trainer().steps(), true);
    int series = viewpoint.series();
    Optional<Diagnosis> diagnosis =
        isBegun() || viewpoint.tried().isPresent()
            ? other.map(f -> f.diagnosis(series)).orElseGet(() -> run.diagnosis(series))
            : Optional.empty();
    return close
        .and(ofModel())
        .and(byHand(viewpoint, other))
        .and(Results.NONE.and(ResultKey.DIAGNOSIS, diagnosis));
  }

  /** What can be set by hand; while something is, how likely that makes the training part. */
  private Results byHand(Viewpoint viewpoint, Optional<Fitting> other) {
    if (viewpoint.tried().isPresent()) {
      return Results.NONE
          .and(ResultKey.ADJUSTABLE, other.map(Fitting::parameters))
          .and(ResultKey.BY_HAND, other.map(f -> f.criterion(Part.TRAINING)));
    }
    List<AdjustableParameter> parameters = isBegun() ? run.parameters() : List.of();
    return Results.NONE.and(
        ResultKey.ADJUSTABLE, Optional.of(parameters).filter(all -> !all.isEmpty()));
  }

  private boolean isBegun() {
    return run.trainer().steps() > 0;
  }

  private Results ofModel() {
    long step = run.trainer().steps();
    Optional<OfModel> known = ofModel.filter(found -> found.step() == step);
    if (known.isPresent()) return known.get().results();
    Results found =
        Results.NONE
            .and(ResultKey.IMPUTATION, estimator.imputation())
            .and(ResultKey.DENSITY_WEEK, estimator.densityWeek())
            .and(ResultKey.CRITERION_ERROR, isBegun() ? run.error() : Optional.<Double>empty());
    ofModel = Optional.of(new OfModel(step, found));
    return found;
  }

  private boolean isUpToDate() {
    if (refused.filter(this::isNow).isPresent()) return true;
    return last.isPresent()
        && last.get().step() == run.trainer().steps()
        && last.get().watch().equals(watch.orElseThrow());
  }

  /** Estimates quickly, with few paths, by the weights of a moment. */
  static Beliefs estimate(WatchedModel model, Moment moment, Viewpoint viewpoint) {
    Estimator estimator = viewpoint.estimator(model.with(moment.model(), viewpoint));
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
            .and(ResultKey.PREDICTED, online.predicted())
            .and(ResultKey.PIT, PitHistogram.of(List.of(online.predicted()))));
  }
}
