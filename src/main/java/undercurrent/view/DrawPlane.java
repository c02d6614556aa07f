package undercurrent.view;

import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Line;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import undercurrent.edit.Drawing;

/** The plane of a drawing: time to the right, values from −1 to 1 upwards. */
final class DrawPlane extends Pane {
  private static final double WIDTH = 720;
  private static final double HEIGHT = 320;
  private final Drawing drawing;
  private final Line zero = new Line();
  private final Path line = new Path();
  private double lastX;
  private double lastY;

  /**
   * @param changed is called after each stroke
   */
  DrawPlane(Drawing drawing, Runnable changed) {
    this.drawing = drawing;
    setId("draw-plane");
    getStyleClass().add("draw-plane");
    setAccessibleText(Words.of("draw.how"));
    setPrefSize(WIDTH, HEIGHT);
    zero.getStyleClass().add("draw-zero");
    line.getStyleClass().add("draw-line");
    line.setManaged(false);
    zero.setManaged(false);
    getChildren().addAll(zero, line);
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::begin);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, this::go);
    addEventHandler(MouseEvent.MOUSE_RELEASED, e -> changed.run());
  }

  private double share(MouseEvent event) {
    return Math.clamp(event.getX() / getWidth(), 0, 1);
  }

  private double value(MouseEvent event) {
    return 1 - 2 * Math.clamp(event.getY() / getHeight(), 0, 1);
  }

  private void begin(MouseEvent event) {
    lastX = share(event);
    lastY = value(event);
    event.consume();
  }

  private void go(MouseEvent event) {
    double x = share(event);
    double y = value(event);
    drawing.line(lastX, lastY, x, y);
    lastX = x;
    lastY = y;
    redraw();
    event.consume();
  }

  /** Shows the drawing as it is. */
  void redraw() {
    line.getElements().clear();
    boolean isDown = false;
    int width = (int) getWidth();
    for (int i = 0; i <= width; i++) {
      double value = drawing.at((double) i / Math.max(1, width));
      if (Double.isNaN(value)) {
        isDown = false;
        continue;
      }
      double y = (1 - value) / 2 * getHeight();
      line.getElements().add(isDown ? new LineTo(i, y) : new MoveTo(i, y));
      isDown = true;
    }
  }

  @Override
  protected void layoutChildren() {
    zero.setStartX(0);
    zero.setEndX(getWidth());
    zero.setStartY(getHeight() / 2);
    zero.setEndY(getHeight() / 2);
    redraw();
  }
}
