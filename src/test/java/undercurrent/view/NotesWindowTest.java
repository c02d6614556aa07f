package undercurrent.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.controlsfx.control.StatusBar;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import undercurrent.experiment.Experiment;
import undercurrent.experiment.Recipe;
import undercurrent.series.ImportChoices;
import undercurrent.series.SeriesFiles;
import undercurrent.series.SeriesSet;

/** What a kind does not look at is said in the window's line of notes, and in its tooltip. */
class NotesWindowTest {
  private final MainWindow window = TestWindows.open();

  @AfterEach
  void close() {
    TestWindows.close(window);
  }

  private Experiment open(boolean uneven, String kind) {
    StringBuilder table = new StringBuilder("t,x\n");
    for (int t = 0; t < 40; t++)
      table.append(uneven ? t * t : t).append(",").append(t % 5).append("\n");
    SeriesSet set = SeriesFiles.open("table.csv", table.toString(), ImportChoices.AUTOMATIC);
    Experiment experiment = Recipe.of(set).with("kind", kind).experiment(set);
    OffScreen.run(() -> window.lab().open(experiment));
    OffScreen.until(() -> window.lab().snapshotProperty().get() != null);
    OffScreen.frames(window.scene(), 2);
    return experiment;
  }

  private StatusBar line() {
    return OffScreen.call(
        () ->
            (StatusBar)
                window.scene().getRoot().lookupAll(".status-bar").stream()
                    .findFirst()
                    .orElseThrow());
  }

  @Test
  void aKindThatCountsRowsSaysSoInTheLineAndItsTooltip() {
    List<String> notes = open(true, "level").notes();
    assertEquals(1, notes.size());
    StatusBar line = line();
    assertTrue(notes.getFirst().contains("the gaps of 't' are uneven"), notes.getFirst());
    assertTrue(line.getText().startsWith(notes.getFirst()), line.getText());
    assertNotNull(line.getTooltip());
    assertEquals(notes.getFirst(), line.getTooltip().getText());
  }

  @Test
  void aKindThatUsesTheTimesSaysNothing() {
    assertEquals(List.of(), open(true, "continuous").notes());
    assertNull(line().getTooltip());
  }
}
