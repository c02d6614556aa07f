package undercurrent.view;

import java.util.Optional;
import java.util.function.Consumer;
import undercurrent.lesson.Lecture;
import undercurrent.lesson.Lessons;

/** The column of a lesson in pictures: before the prediction, and after a right and a wrong one. */
record GalleryLesson(MainWindow window, Consumer<String> shoot) {
  private static final String ID = "signal-and-noise";

  /** Goes through the first steps of a lesson, and leaves it. */
  void show() {
    // An untrained run is given up without a question.
    OffScreen.run(
        () -> window.lab().open(Lecture.begin(Lessons.of(ID, LessonDesk.language())).opening()));
    OffScreen.run(() -> desk().open(ID));
    OffScreen.until(() -> desk().lecture().isPresent());
    OffScreen.run(() -> desk().next());
    shoot.accept("lesson-question");
    answer(0);
    shoot.accept("lesson-wrong");
    OffScreen.run(() -> desk().next());
    answer(2);
    shoot.accept("lesson-right");
    OffScreen.run(() -> desk().leave());
  }

  private LessonDesk desk() {
    return window.controller().desk();
  }

  private void answer(double choice) {
    OffScreen.run(
        () -> {
          desk().choose(Optional.of(choice));
          desk().act();
        });
    OffScreen.until(() -> desk().lecture().flatMap(Lecture::outcome).isPresent());
  }
}
