package undercurrent.view;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.jspecify.annotations.Nullable;
import undercurrent.experiment.Experiment;
import undercurrent.lesson.Controls;
import undercurrent.lesson.Lecture;
import undercurrent.lesson.Lesson;
import undercurrent.lesson.Lessons;
import undercurrent.lesson.Outcome;
import undercurrent.session.Background;
import undercurrent.session.ExperimentSource;
import undercurrent.session.Snapshot;
import undercurrent.session.Snapshot.State;
import undercurrent.text.Language;

/**
 * The lesson that is worked through in the window: it opens runs as a person would, waits for their
 * end, and compares. What it changed in the window is put back when it is left.
 */
final class LessonDesk {
  private static final Set<State> ENDED = EnumSet.of(State.FINISHED, State.STOPPED_EARLY);

  private final Lab lab;
  private final FileTasks tasks;
  private final WindowFigures figures;
  private final UnsavedQuestion unsaved;
  private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();
  private Optional<Lecture> lecture = Optional.empty();
  private Optional<Before> before = Optional.empty();
  private Optional<Double> chosen = Optional.empty();
  private boolean trains;
  private boolean compares;

  /** What was open, and which figure was chosen. */
  private record Before(
      CompletableFuture<Experiment> document, ExperimentSource source, String curve) {}

  /** Without a lesson. */
  LessonDesk(Lab lab, FileTasks tasks, WindowFigures figures, UnsavedQuestion unsaved) {
    this.lab = lab;
    this.tasks = tasks;
    this.figures = figures;
    this.unsaved = unsaved;
    lab.snapshotProperty().addListener((o, was, now) -> heard(now));
    lab.openedProperty()
        .addListener(
            (o, was, now) -> {
              // Something else was opened than the run of the step.
              if (trains && now != null) end();
            });
  }

  /** Counts what has changed in the lesson: each change is another number. */
  ReadOnlyIntegerProperty changesProperty() {
    return changes.getReadOnlyProperty();
  }

  private void changed() {
    changes.set(changes.get() + 1);
  }

  Optional<Lecture> lecture() {
    return lecture;
  }

  /** Whether the step's run is being trained or compared. */
  boolean isBusy() {
    return trains || compares;
  }

  /** Opens one that comes along. */
  void open(String id) {
    read(id, () -> Lessons.of(id, language()));
  }

  /** Opens a person's own. */
  void open(Path file) {
    read(String.valueOf(file.getFileName()), () -> Lessons.open(file, language()));
  }

  /** Goes to the lesson that follows. */
  void openNext() {
    Lesson now = lecture.orElseThrow().lesson();
    read(now.next(), () -> Lessons.after(now, language()).orElseThrow());
  }

  private void read(String name, Callable<Lesson> lesson) {
    tasks.inBackground(
        name,
        () -> {
          Lecture begun = Lecture.begin(lesson.call());
          LessonBlocks.requireEquations(begun.lesson());
          return begun;
        },
        begun -> {
          if (lecture.isPresent()) begin(begun);
          else unsaved.ask(Words.of("lesson.unsaved"), () -> begin(begun));
        });
  }

  private void begin(Lecture begun) {
    if (before.isEmpty() && lab.experiment().isPresent()) {
      String curve = figures.controls().curves().getValue().id();
      before = Optional.of(new Before(lab.document(), lab.unsaved().source(), curve));
    }
    end();
    lecture = Optional.of(begun);
    lab.knobs().controlsProperty().set(begun.lesson().controls());
    lab.open(begun.opening());
    show();
  }

  /** The step has changed. */
  private void show() {
    chosen = Optional.empty();
    lecture.ifPresent(l -> l.step().show().forEach(this::choose));
    changed();
  }

  /** Shows a figure by its name, if it is one of several in its place. */
  private void choose(String figure) {
    FigureArrangement places = figures.places();
    choose(figures.controls().curves(), places.curve(), figure);
    choose(figures.controls().observations(), places.observed(), figure);
    choose(figures.controls().frames(), places.plane(), figure);
  }

