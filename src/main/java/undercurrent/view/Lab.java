package undercurrent.view;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import undercurrent.edit.Revision;
import undercurrent.experiment.Comparisons;
import undercurrent.experiment.Experiment;
import undercurrent.kind.ChosenModel;
import undercurrent.series.SeriesSet;
import undercurrent.session.ExperimentSource;
import undercurrent.session.RecoveredWork;
import undercurrent.session.Session;
import undercurrent.session.Snapshot;
import undercurrent.session.Snapshot.State;
import undercurrent.session.Viewpoint;
import undercurrent.training.Moment;
import undercurrent.training.StepTrace;
import undercurrent.training.TrainingSettings;

/**
 * What the window is about: the experiment that is open, its session, the knobs, and what is looked
 * at. All of it lives on the screen's thread.
 */
final class Lab {
  private final ReadOnlyObjectWrapper<@Nullable Experiment> opened = new ReadOnlyObjectWrapper<>();
  private final Knobs knobs = new Knobs();
  private final ObjectProperty<Optional<String>> trouble =
      new SimpleObjectProperty<>(Optional.empty());
  private final TimeCursor cursor = new TimeCursor();
  private final WindowPreferences preferences = new WindowPreferences();
  private final Selection selection = new Selection();
  private final LiveSession live = new LiveSession(this);
  private final Changes changes = new Changes(this);
  private final DataEdits edits = new DataEdits(this);
  private final ByHand byHand = new ByHand(this);
  private final Compared compared = new Compared(this);
  private final Replay replay = new Replay();
  private final LinearComparison beside;
  private final UnsavedWork unsaved;

  /** One that keeps nothing beside. */
  Lab() {
    this(Optional.empty());
  }

  /**
   * Made.
   *
   * @param recoveries the folder where what is unsaved is kept beside
   */
  Lab(Optional<Path> recoveries) {
    unsaved =
        new UnsavedWork(
            recoveries, words -> Platform.runLater(() -> trouble.set(Optional.of(words))));
    beside = new LinearComparison(this);
    selection.seriesProperty().addListener((o, before, now) -> watch());
    Stream.of(selection.seriesProperty(), selection.channelProperty())
        .forEach(looked -> looked.addListener((o, before, now) -> unsaved.look(selection.view())));
    selection.seenShareProperty().addListener((o, before, now) -> watch());
    preferences.speedProperty().addListener((o, before, now) -> pace());
    replay.momentProperty().addListener((o, before, now) -> live.expect());
  }

