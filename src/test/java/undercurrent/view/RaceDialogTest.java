package undercurrent.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Objects;
import javafx.scene.control.Button;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import undercurrent.experiment.Recipe;
import undercurrent.series.Samples;
import undercurrent.series.SeriesSet;

/** The lesson of inference networks in the window: its lines, and the race of all five. */
final class RaceDialogTest {
  private final MainWindow window = TestWindows.open();

  @AfterEach
  void close() {
    TestWindows.close(window);
  }

  private Button race() {
    return (Button) Objects.requireNonNull(window.scene().lookup("#race"));
  }

  @Test
  void theLessonOffersTheLinesAndBesideThemTheRace() {
    SeriesSet lesson = Samples.find("lesson-networks").orElseThrow().open();
    OffScreen.run(() -> window.lab().open(Recipe.of(lesson).experiment(lesson)));
    OffScreen.until(() -> window.lab().experiment().isPresent());
    assertFalse(OffScreen.call(() -> race().isVisible()));
    OffScreen.run(() -> window.controller().figures().controls().curves().choose("limits"));
    assertTrue(OffScreen.call(() -> race().isVisible()));
    OffScreen.run(() -> window.controller().figures().controls().curves().choose("elbo"));
    assertFalse(OffScreen.call(() -> race().isVisible()));
  }

  @Test
  void fiveNetworksAreTrainedAndShown() {
    RaceDialog dialog =
        OffScreen.call(() -> RaceDialog.show(window.lab(), window.scene().getWindow()));
    OffScreen.run(() -> dialog.start(20, 10, 2));
    assertFalse(OffScreen.call(dialog::isIdle));
    OffScreen.until(dialog::isIdle);
    assertEquals(5, OffScreen.call(dialog::begun));
    OffScreen.run(dialog::close);
  }

  /** A dialog that is closed ends its training. */
  @Test
  void closingEndsTheRace() {
    RaceDialog dialog =
        OffScreen.call(() -> RaceDialog.show(window.lab(), window.scene().getWindow()));
    OffScreen.run(() -> dialog.start(40, 10, 100_000));
    OffScreen.until(() -> dialog.begun() == 1);
    OffScreen.run(dialog::close);
    OffScreen.until(dialog::isIdle);
    assertEquals(1, OffScreen.call(dialog::begun));
  }
}
