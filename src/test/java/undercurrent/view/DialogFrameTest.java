package undercurrent.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;

final class DialogFrameTest {
  private static Dialog<ButtonType> shown(Stage owner) {
    owner.setScene(new Scene(new Label("owner"), 300, 200));
    owner.show();
    Dialog<ButtonType> dialog = WideDialog.of(owner, "A title", new Label("Some content."));
    dialog.show();
    return dialog;
  }

  /** A system may move a dialog after it is shown, and its content may grow. */
  @Test
  void aDialogStaysWhereItsTitleBarCanBeReached() {
    OffScreen.start();
    Stage owner = OffScreen.call(Stage::new);
    Dialog<ButtonType> dialog = OffScreen.call(() -> shown(owner));
    Window window = dialog.getDialogPane().getScene().getWindow();
    Rectangle2D screen = OffScreen.call(() -> Screen.getPrimary().getVisualBounds());
    OffScreen.run(() -> window.setY(screen.getMinY() - 300));
    OffScreen.run(() -> {});
    assertEquals(screen.getMinY(), OffScreen.call(window::getY));
    OffScreen.run(() -> window.setY(screen.getMaxY() + 10));
    OffScreen.run(() -> {});
    assertEquals(screen.getMaxY(), OffScreen.call(() -> window.getY() + window.getHeight()), 1e-9);
    OffScreen.run(() -> window.setHeight(screen.getHeight() + 500));
    assertEquals(screen.getMinY(), OffScreen.call(window::getY));
    assertEquals(screen.getHeight(), OffScreen.call(window::getHeight));
    OffScreen.run(
        () -> {
          dialog.close();
          owner.close();
        });
  }
}
