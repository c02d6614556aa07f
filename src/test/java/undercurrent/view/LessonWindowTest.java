package undercurrent.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.DialogPane;
import javafx.scene.control.RadioButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import undercurrent.experiment.Experiment;
import undercurrent.experiment.Recipe;
import undercurrent.lesson.Lecture;
import undercurrent.lesson.Lessons;
import undercurrent.lesson.Outcome;
import undercurrent.lesson.Rehearsal;
import undercurrent.series.SeriesSet;
import undercurrent.series.SineFamily;
import undercurrent.training.Workers;

/** A lesson in the window: predicted, played, compared, and left. */
final class LessonWindowTest {
  private static final String NILE = "signal-and-noise";
  private final MainWindow window = TestWindows.open();
  private final Lab lab = window.lab();
  @TempDir private Path folder = Path.of("");

  @AfterEach
  void close() {
    TestWindows.close(window);
  }

  private LessonDesk desk() {
    return window.controller().desk();
  }

  private Node find(String id) {
    return Objects.requireNonNull(window.scene().lookup("#" + id), id);
  }

  private void press(String id) {
    OffScreen.run(() -> ((Button) find(id)).fire());
  }

  private void begin(String id) {
    OffScreen.run(() -> desk().open(id));
    untilBegun();
  }

  private void untilBegun() {
    OffScreen.until(() -> desk().lecture().isPresent());
    OffScreen.frames(window.scene(), 2);
  }

  private void choose(int choice) {
    OffScreen.run(() -> ((RadioButton) find("lesson-choice-" + choice)).fire());
  }

  private Outcome outcome() {
    OffScreen.until(() -> desk().lecture().flatMap(Lecture::outcome).isPresent());
    OffScreen.frames(window.scene(), 2);
    return OffScreen.call(() -> desk().lecture().flatMap(Lecture::outcome).orElseThrow());
  }

  /** The count of the window is that of the command line, and both are the program's. */
  private void answersAs(int choice, boolean isRight) {
    begin(NILE);
    press("lesson-next");
    choose(choice);
    press("lesson-act");
    Outcome.Judgement judged = outcome().judgement().orElseThrow();
    assertEquals(isRight, judged.isRight());
    Rehearsal.Done rehearsed =
        new Rehearsal(Lecture.begin(Lessons.of(NILE, "en")), Workers.ALONE)
            .work(List.of(), done -> {})
            .get(1);
    double truth = rehearsed.outcome().flatMap(Outcome::judgement).orElseThrow().truth();
    assertEquals(truth, judged.truth());
    String said = OffScreen.call(() -> LessonTexts.of(find("lesson-reply")));
    assertTrue(said.contains(Integer.toString((int) truth)), said);
    assertTrue(said.contains(Words.of(isRight ? "lesson.right" : "lesson.wrong")), said);
  }

  @Test
  void aRightAnswerIsToldSo() {
    answersAs(3, true);
  }

  @Test
  void aWrongAnswerIsToldSo() {
    answersAs(1, false);
  }

  @Test
  void playWaitsForThePrediction() {
    begin(NILE);
    press("lesson-next");
    OffScreen.run(() -> window.controller().playOrPause());
    assertEquals(Optional.of(Words.of("lesson.first")), lab.troubleProperty().get());
    assertFalse(OffScreen.call(lab::isTrained));
    choose(2);
    OffScreen.run(() -> window.controller().playOrPause());
    assertFalse(outcome().judgement().orElseThrow().isRight());
  }

  /** The run of the next step is opened with the pins beside it, and no file has them yet. */
  @Test
  void pinsOfALessonAreNotTakenForSaved() {
    begin("trust");
    press("lesson-act");
    outcome();
    OffScreen.run(lab.compared()::pin);
    OffScreen.until(lab.unsaved()::isCompared);
    press("lesson-next");
    choose(1);
    press("lesson-act");
    outcome();
    assertEquals(1, OffScreen.call(() -> lab.compared().now().pinned().size()));
    assertTrue(OffScreen.call(lab.unsaved()::isCompared));
  }

