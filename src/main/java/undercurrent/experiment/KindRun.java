package undercurrent.experiment;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import undercurrent.edit.Revision;
import undercurrent.training.Training;

/** Trains a model on a series on the calling thread, to be compared with others on the same one. */
public final class KindRun {
  private static final double NANOSECONDS = 1e9;

  private KindRun() {}

  /**
   * The forecast that is kept of a run.
   *
   * @param series index in the set
   * @param seen rows that it has seen
   * @param horizon rows
   */
  public record Look(int series, int seen, int horizon) {}

  /**
   * The run.
   *
   * @param name that it gets
   * @param look empty where no forecast is to be kept
   * @param stopped is asked between two steps
   * @return nothing when it was stopped
   * @throws IllegalArgumentException one sentence, when the model does not fit the data
   */
  public static Optional<KeptRun> of(
      Revision revision, Recipe recipe, String name, Optional<Look> look, BooleanSupplier stopped) {
    Experiment begun = Experiment.of(revision, recipe.model(), recipe.training());
    long start = System.nanoTime();
    Run run = Run.of(begun);
    Training training = run.trainer();
    while (training.status() == Training.Status.READY) {
      if (stopped.getAsBoolean()) return Optional.empty();
      training.step();
    }
    double seconds = (System.nanoTime() - start) / NANOSECONDS;
    Experiment document = run.experiment();
    Trained trained = run.finishAlone();
    return Optional.of(
        new KeptRun(
            name,
            false,
            document.model(),
            document.training(),
            !revision.learned().isEmpty(),
            false,
            training.epoch(),
            seconds,
            KeptCurve.of(document.curve()),
            KeptScore.of(trained.ownScores().list()),
            look.flatMap(
                l ->
                    KeptForecast.of(
                        trained.estimator().forecast(l.series(), l.seen(), l.horizon())))));
  }
}
