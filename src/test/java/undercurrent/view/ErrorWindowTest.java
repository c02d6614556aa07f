package undercurrent.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;

final class ErrorWindowTest {
  private static long dialogs() {
    return OffScreen.call(
        () ->
            Window.getWindows().stream()
                .filter(w -> w.getScene() != null && w.getScene().getRoot() instanceof DialogPane)
                .count());
  }

  @Test
  void manyErrorsOpenOneWindowWhoseDetailsCanBeCopied() {
    OffScreen.start();
    Stage stage =
        OffScreen.call(
            () -> {
              Stage owner = new Stage();
              owner.setScene(new Scene(new Label("owner"), 300, 200));
              owner.show();
              return owner;
            });
    long before = dialogs();
    OffScreen.run(
        () -> {
          for (int i = 0; i < 5; i++) {
            ErrorWindow.show(stage, Path.of("logs"), "It broke.", "U-12AB", "all of it " + i);
          }
        });
    assertEquals(before + 1, dialogs());
    OffScreen.run(
        () -> {
          DialogPane pane =
              (DialogPane)
                  Window.getWindows().stream()
                      .map(w -> w.getScene().getRoot())
                      .filter(
                          r -> r instanceof DialogPane p && "It broke.".equals(p.getContentText()))
                      .findFirst()
                      .orElseThrow();
          assertTrue(pane.getHeaderText().contains("U-12AB"));
          ((Button) pane.lookupButton(pane.getButtonTypes().getFirst())).fire();
          assertEquals("all of it 0", Clipboard.getSystemClipboard().getString());
          pane.getScene().getWindow().hide();
          ErrorWindow.show(stage, Path.of("logs"), "Again.", "U-0000", "");
        });
    assertEquals(before + 1, dialogs(), "after it was closed, the next error is told");
    OffScreen.run(stage::hide);
  }
}
