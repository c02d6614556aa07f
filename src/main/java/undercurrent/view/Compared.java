package undercurrent.view;

import java.util.List;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.function.UnaryOperator;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import undercurrent.experiment.Comparisons;
import undercurrent.experiment.Experiment;
import undercurrent.experiment.KeptCurve;
import undercurrent.experiment.KeptForecast;
import undercurrent.experiment.KeptRun;
import undercurrent.experiment.KeptScore;
import undercurrent.experiment.KeptSweep;
import undercurrent.experiment.Trained;
import undercurrent.series.SeriesSet;
import undercurrent.session.Background;
import undercurrent.session.Snapshot;
import undercurrent.session.Viewpoint;
import undercurrent.view.Undo.Before;

/**
 * What is kept to be compared with the training that is open: pinned runs, runs of other kinds, a
 * sweep. It is saved with the document, and every change of it can be taken back.
 */
final class Compared {
  private final Lab lab;
  private final ReadOnlyObjectWrapper<Comparisons> comparisons =
      new ReadOnlyObjectWrapper<>(Comparisons.NONE);
  private final ReadSources sources = new ReadSources();
  private final Steadiness steadiness = new Steadiness();

  /**
   * Scores come later than the run that they are of, also when it was taken back meanwhile; they
   * are kept as long as anything can bring the run back.
   */
  private final WeakHashMap<KeptCurve, Found> found = new WeakHashMap<>();

  /** How many runs scores are being found of. */
  private final ReadOnlyIntegerWrapper awaited = new ReadOnlyIntegerWrapper();

  /**
   * What is found of a run after it was pinned.
   *
   * @param forecast of a run that was pinned before its own was there
   */
  private record Found(List<KeptScore> scores, Optional<KeptForecast> forecast) {
    static Found of(Experiment document, Viewpoint watched, boolean hasForecast) {
      Trained trained = Trained.of(document);
      Optional<KeptForecast> forecast = Optional.empty();
      if (!hasForecast && watched.part().isEmpty()) {
        forecast =
            KeptForecast.of(
                trained.estimator().forecast(watched.series(), watched.seen(), watched.horizon()));
      }
      return new Found(KeptScore.of(trained.ownScores().list()), forecast);
    }
  }

  Compared(Lab lab) {
    this.lab = lab;
  }

  ReadOnlyObjectProperty<Comparisons> comparisonsProperty() {
    return comparisons.getReadOnlyProperty();
  }

  Comparisons now() {
    return comparisons.get();
  }

  /** Where the data of this window came from. */
  ReadSources sources() {
    return sources;
  }

  /** Whether the settings of the training make it again. */
  Steadiness steadiness() {
    return steadiness;
  }

  /** Something is opened. */
  void begin(Experiment opened) {
    steadiness.begin(opened);
    comparisons.set(scored(opened.compared()));
    lab.unsaved().beside(now());
  }

  /** A document was saved, perhaps without what came meanwhile. */
  void saved(Experiment document) {
    if (!now().equals(document.compared())) lab.unsaved().changed(now());
  }

  /** As it was before a change, or after it. */
  void put(Comparisons other) {
    Comparisons next = scored(other);
    comparisons.set(next);
    lab.unsaved().changed(next);
  }

  /** The same with the scores that were found since. */
  private Comparisons scored(Comparisons other) {
    Comparisons scored = other;
    for (int i = 0; i < other.pinned().size(); i++) {
      KeptRun run = other.pinned().get(i);
      Found late = found.get(run.curve());
      if (late == null || !run.scores().isEmpty()) continue;
      scored = scored.changed(i, r -> r.scored(late.scores(), late.forecast()));
    }
    return scored;
  }

  private void change(Comparisons next) {
    lab.changes().remember(new Before.Compared(now()));
    put(next);
  }

