package undercurrent.view.chart;

import io.fair_acc.chartfx.XYChart;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/** Drags the line at which the cursor rests; a drag from elsewhere zooms. */
final class CursorDrag {
  private final XYChart chart;
  private final CursorOverlay overlay;
  private final Consumer<OptionalDouble> moved;
  private boolean dragging;

  CursorDrag(XYChart chart, CursorOverlay overlay, Consumer<OptionalDouble> moved) {
    this.chart = chart;
    this.overlay = overlay;
    this.moved = moved;
  }

  void listen() {
    chart.addEventFilter(MouseEvent.MOUSE_MOVED, this::near);
    chart.addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
    chart.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::dragged);
    chart.addEventFilter(MouseEvent.MOUSE_RELEASED, this::released);
  }

  private Point2D place(MouseEvent event) {
    return chart.getCanvas().sceneToLocal(event.getSceneX(), event.getSceneY());
  }

  private void near(MouseEvent event) {
    chart.setCursor(overlay.isAtRestingLine(place(event)) ? Cursor.H_RESIZE : null);
  }

  private void pressed(MouseEvent event) {
    dragging =
        event.getButton() == MouseButton.PRIMARY
            && event.getClickCount() == 1
            && overlay.isAtRestingLine(place(event));
    if (dragging) event.consume();
  }

  private void dragged(MouseEvent event) {
    if (!dragging) return;
    double width = chart.getCanvas().getWidth();
    double at = Math.clamp(place(event).getX(), 0, width);
    moved.accept(overlay.timeAt(new Point2D(at, 0)));
    event.consume();
  }

  private void released(MouseEvent event) {
    if (dragging) event.consume();
    dragging = false;
  }
}
