package undercurrent.view;

import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/**
 * A mouse for tests, with the keys that are held while it is used.
 *
 * @param clicks how often it is clicked
 */
record Mouse(MouseButton button, int clicks, boolean shift, boolean ctrl) {
  /** One click of the first button, with no key. */
  static final Mouse PRIMARY = new Mouse(MouseButton.PRIMARY, 1, false, false);

  /**
   * Does something on a node.
   *
   * @param at a place of the node
   */
  void fire(EventType<MouseEvent> type, Node on, Point2D at) {
    Point2D scene = on.localToScene(at);
    boolean isDown = type == MouseEvent.MOUSE_PRESSED || type == MouseEvent.MOUSE_DRAGGED;
    Event.fireEvent(
        on,
        new MouseEvent(
            type,
            scene.getX(),
            scene.getY(),
            scene.getX(),
            scene.getY(),
            button,
            clicks,
            shift,
            ctrl,
            false,
            false,
            isDown && button == MouseButton.PRIMARY,
            false,
            isDown && button == MouseButton.SECONDARY,
            false,
            false,
            type == MouseEvent.MOUSE_CLICKED,
            null));
  }

  /** Clicks on a node. */
  static void click(Node on) {
    PRIMARY.fire(MouseEvent.MOUSE_CLICKED, on, new Point2D(1, 1));
  }
}