  /** Pins the training as it is; its scores come when they are found. */
  void pin() {
    Snapshot looked = lab.snapshotProperty().get();
    if (lab.experiment().isEmpty()) return;
    if (isFull()) {
      lab.troubleProperty().set(Optional.of(Words.of("pinned.full", Comparisons.MOST_RUNS)));
      return;
    }
    if (looked == null || !lab.isTrained()) {
      lab.troubleProperty().set(Optional.of(Words.of("pinned.untrained")));
      return;
    }
    Optional<KeptForecast> forecast =
        looked.beliefs().flatMap(Snapshot.Beliefs::forecast).flatMap(KeptForecast::of);
    boolean turned = steadiness.isTurned();
    var unused =
        lab.document()
            .thenAccept(
                document ->
                    Platform.runLater(
                        () -> {
                          // Something else may have been opened while a step was made.
                          if (!isOpen(document.revision().original()) || isFull()) return;
                          add(document, looked.seconds(), forecast, turned);
                        }));
  }

  /** Whether the data of a run, as they were read, are those that are open. */
  boolean isOpen(SeriesSet read) {
    return lab.experiment().filter(now -> now.revision().original().equals(read)).isPresent();
  }

  private boolean isFull() {
    return now().pinned().size() >= Comparisons.MOST_RUNS;
  }

  private void add(
      Experiment document, double seconds, Optional<KeptForecast> forecast, boolean turned) {
    if (document.checkpoint().isEmpty()) return;
    KeptRun run =
        new KeptRun(
            free(now().pinned()),
            false,
            document.model(),
            document.training(),
            !document.revision().learned().isEmpty(),
            turned,
            document.checkpoint().get().epoch(),
            seconds,
            KeptCurve.of(document.curve()),
            List.of(),
            forecast);
    change(now().and(run));
    Viewpoint watched = lab.viewpoint(document);
    awaited.set(awaited.get() + 1);
    var unused =
        Background.callAside(() -> Found.of(document, watched, run.forecast().isPresent()))
            .whenComplete((late, e) -> Platform.runLater(() -> scored(run, late)));
  }

  /** Scores that cannot be found, of a model that does not fit its own data, stay unknown. */
  private void scored(KeptRun run, @Nullable Found late) {
    if (late != null) found.put(run.curve(), late);
    if (now().pinned().stream().anyMatch(r -> r.curve().equals(run.curve()))) put(now());
    awaited.set(awaited.get() - 1);
  }

  /** How many runs scores are still being found of. */
  ReadOnlyIntegerProperty scoringProperty() {
    return awaited.getReadOnlyProperty();
  }

  /** Whether scores are still being found. */
  boolean isScoring() {
    return awaited.get() > 0;
  }

  private static String free(List<KeptRun> runs) {
    int number = runs.size() + 1;
    while (isTaken(runs, Words.of("pinned.name", number))) number++;
    return Words.of("pinned.name", number);
  }

  private static boolean isTaken(List<KeptRun> runs, String name) {
    return runs.stream().anyMatch(run -> run.name().equals(name));
  }

  /** Changes a pinned run. */
  void change(int index, UnaryOperator<KeptRun> how) {
    change(now().changed(index, how));
  }

  /** Unpins a run. */
  void unpin(int index) {
    change(now().without(index));
  }

  /** Turns the knobs to those of a run, but for those that a lesson holds. */
  void restore(KeptRun run) {
    RestoredSettings restored = RestoredSettings.of(run, lab.knobs());
    lab.turn(restored.model(), restored.training());
    if (restored.held().isEmpty()) return;
    String held = String.join(", ", restored.held());
    lab.troubleProperty().set(Optional.of(Words.of("pinned.held", held)));
  }

  /** Keeps a sweep. */
  void keep(KeptSweep sweep) {
    change(now().of(sweep));
  }

  /** Keeps runs of kinds. */
  void keepKinds(List<KeptRun> runs) {
    change(now().ofKinds(runs));
  }
}