  /** What is open; its settings are those that the training started with. */
  ReadOnlyObjectProperty<@Nullable Experiment> openedProperty() {
    return opened.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<@Nullable Snapshot> snapshotProperty() {
    return live.snapshotProperty();
  }

  /** The settings as they are turned in the window. */
  Knobs knobs() {
    return knobs;
  }

  /** The linear model beside the deep one. */
  LinearComparison beside() {
    return beside;
  }

  /** A sentence that the person should read. */
  ObjectProperty<Optional<String>> troubleProperty() {
    return trouble;
  }

  /** The moment of time that all plots mark. */
  ObjectProperty<OptionalDouble> cursorProperty() {
    return cursor.shownProperty();
  }

  /** The same, and where its line rests. */
  TimeCursor cursor() {
    return cursor;
  }

  /** What the person chose for the window. */
  WindowPreferences preferences() {
    return preferences;
  }

  /** The part of the data that is watched. */
  Selection selection() {
    return selection;
  }

  /** Earlier epochs of the training. */
  Replay replay() {
    return replay;
  }

  /** The edits of the data. */
  DataEdits edits() {
    return edits;
  }

  /** Parameters that are set by hand. */
  ByHand byHand() {
    return byHand;
  }

  /** What is kept to be compared with the training. */
  Compared compared() {
    return compared;
  }

  /** What can be taken back. */
  Changes changes() {
    return changes;
  }

  /** True when a knob was turned, or the data were edited, and only a new training learns it. */
  BooleanBinding restartNeeded() {
    BooleanBinding edited = Bindings.createBooleanBinding(edits::isAhead, edits.revisionProperty());
    return knobs.restartNeeded(opened).or(edited);
  }

  Optional<Experiment> experiment() {
    return Optional.ofNullable(opened.get());
  }

  Optional<State> state() {
    return Optional.ofNullable(snapshotProperty().get()).map(Snapshot::state);
  }

  /** What no file has of what is open. */
  UnsavedWork unsaved() {
    return unsaved;
  }

  /** Opens an experiment in place of the one that is open, which undo brings back as it was. */
  void open(Experiment experiment) {
    open(experiment, ExperimentSource.NONE);
  }

  void open(Experiment experiment, ExperimentSource source) {
    if (live.isOpen()) changes.replacing();
    replace(experiment, source);
  }

  /** The same for what an earlier window left, which is from now on kept for this one. */
  void restore(RecoveredWork left) {
    if (live.isOpen()) changes.replacing();
    replace(left.experiment(), begun -> unsaved.begin(begun, left));
  }

  void replace(Experiment experiment, ExperimentSource source) {
    replace(experiment, begun -> unsaved.begin(begun, experiment, source));
  }

  private void replace(Experiment experiment, Consumer<Session> begin) {
    SeriesSet read = experiment.revision().original();
    boolean sameData = experiment().filter(e -> e.revision().original().equals(read)).isPresent();
    live.end();
    cursor.rest(OptionalDouble.empty());
    // What is watched changes while nothing is open, so that no request lies beyond the end.
    opened.set(null);
    if (!sameData) selection.begin(experiment);
    knobs.set(experiment.model(), experiment.training());
    edits.begin(experiment);
    byHand.begin();
    compared.begin(experiment);
    opened.set(experiment);
    Session session = new Session(experiment);
    live.begin(session);
    begin.accept(session);
    replay.begin(session);
    pace();
    watch();
  }

  void play() {
    replay.leave();
    byHand.release();
    live.order(Session::play);
  }

  void pause() {
    live.order(Session::pause);
  }

  void step() {
    replay.leave();
    byHand.release();
    live.order(Session::step);
  }

  /** True when the training has made a step. */
  boolean isTrained() {
    Snapshot now = snapshotProperty().get();
    return now != null && now.step() > 0;
  }

  /** Makes a step and gives its numbers, where the model has weights. */
  CompletableFuture<Optional<StepTrace>> tracedStep() {
    replay.leave();
    return live.ask(Session::tracedStep)
        .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty()));
  }

  /** The model that figures are drawn from: an earlier one, or the newest. */
  CompletableFuture<Moment> moment() {
    Optional<Moment> earlier = replay.momentProperty().get();
    if (earlier.isPresent()) return CompletableFuture.completedFuture(earlier.get());
    return live.ask(Session::moment).orElseGet(CompletableFuture::new);
  }

  /** Starts over with the knobs as they are. */
  void restart() {
    Experiment now = opened.get();
    if (now == null) return;
    Experiment fresh = fresh(now, edits.revisionProperty().get().orElse(now.revision()).begun());
    boolean changed =
        !fresh.model().equals(now.model())
            || !knobs.training().equals(now.training())
            || !fresh.revision().equals(now.revision());
    open(fresh, unsaved.startedOver(changed));
  }

  private Experiment fresh(Experiment now, Revision revision) {
    return Experiment.of(revision, knobs.model(), knobs.training())
        .withView(Steadiness.begun(now.view()))
        .withCompared(compared.now());
  }

  /** What has not been trained begins with other edits; the edits themselves can be undone. */
  void beginWith(Revision revision) {
    experiment().ifPresent(now -> replace(fresh(now, revision), unsaved.startedOver(true)));
  }

  /** The data are edited, and looked at as they are. */
  void look(Revision revision) {
    live.order(s -> s.revise(revision));
    watch();
  }

  /** Puts the knobs back to what the training runs with. */
  void undoKnobs() {
    Experiment now = opened.get();
    if (now == null) return;
    knobs.putBack(now);
    edits.takeBack();
  }

  /** Turns knobs; the live ones reach the training at once. */
  void turn(ChosenModel<?> newModel, TrainingSettings newTraining) {
    turn(newModel, newTraining, false);
  }

  /**
   * The same.
   *
   * @param continues whether it belongs to the change before, with which it is taken back
   */
  void turn(ChosenModel<?> newModel, TrainingSettings newTraining, boolean continues) {
    if (!continues) changes.turning();
    set(newModel, newTraining);
  }

  void set(ChosenModel<?> newModel, TrainingSettings newTraining) {
    compared.steadiness().turned(snapshotProperty().get(), newTraining);
    knobs.set(newModel, newTraining);
    live.order(s -> s.adjust(newTraining));
    pace();
  }

  /** Takes the last change back. */
  void undo() {
    changes.back();
  }

  /** Does again what was taken back. */
  void redo() {
    changes.forth();
  }

  /** The document as it is now, with what is watched. */
  CompletableFuture<Experiment> document() {
    Map<String, String> view = compared.steadiness().view(selection.view());
    Comparisons beside = compared.now();
    return live.ask(Session::experiment)
        .orElseGet(CompletableFuture::new)
        .thenApply(e -> e.withView(view).withCompared(beside));
  }

  /** Ends the training thread; what is unsaved is given up. */
  void close() {
    live.close();
    unsaved.close();
  }

  void watch() {
    Experiment now = opened.get();
    if (now == null || !live.isOpen()) return;
    Viewpoint viewpoint = viewpoint(now);
    replay.look(viewpoint);
    live.watch(viewpoint);
  }

  /** What is looked at of an experiment that is open. */
  Viewpoint viewpoint(Experiment now) {
    return selection
        .viewpoint(now.data())
        .on(edits.revisionProperty().get().orElse(now.revision()))
        .by(byHand.model());
  }

  private void pace() {
    Speed speed = preferences.speedProperty().get();
    double most = speed.epochsPerSecond(knobs.training());
    live.order(s -> s.pace(most));
    replay.fast(speed == Speed.FAST);
  }
}