  private void choose(FigureChoice choice, FigurePane pane, String figure) {
    if (!choice.offered().contains(figure)) return;
    choice.choose(figure);
    figures.places().bringForward(pane);
  }

  /** Leaves the lesson; what was open before it is opened again, which undo takes back. */
  void leave() {
    if (lecture.isEmpty()) return;
    end();
    lecture = Optional.empty();
    lab.knobs().controlsProperty().set(Controls.ALL);
    Optional<Before> then = before;
    before = Optional.empty();
    changed();
    then.ifPresent(this::bringBack);
  }

  private void bringBack(Before then) {
    lab.pause();
    var unused =
        then.document()
            .thenAccept(
                experiment ->
                    Platform.runLater(
                        () -> {
                          lab.open(experiment, then.source());
                          choose(then.curve());
                        }));
  }

  void next() {
    lecture.ifPresent(Lecture::next);
    show();
  }

  void previous() {
    lecture.ifPresent(Lecture::previous);
    show();
  }

  /** Chooses an answer, which counts as soon as Play is pressed. */
  void choose(Optional<Double> answer) {
    chosen = answer;
  }

  /** Whether Play means the run of the step. */
  boolean takesPlay() {
    return !isBusy()
        && lecture.filter(l -> l.awaitsOutcome() && l.step().epochs().isPresent()).isPresent();
  }

  /** Whether the step waits for an answer that is not chosen yet. */
  boolean awaitsChoice() {
    return chosen.isEmpty() && lecture.filter(Lecture::awaitsAnswer).isPresent();
  }

  /** Keeps the answer that is chosen, and trains the run of the step, or compares it at once. */
  void act() {
    Lecture now = lecture.orElseThrow();
    if (isBusy() || !now.awaitsOutcome()) return;
    if (awaitsChoice()) {
      tasks.say(Words.of("lesson.first"));
      return;
    }
    lab.troubleProperty().set(Optional.empty());
    if (now.awaitsAnswer()) chosen.ifPresent(now::answer);
    if (now.step().epochs().isEmpty()) {
      compare(now, CompletableFuture.completedFuture(Optional.empty()));
      return;
    }
    // Pins that no file has stay unsaved beside the run of the step.
    boolean isUnsaved = lab.unsaved().isCompared();
    lab.open(
        now.prepared().withCompared(lab.compared().now()),
        new ExperimentSource(Optional.empty(), isUnsaved));
    trains = true;
    now.step().show().forEach(this::choose);
    lab.play();
    changed();
  }

  private void heard(@Nullable Snapshot snapshot) {
    if (!trains || snapshot == null) return;
    if (ENDED.contains(snapshot.state())) {
      trains = false;
      compare(lecture.orElseThrow(), lab.document().thenApply(Optional::of));
    } else if (snapshot.state() == State.DIVERGED || snapshot.state() == State.FAILED) {
      end();
    }
  }

  private void compare(Lecture now, CompletableFuture<Optional<Experiment>> document) {
    compares = true;
    changed();
    CompletableFuture<Outcome> judged =
        document.thenCompose(trained -> Background.call(() -> now.judge(trained)));
    var unused = judged.whenComplete((outcome, e) -> Platform.runLater(() -> compared(now)));
    tasks.inBackground(
        now.lesson().file(),
        judged,
        outcome -> {
          now.accept(outcome);
          changed();
        });
  }

  private void compared(Lecture now) {
    if (!lecture.equals(Optional.of(now))) return;
    compares = false;
    changed();
  }

  /** No run is waited for any more. */
  private void end() {
    trains = false;
    compares = false;
    changed();
  }

  /** That of the window, in which lessons are read where they have it. */
  static String language() {
    return Language.chosen().code();
  }
}
