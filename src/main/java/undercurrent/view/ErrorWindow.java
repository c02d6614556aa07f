package undercurrent.view;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.stage.Window;

/**
 * Tells of an error that nobody expected: a sentence, its code, and the details for a report. One
 * at a time: while it is open, further errors go to the log alone.
 */
final class ErrorWindow {
  private static Optional<Alert> last = Optional.empty();

  private ErrorWindow() {}

  /** On the screen's thread. */
  static void show(Window owner, Path logs, String sentence, String code, String details) {
    if (last.filter(Alert::isShowing).isPresent()) return;
    Alert alert = new Alert(Alert.AlertType.ERROR);
    last = Optional.of(alert);
    DialogFrame.put(alert, owner);
    alert.setTitle(Words.of("error.title"));
    alert.setHeaderText(Words.of("error.header", code));
    alert.setContentText(sentence);
    TextArea text = new TextArea(details);
    text.setEditable(false);
    text.setAccessibleText(Words.of("error.details"));
    alert.getDialogPane().setExpandableContent(text);
    ButtonType copy = new ButtonType(Words.of("error.copy"), ButtonData.LEFT);
    ButtonType close = new ButtonType(Words.of("help.close"), ButtonData.CANCEL_CLOSE);
    alert.getButtonTypes().setAll(copy, close);
    Folders.stays(
        alert,
        copy,
        () -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, details)));
    Folders.offer(alert, logs);
    alert.show();
  }
}
