package undercurrent.view;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import javafx.event.ActionEvent;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;

/** Shows a folder in the system's own window for files. */
final class Folders {
  private static final System.Logger LOG = System.getLogger(Folders.class.getName());

  private Folders() {}

  /** Adds a button to a dialog that shows a folder, or says where it is. */
  static void offer(Dialog<?> dialog, Path folder) {
    ButtonType type = new ButtonType(Words.of("help.logs"), ButtonData.LEFT);
    dialog.getDialogPane().getButtonTypes().add(type);
    stays(
        dialog,
        type,
        () -> {
          if (!open(folder)) dialog.setHeaderText(Words.of("help.logsAt", folder));
        });
  }

  /** Lets a button do something and leave the dialog open. */
  static void stays(Dialog<?> dialog, ButtonType type, Runnable action) {
    dialog
        .getDialogPane()
        .lookupButton(type)
        .addEventFilter(
            ActionEvent.ACTION,
            e -> {
              action.run();
              e.consume();
            });
  }

  /** False when the system has no such window. */
  private static boolean open(Path folder) {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String program =
        system.contains("windows") ? "explorer" : system.contains("mac") ? "open" : "xdg-open";
    try {
      var unused =
          new ProcessBuilder(program, folder.toString())
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      return true;
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, "The folder could not be shown.", e);
      return false;
    }
  }
}
