package undercurrent.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import undercurrent.lesson.Outcome.Judgement;
import undercurrent.training.Workers;

/** The lessons that come along, each worked through with right and with wrong answers. */
final class ShippedLessonsTest {
  private static final int FEWEST = 12;
  private static final double LONGEST_SECONDS = 120;

  static List<String> ids() {
    return Lessons.ids();
  }

  @Test
  void eachLeadsToTheNext() {
    Set<String> met = new LinkedHashSet<>();
    Optional<Lesson> at = Optional.of(Lessons.of(ids().getFirst(), "en"));
    while (at.isPresent()) {
      assertTrue(met.add(at.get().id()), at.get().id());
      at = Lessons.after(at.get(), "en");
    }
    assertEquals(ids(), List.copyOf(met));
    assertTrue(met.size() >= FEWEST);
  }

  @ParameterizedTest
  @MethodSource("ids")
  void everyQuestionTellsRightAnswersFromWrongOnes(String id) {
    Lesson lesson = Lessons.of(id, "en");
    List<Rehearsal.Done> done =
        new Rehearsal(Lecture.begin(lesson), Workers.ALONE).work(List.of(), step -> {});
    assertEquals(lesson.steps().size(), done.size());
    long questions = lesson.steps().stream().filter(s -> s.question().isPresent()).count();
    assertTrue(questions >= 2, id);
    List<Double> wrong = new ArrayList<>();
    for (Rehearsal.Done step : done) {
      assertTrue(step.seconds() < LONGEST_SECONDS, step.step().id());
      if (step.step().question().isEmpty()) continue;
      String place = id + ", " + step.step().id();
      assertEquals(1, step.takenAsRight().size(), place);
      assertFalse(step.takenAsWrong().isEmpty(), place);
      assertTrue(judgement(step).isRight(), place);
      wrong.add(step.takenAsWrong().getFirst());
    }
    assertFalse(wrong.isEmpty());
  }

  /** Wrong answers to a short lesson, given one after the other. */
  @Test
  void wrongAnswersAreJudgedByTheSameNumbers() {
    List<Rehearsal.Done> right = work(List.of());
    List<Double> answers = new ArrayList<>();
    for (Rehearsal.Done step : right) {
      if (!step.takenAsWrong().isEmpty()) answers.add(step.takenAsWrong().getFirst());
    }
    List<Rehearsal.Done> wrong = work(answers);
    for (int i = 0; i < right.size(); i++) {
      if (right.get(i).step().question().isEmpty()) continue;
      assertEquals(judgement(right.get(i)).truth(), judgement(wrong.get(i)).truth());
      assertTrue(judgement(right.get(i)).isRight());
      assertFalse(judgement(wrong.get(i)).isRight());
    }
  }

  private static List<Rehearsal.Done> work(List<Double> answers) {
    Lecture lecture = Lecture.begin(Lessons.of("signal-and-noise", "en"));
    return new Rehearsal(lecture, Workers.ALONE).work(answers, step -> {});
  }

  private static Judgement judgement(Rehearsal.Done step) {
    return step.outcome().flatMap(Outcome::judgement).orElseThrow();
  }
}
