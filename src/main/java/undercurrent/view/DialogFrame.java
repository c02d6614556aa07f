package undercurrent.view;

import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogEvent;
import javafx.scene.control.DialogPane;
import javafx.scene.control.ScrollPane;
import javafx.stage.Window;

/**
 * Gives a dialog the sizes of letters and icons of its window, and keeps it on a screen, also when
 * its content grows or the system moves it.
 */
final class DialogFrame {
  private DialogFrame() {}

  /** Makes a dialog as high as its content is at the width that it has got, once it is shown. */
  static void fit(Dialog<?> dialog, ScrollPane content) {
    dialog.addEventHandler(
        DialogEvent.DIALOG_SHOWN,
        e ->
            Platform.runLater(
                () -> {
                  double width = content.getViewportBounds().getWidth();
                  content.setPrefViewportHeight(Math.ceil(content.getContent().prefHeight(width)));
                  Window window = content.getScene().getWindow();
                  if (window != null) window.sizeToScene();
                }));
  }

  /** Joins a dialog with its window, before it is shown. */
  static void put(Dialog<?> dialog, Window owner) {
    dialog.initOwner(owner);
    DialogPane pane = dialog.getDialogPane();
    Parent root = owner.getScene().getRoot();
    pane.styleProperty().bind(root.styleProperty());
    pane.getStylesheets().addAll(root.getStylesheets());
    dialog.addEventHandler(
        DialogEvent.DIALOG_SHOWN, e -> WindowPlace.stayOnScreen(pane.getScene().getWindow()));
  }
}
