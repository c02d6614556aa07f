package undercurrent.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import undercurrent.experiment.Recipe;
import undercurrent.lesson.Lecture;
import undercurrent.lesson.Lessons;
import undercurrent.lesson.Outcome;
import undercurrent.lesson.Question;
import undercurrent.lesson.Rehearsal;
import undercurrent.lesson.Step;
import undercurrent.series.SeriesSet;
import undercurrent.series.SineFamily;
import undercurrent.training.Workers;

/**
 * Every lesson from its first to its last step in a window, with its buttons: each question is
 * answered wrong once and right once, and the window has the numbers of the command line.
 */
final class LessonsInWindowTest {
  private static final List<String> SHORT = List.of("signal-and-noise", "conditioning", "trust");
  private final MainWindow window = TestWindows.open();

  @AfterEach
  void close() {
    TestWindows.close(window);
  }

  /** All of them where they are asked for; otherwise those whose trainings take no time. */
  static List<String> ids() {
    return System.getProperty("lessons", "").equals("all") ? Lessons.ids() : SHORT;
  }

  private LessonDesk desk() {
    return window.controller().desk();
  }

  private Node find(String id) {
    return Objects.requireNonNull(window.scene().lookup("#" + id), id);
  }

  private void press(String id) {
    OffScreen.run(() -> ((Button) find(id)).fire());
    OffScreen.frames(window.scene(), 1);
  }

  private Lecture lecture() {
    return OffScreen.call(() -> desk().lecture().orElseThrow());
  }

  @ParameterizedTest
  @MethodSource("ids")
  void everyQuestionIsAnsweredRightAndWrong(String id) {
    List<Rehearsal.Done> rehearsed =
        new Rehearsal(Lecture.begin(Lessons.of(id, "en")), Workers.ALONE)
            .work(List.of(), done -> {});
    SeriesSet own = new SineFamily(10, 30, 0.1).generate(1);
    OffScreen.run(() -> window.lab().open(Recipe.of(own).experiment(own)));
    for (boolean isRight : new boolean[] {false, true}) {
      OffScreen.run(() -> desk().open(id));
      OffScreen.until(() -> desk().lecture().filter(l -> l.index() == 0).isPresent());
      OffScreen.frames(window.scene(), 2);
      for (int i = 0; i < rehearsed.size(); i++) {
        assertEquals(i, lecture().index());
        step(rehearsed.get(i), isRight, id);
        if (i < rehearsed.size() - 1) press("lesson-next");
      }
      assertTrue(lecture().isOver());
      press("lesson-leave");
      assertTrue(OffScreen.call(() -> desk().lecture().isEmpty()));
      // What was open before is open again.
      OffScreen.until(
          () -> window.lab().experiment().filter(e -> e.data().equals(own)).isPresent());
    }
    assertEquals(Optional.empty(), window.lab().troubleProperty().get());
  }

  private void step(Rehearsal.Done rehearsed, boolean isRight, String id) {
    Step step = rehearsed.step();
    if (rehearsed.outcome().isEmpty()) return;
    String place = id + ", " + step.id();
    assertTrue(OffScreen.call(() -> find("lesson-next").isDisabled()), place);
    step.question()
        .ifPresent(
            question ->
                answer(
                    question,
                    isRight
                        ? rehearsed.takenAsRight().getFirst()
                        : rehearsed.takenAsWrong().getFirst()));
    press("lesson-act");
    OffScreen.until(() -> desk().lecture().flatMap(Lecture::outcome).isPresent());
    OffScreen.frames(window.scene(), 2);
    Outcome outcome = lecture().outcome().orElseThrow();
    Outcome expected = rehearsed.outcome().orElseThrow();
    assertEquals(expected.numbers(), outcome.numbers(), place);
    if (step.question().isEmpty()) return;
    assertEquals(
        expected.judgement().orElseThrow().truth(), outcome.judgement().orElseThrow().truth());
    assertEquals(isRight, outcome.judgement().orElseThrow().isRight(), place);
    String said = OffScreen.call(() -> LessonTexts.of(find("lesson-reply")));
    assertTrue(said.contains(Words.of(isRight ? "lesson.right" : "lesson.wrong")), said);
    assertFalse(said.contains("NaN"), said);
  }

  private void answer(Question question, double answer) {
    OffScreen.run(
        () -> {
          if (question.isChoice()) {
            ((RadioButton) find("lesson-choice-" + ((int) answer + 1))).fire();
          } else {
            ((TextField) find("lesson-number")).setText(Double.toString(answer));
          }
        });
  }
}
