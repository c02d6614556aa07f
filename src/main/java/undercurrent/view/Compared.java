package undercurrent.view;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import undercurrent.experiment.Comparisons;
import undercurrent.experiment.Experiment;
import undercurrent.experiment.KeptCurve;
import undercurrent.experiment.KeptForecast;
import undercurrent.experiment.KeptRun;
import undercurrent.experiment.KeptScore;
import undercurrent.experiment.KeptSweep;
import undercurrent.experiment.Trained;
import undercurrent.session.Background;
import undercurrent.session.Snapshot;
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

  /** Scores come later than the run that they are of, also when it was taken back meanwhile. */
  private final Map<KeptCurve, List<KeptScore>> scores = new IdentityHashMap<>();

  private int awaited;

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
    comparisons.set(opened.compared());
    lab.unsaved().beside(opened.compared());
  }

  /** A document was saved, perhaps without what came meanwhile. */
  void saved(Experiment document) {
    if (!now().equals(document.compared())) lab.unsaved().changed(now());
  }

  /** As it was before a change, or after it. */
  void put(Comparisons other) {
    Comparisons scored = other;
    for (int i = 0; i < other.pinned().size(); i++) {
      KeptRun run = other.pinned().get(i);
      List<KeptScore> found = scores.get(run.curve());
      if (found != null && run.scores().isEmpty()) scored = scored.changed(i, r -> r.scored(found));
    }
    comparisons.set(scored);
    lab.unsaved().changed(scored);
  }

  private void change(Comparisons next) {
    lab.changes().remember(new Before.Compared(now()));
    put(next);
  }

  /** Pins the training as it is; its scores come when they are found. */
  void pin() {
    Snapshot looked = lab.snapshotProperty().get();
    if (lab.experiment().isEmpty()) return;
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
                    Platform.runLater(() -> add(document, looked.seconds(), forecast, turned)));
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
    awaited++;
    var unused =
        Background.callAside(() -> KeptScore.of(Trained.of(document).ownScores().list()))
            .whenComplete((found, e) -> Platform.runLater(() -> scored(run, found)));
  }

  /** Scores that cannot be found, of a model that does not fit its own data, stay unknown. */
  private void scored(KeptRun run, List<KeptScore> found) {
    awaited--;
    if (found == null) return;
    scores.put(run.curve(), found);
    if (now().pinned().stream().anyMatch(r -> r.curve() == run.curve())) put(now());
  }

  /** Whether scores are still being found. */
  boolean isScoring() {
    return awaited > 0;
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

  /** Turns the knobs to those of a run. */
  void restore(KeptRun run) {
    lab.turn(run.model(), run.training());
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
