package undercurrent.view;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.layout.HBox;
import javafx.stage.Modality;
import javafx.stage.Window;

/** Dialogs as wide as their content that stay open beside the window. */
final class WideDialog {
  private WideDialog() {}

  /** One with a button that closes it. */
  static Dialog<ButtonType> of(Window owner, String title, Node content) {
    Dialog<ButtonType> dialog = new Dialog<>();
    DialogFrame.put(dialog, owner);
    dialog.initModality(Modality.NONE);
    dialog.setResizable(true);
    dialog.setTitle(title);
    dialog.getDialogPane().setContent(content);
    dialog
        .getDialogPane()
        .getButtonTypes()
        .add(new ButtonType(Words.of("help.close"), ButtonBar.ButtonData.CANCEL_CLOSE));
    return dialog;
  }

  /** Controls in a line. */
  static HBox row(Node... controls) {
    HBox row = new HBox(8, controls);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }
}