  @Test
  void settingsAreHiddenAndLockedAndComeBack() {
    SeriesSet set = new SineFamily(10, 30, 0.1).generate(1);
    Experiment own = Recipe.of(set).with("hiddenUnits", 4).with("epochs", 3).experiment(set);
    OffScreen.run(() -> window.scene().getWindow().setWidth(1920));
    OffScreen.run(() -> lab.open(own));
    OffScreen.frames(window.scene(), 3);
    begin(NILE);
    assertTrue(OffScreen.call(() -> find("knob-kind").isDisabled()));
    assertFalse(OffScreen.call(() -> isShown("knob-seed")));
    press("lesson-leave");
    OffScreen.until(() -> lab.experiment().filter(e -> e.data().equals(set)).isPresent());
    OffScreen.frames(window.scene(), 3);
    assertEquals(own.model(), lab.knobs().model());
    assertFalse(OffScreen.call(() -> find("knob-kind").isDisabled()));
    assertTrue(OffScreen.call(() -> isShown("knob-seed")));
    assertTrue(OffScreen.call(() -> window.scene().lookup("#lesson") == null));
  }

  private boolean isShown(String id) {
    Node node = window.scene().lookup("#" + id);
    while (node != null && node.isVisible()) node = node.getParent();
    return node == null && window.scene().lookup("#" + id) != null;
  }

  @Test
  void whatIsNotSavedIsAskedForFirst() {
    SeriesSet set = new SineFamily(10, 30, 0.1).generate(1);
    TestWindows.train(
        window, Recipe.of(set).with("hiddenUnits", 4).with("epochs", 3).experiment(set));
    OffScreen.run(() -> desk().open(NILE));
    OffScreen.until(() -> TestWindows.dialogs(window).findAny().isPresent());
    assertTrue(OffScreen.call(() -> desk().lecture().isEmpty()));
    DialogPane pane = OffScreen.call(() -> TestWindows.dialogs(window).findFirst().orElseThrow());
    ButtonType discard =
        pane.getButtonTypes().stream()
            .filter(b -> b.getText().equals(Words.of("closing.discard")))
            .findFirst()
            .orElseThrow();
    OffScreen.run(() -> ((Button) pane.lookupButton(discard)).fire());
    untilBegun();
    press("lesson-leave");
    // What was given up for the lesson is there again, with its weights.
    OffScreen.until(() -> lab.experiment().filter(e -> e.checkpoint().isPresent()).isPresent());
    assertEquals(set, lab.experiment().orElseThrow().data());
  }

  @Test
  void aPersonsOwnLessonOpensAsAFileDoes() throws IOException {
    Files.writeString(
        folder.resolve("own.lesson.json"),
        """
        {"lesson": 1, "data": {"sample": "nile"}, "settings": {"kind": "level"},
         "steps": [{"id": "one", "play": 5}]}
        """);
    Files.writeString(folder.resolve("own.lesson.md"), "# Mine\n\n## one: First\n\n$x_t$ rises.\n");
    OffScreen.run(() -> window.controller().files().open(folder.resolve("own.lesson.md")));
    untilBegun();
    assertEquals("Mine", OffScreen.call(() -> desk().lecture().orElseThrow().lesson().title()));
  }

  @Test
  void anEquationThatCannotBeTypesetIsNamedWithItsLine() throws IOException {
    Files.writeString(
        folder.resolve("own.lesson.json"),
        """
        {"lesson": 1, "data": {"sample": "nile"}, "steps": [{"id": "one"}]}
        """);
    Files.writeString(
        folder.resolve("own.lesson.md"), "# Mine\n\n## one: First\n\n$\\\\foo{x}$ rises.\n");
    OffScreen.run(() -> window.controller().files().open(folder));
    OffScreen.until(() -> lab.troubleProperty().get().isPresent());
    String said = lab.troubleProperty().get().orElseThrow();
    assertTrue(said.startsWith("own.lesson.md, line 5: "), said);
  }
}
