package undercurrent.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javafx.event.Event;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The keys that make the letters larger or smaller, as keyboards send them. */
final class ZoomKeysTest {
  private final MainWindow window = TestWindows.open();

  @AfterEach
  void close() {
    TestWindows.close(window);
  }

  @ParameterizedTest
  @CsvSource({
    "PLUS,false,1.1",
    "EQUALS,false,1.1",
    "EQUALS,true,1.1",
    "ADD,false,1.1",
    "MINUS,false,0.909090909",
    "SUBTRACT,false,0.909090909"
  })
  void controlWithPlusAndMinusChangesTheSizeOfLetters(KeyCode code, boolean shift, double zoom) {
    KeyEvent pressed = new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, true, false, false);
    OffScreen.run(() -> Event.fireEvent(window.scene().getRoot(), pressed));
    assertEquals(zoom, window.lab().preferences().zoomProperty().get(), 1e-9);
  }
}
