package undercurrent.session;

import java.util.List;
import java.util.Optional;
import undercurrent.inference.Estimate;
import undercurrent.kind.Results;
import undercurrent.training.Curve;
import undercurrent.training.Moment;
import undercurrent.training.Training;
import undercurrent.training.TrainingSettings;

/**
 * What a session looked like at one moment; immutable.
 *
 * @param sentence why it stopped, where it did not stop by itself, or why data that were edited are
 *     not estimated
 * @param answered how many of the session's orders had been carried out
 * @param step updates made
 * @param stepsPerSecond over the last seconds of training; 0 before
 * @param seconds that the steps took; NaN where some of them were made elsewhere
 * @param bestElbo best validation ELBO, NaN when none was measured
 * @param beliefs what the model thought of the watched series not long ago
 * @param history models of this training from its start to now, which can be shown again
 * @param part of the step that is being made, or while none is, of a close look at the model; 0
 *     where neither takes long
 */
public record Snapshot(
    State state,
    Optional<String> sentence,
    long answered,
    TrainingSettings settings,
    int epoch,
    long step,
    double stepsPerSecond,
    double seconds,
    double bestElbo,
    Curve curve,
    Optional<Beliefs> beliefs,
    List<Moment> history,
    double part) {

  /** Of a training as it is now. */
  static Snapshot of(
      Training trainer,
      State state,
      Optional<String> sentence,
      long answered,
      double stepsPerSecond,
      double seconds,
      Optional<Beliefs> beliefs,
      List<Moment> history,
      double part) {
    return new Snapshot(
        state,
        sentence,
        answered,
        trainer.settings(),
        trainer.epoch(),
        trainer.steps(),
        stepsPerSecond,
        seconds,
        trainer.bestElbo(),
        trainer.curve(),
        beliefs,
        history,
        part);
  }

  /**
   * Of a session whose training is not there yet, or could not be; the curve is its experiment's.
   */
  static Snapshot unopened(
      State state,
      Curve curve,
      TrainingSettings settings,
      Optional<String> sentence,
      long answered,
      double part) {
    return new Snapshot(
        state,
        sentence,
        answered,
        settings,
        0,
        0,
        0,
        0,
        Double.NaN,
        Curve.empty(curve.criterion()),
        Optional.empty(),
        List.of(),
        part);
  }

  /**
   * True when nothing better is to come before another order.
   *
   * @param orders how many that the session was given
   * @param watched series and forecast
   */
  public boolean isSettled(long orders, Viewpoint watched) {
    if (state == State.FAILED) return true;
    boolean isRefused = sentence.isPresent() && state != State.DIVERGED;
    return answered == orders
        && state != State.RUNNING
        && (isRefused
            || beliefs
                .filter(b -> b.fine() && b.step() == step && b.watch().equals(watched))
                .isPresent());
  }

  /** What the worker does. */
  public enum State {
    RUNNING,
    PAUSED,
    FINISHED,
    STOPPED_EARLY,
    DIVERGED,
    FAILED;

    static State of(Training.Status status, boolean playing) {
      return switch (status) {
        case READY -> playing ? RUNNING : PAUSED;
        case FINISHED -> FINISHED;
        case STOPPED_EARLY -> STOPPED_EARLY;
        case DIVERGED -> DIVERGED;
      };
    }
  }

  /**
   * Estimates of one series by the same weights.
   *
   * @param epoch epochs that the weights had been trained for
   * @param step updates that they had seen
   * @param fine true when nothing better is to come unless the weights or the watch change
   * @param filtered as far as the forecast has seen
   * @param smoothed of the whole series
   * @param forecast from there on, if there is one
   * @param results further results for the series
   */
  public record Beliefs(
      Viewpoint watch,
      int epoch,
      long step,
      boolean fine,
      Estimate filtered,
      Estimate smoothed,
      Optional<Estimate> forecast,
      Results results) {
    /** The same with more results. */
    Beliefs and(Results more) {
      return new Beliefs(watch, epoch, step, fine, filtered, smoothed, forecast, results.and(more));
    }
  }
}
