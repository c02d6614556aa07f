package undercurrent.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.stream.Stream;
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

  private static Stream<DialogPane> dialogPanes(String words) {
    return Window.getWindows().stream()
        .map(w -> w.getScene().getRoot())
        .filter(DialogPane.class::isInstance)
        .map(DialogPane.class::cast)
        .filter(pane -> words.equals(pane.getContentText()));
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
          DialogPane pane = dialogPanes("It broke.").findFirst().orElseThrow();
          assertTrue(pane.getHeaderText().contains("U-12AB"));
          ((Button) pane.lookupButton(pane.getButtonTypes().getFirst())).fire();
          assertEquals("all of it 0", Clipboard.getSystemClipboard().getString());
          pane.getScene().getWindow().hide();
          ErrorWindow.show(stage, Path.of("logs"), "Again.", "U-0000", "");
        });
    assertEquals(before + 1, dialogs(), "after it was closed, the next error is told");
    OffScreen.run(
        () -> {
          dialogPanes("Again.").findFirst().orElseThrow().getScene().getWindow().hide();
          stage.hide();
        });
    assertEquals(before, dialogs(), "none is left for other tests");
  }
}
