package undercurrent.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The words of the status line are whole in the smallest window with the largest letters. */
final class StatusLineTest {
  private final MainWindow window = TestWindows.open();
  private final StatusLine line =
      OffScreen.call(() -> (StatusLine) window.scene().lookup(".status-bar"));

  @AfterEach
  void close() {
    TestWindows.close(window);
  }

  private void show(int width, int height, double zoom, String words, String pace) {
    OffScreen.run(
        () -> {
          Stage stage = (Stage) window.scene().getWindow();
          stage.setWidth(width);
          stage.setHeight(height);
          window.lab().preferences().zoomProperty().set(zoom);
          line.notes(List.of());
          line.setText(words);
          line.pace(pace);
          line.setProgress(0);
        });
    OffScreen.frames(window.scene(), 4);
  }

  private String shown() {
    return OffScreen.call(
        () -> {
          Label label = (Label) line.lookup(".status-label");
          for (Node child : label.getChildrenUnmodifiable()) {
            if (child instanceof Text text) return text.getText();
          }
          return "";
        });
  }

  private boolean showsPace() {
    return OffScreen.call(() -> line.lookup("#pace").isVisible());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "status.ready",
        "status.running",
        "status.paused",
        "status.pausing",
        "status.computing",
        "status.converged",
        "status.settled",
        "status.finished",
        "status.finishedAlone",
        "status.early",
        "status.diverged",
        "status.failed",
        "replay.at",
        "replay.finished"
      })
  void wordsAreWholeBesideAnyPace(String key) {
    String words = Words.of(key, "10000", "10000");
    show(960, 620, 2, words, Words.of("status.steps", "123456"));
    assertEquals(words, shown());
    assertNull(OffScreen.call(line::getTooltip));
  }

  @Test
  void paceIsShownWhereThereIsRoomForIt() {
    String words = Words.of("status.converged", "10000");
    show(1280, 800, 1, words, Words.of("status.steps", "123456"));
    assertTrue(showsPace());
    show(960, 620, 2, words, Words.of("status.steps", "123456"));
    assertFalse(showsPace());
    show(1280, 800, 1, words, Words.of("status.steps", "123456"));
    assertTrue(showsPace());
  }

  @Test
  void wordsThatHaveNoRoomAreInTheTooltip() {
    String words = "A long sentence. ".repeat(20).strip();
    show(960, 620, 1, words, "7.5 steps/s");
    assertFalse(showsPace());
    assertFalse(shown().equals(words));
    assertEquals(words, OffScreen.call(() -> line.getTooltip().getText()));
  }
}
