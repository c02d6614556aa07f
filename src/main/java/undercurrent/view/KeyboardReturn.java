package undercurrent.view;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Control;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * Gives the keyboard back to the window: a click on empty space and Escape take it from a control
 * that uses keys itself.
 */
final class KeyboardReturn {
  private KeyboardReturn() {}

  /** Listens to a scene; before its shortcuts are installed. */
  static void install(Scene scene) {
    scene.addEventFilter(
        MouseEvent.MOUSE_PRESSED,
        e -> {
          // A pane that scrolls takes the keyboard when it is pressed, and after this.
          if (e.getTarget() instanceof Node node && isEmpty(node)) {
            Platform.runLater(scene.getRoot()::requestFocus);
          }
        });
    scene.addEventFilter(
        KeyEvent.KEY_PRESSED,
        e -> {
          // A field takes its text back first.
          Node focused = scene.getFocusOwner();
          if (e.getCode() != KeyCode.ESCAPE || !usesKeys(focused)) return;
          if (focused instanceof TextInputControl) return;
          release(focused);
          e.consume();
        });
  }

  /** Takes the keyboard from a control. */
  static void release(@Nullable Node control) {
    if (control != null && control.getScene() != null) {
      control.getScene().getRoot().requestFocus();
    }
  }

  private static boolean usesKeys(@Nullable Node focused) {
    return focused instanceof Control && !(focused instanceof ButtonBase);
  }

  /** Whether nothing at a place takes the keyboard. */
  private static boolean isEmpty(Node at) {
    for (Node node = at; node != null; node = node.getParent()) {
      if (node.isFocusTraversable() && !(node instanceof ScrollPane)) return false;
    }
    return true;
  }
}
