package undercurrent.view;

import java.nio.file.Path;
import java.util.Map;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
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
  private static boolean open;

  private ErrorWindow() {}

  /** On the screen's thread. */
  static void show(Window owner, Path logs, String sentence, String code, String details) {
    if (open) return;
    open = true;
    Alert alert = new Alert(Alert.AlertType.ERROR);
    alert.initOwner(owner);
    alert.setTitle(Words.of("error.title"));
    alert.setHeaderText(Words.of("error.header", code));
    alert.setContentText(sentence);
    TextArea text = new TextArea(details);
    text.setEditable(false);
    text.setAccessibleText(Words.of("error.details"));
    alert.getDialogPane().setExpandableContent(text);
    ButtonType copy = new ButtonType(Words.of("error.copy"), ButtonData.LEFT);
    ButtonType folder = new ButtonType(Words.of("help.logs"), ButtonData.LEFT);
    ButtonType close = new ButtonType(Words.of("help.close"), ButtonData.CANCEL_CLOSE);
    alert.getButtonTypes().setAll(copy, folder, close);
    stays(
        alert,
        copy,
        () -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, details)));
    stays(alert, folder, () -> Folders.open(logs));
    alert.setOnHidden(e -> open = false);
    alert.show();
  }

  /** A button that does something and leaves the window open. */
  private static void stays(Alert alert, ButtonType type, Runnable action) {
    Button button = (Button) alert.getDialogPane().lookupButton(type);
    button.addEventFilter(
        javafx.event.ActionEvent.ACTION,
        e -> {
          action.run();
          e.consume();
        });
  }
}
