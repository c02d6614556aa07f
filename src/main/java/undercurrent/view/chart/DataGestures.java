package undercurrent.view.chart;

import io.fair_acc.chartfx.XYChart;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import org.jspecify.annotations.Nullable;
import undercurrent.figure.Figure;
import undercurrent.figure.Ink;
import undercurrent.figure.Mark;

/**
 * Touches the data of a figure with the mouse: brushes rows with Shift, moves an observation with
 * Ctrl, or either by the tool that is chosen, and drags the beginning of the forecast by its
 * handle.
 */
final class DataGestures {
  private static final double NEAR = 30;
  private static final double NEAR_LINE = 6;
  private static final double HANDLE_WIDTH = 10;
  private static final double HANDLE_HEIGHT = 18;
  private static final double RADIUS = 6;

  private enum Going {
    NOTHING,
    BRUSH,
    MOVE,
    ORIGIN
  }

  private final XYChart chart;
  private final FigureAxis x;
  private final FigureAxis y;
  private final Supplier<Optional<Figure>> figure;
  private final Consumer<Boolean> going;
  private final Rectangle brush = new Rectangle();
  private final Rectangle handle = new Rectangle(HANDLE_WIDTH, HANDLE_HEIGHT);
  private final Circle held = new Circle(RADIUS);
  private @Nullable DataTouch touch;
  private Going now = Going.NOTHING;
  private double from;

  /**
   * @param figure that is shown
   * @param going is told when a gesture begins and ends
   */
  DataGestures(
      XYChart chart,
      FigureAxis x,
      FigureAxis y,
      Supplier<Optional<Figure>> figure,
      Consumer<Boolean> going) {
    this.chart = chart;
    this.x = x;
    this.y = y;
    this.figure = figure;
    this.going = going;
    brush.getStyleClass().add("data-brush");
    handle.getStyleClass().add("origin-handle");
    held.getStyleClass().add("held-value");
    handle.setArcWidth(HANDLE_WIDTH / 2);
    handle.setArcHeight(HANDLE_WIDTH / 2);
    for (Shape shape : new Shape[] {brush, handle, held}) {
      shape.setManaged(false);
      shape.setMouseTransparent(true);
      shape.setVisible(false);
      chart.getCanvasForeground().getChildren().add(shape);
    }
    chart.addEventFilter(MouseEvent.MOUSE_MOVED, this::near);
    chart.addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
    chart.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::dragged);
    chart.addEventFilter(MouseEvent.MOUSE_RELEASED, this::released);
  }

  /** What is touched from now on. */
  void touch(DataTouch target) {
    touch = target;
    refresh();
  }

  /** Puts the handle where the forecast begins. */
  void refresh() {
    OptionalDouble place = origin();
    handle.setVisible(place.isPresent());
    if (place.isEmpty() || now == Going.ORIGIN) return;
    stand(place.getAsDouble());
  }

  private void stand(double at) {
    handle.setX(at - HANDLE_WIDTH / 2);
    handle.setY(chart.getCanvas().getHeight() - HANDLE_HEIGHT - 2);
  }

  /** Where the handle is, from the left of the plot. */
  private OptionalDouble origin() {
    DataTouch target = touch;
    if (target == null || !isOfData() || target.origin().isEmpty()) return OptionalDouble.empty();
    double at = x.getDisplayPosition(target.origin().getAsDouble());
    boolean isInside = at >= 0 && at <= chart.getCanvas().getWidth();
    return isInside ? OptionalDouble.of(at) : OptionalDouble.empty();
  }

  /** Whether what is shown are observations of one channel over time. */
  private boolean isOfData() {
    return figure.get().filter(f -> f.id().equals("observed") && f.x().kind().isTime()).isPresent();
  }

  private Point2D place(MouseEvent event) {
    return chart.getCanvas().sceneToLocal(event.getSceneX(), event.getSceneY());
  }

  private boolean isInPlot(Point2D place) {
    return place.getX() >= 0
        && place.getY() >= 0
        && place.getX() <= chart.getCanvas().getWidth()
        && place.getY() <= chart.getCanvas().getHeight();
  }

  private boolean isAtOrigin(Point2D place) {
    OptionalDouble at = origin();
    boolean isLow = place.getY() >= chart.getCanvas().getHeight() - 2 * HANDLE_HEIGHT;
    return at.isPresent() && isLow && Math.abs(place.getX() - at.getAsDouble()) <= NEAR_LINE;
  }

  private void near(MouseEvent event) {
    if (touch == null || !isOfData()) return;
    Point2D place = place(event);
    if (!isInPlot(place)) return;
    if (isAtOrigin(place)) {
      chart.setCursor(Cursor.H_RESIZE);
      event.consume();
      return;
    }
    DataTouch.Tool tool = tool(event);
    if (tool == DataTouch.Tool.HIDE) chart.setCursor(Cursor.CROSSHAIR);
    else if (tool == DataTouch.Tool.MOVE) chart.setCursor(Cursor.V_RESIZE);
  }

  private DataTouch.Tool tool(MouseEvent event) {
    DataTouch target = touch;
    if (target == null) return DataTouch.Tool.ZOOM;
    if (event.isShiftDown()) return DataTouch.Tool.HIDE;
    return event.isShortcutDown() ? DataTouch.Tool.MOVE : target.tool();
  }

  private void pressed(MouseEvent event) {
    DataTouch target = touch;
    Point2D place = place(event);
    boolean isMine =
        target != null
            && event.getButton() == MouseButton.PRIMARY
            && event.getClickCount() == 1
            && isOfData()
            && isInPlot(place);
    now = isMine && target != null ? begun(event, place, target) : Going.NOTHING;
    if (now == Going.NOTHING) return;
    going.accept(true);
    event.consume();
  }

  private Going begun(MouseEvent event, Point2D place, DataTouch target) {
    if (isAtOrigin(place)) return Going.ORIGIN;
    return switch (tool(event)) {
      case ZOOM -> Going.NOTHING;
      case HIDE -> {
        from = place.getX();
        yield Going.BRUSH;
      }
      case MOVE -> {
        Optional<Point2D> point = nearest(place);
        if (point.isEmpty() || !target.grab(point.get().getX(), point.get().getY())) {
          yield Going.NOTHING;
        }
        held.setCenterX(x.getDisplayPosition(point.get().getX()));
        held.setCenterY(y.getDisplayPosition(point.get().getY()));
        held.setVisible(true);
        yield Going.MOVE;
      }
    };
  }

  /** The observation that is nearest to a place, in units of the axes. */
  private Optional<Point2D> nearest(Point2D place) {
    Point2D found = null;
    double least = NEAR;
    for (Mark mark : figure.get().orElseThrow().marks()) {
      if (!(mark instanceof Mark.Points points) || points.ink() != Ink.DATA) continue;
      boolean isObserved = points.shape() == Mark.Shape.DOT || points.shape() == Mark.Shape.RING;
      for (int i = 0; isObserved && i < points.x().length; i++) {
        double distance =
            place.distance(
                x.getDisplayPosition(points.x()[i]), y.getDisplayPosition(points.y()[i]));
        if (!(distance < least)) continue;
        least = distance;
        found = new Point2D(points.x()[i], points.y()[i]);
      }
    }
    return Optional.ofNullable(found);
  }

  private void dragged(MouseEvent event) {
    DataTouch target = touch;
    if (now == Going.NOTHING || target == null) return;
    event.consume();
    Point2D place = place(event);
    double at = Math.clamp(place.getX(), 0, chart.getCanvas().getWidth());
    double height = chart.getCanvas().getHeight();
    switch (now) {
      case BRUSH -> {
        brush.setX(Math.min(from, at));
        brush.setWidth(Math.abs(at - from));
        brush.setY(0);
        brush.setHeight(height);
        brush.setVisible(true);
        target.brush(
            x.getValueForDisplay(Math.min(from, at)), x.getValueForDisplay(Math.max(from, at)));
      }
      case MOVE -> {
        double level = Math.clamp(place.getY(), 0, height);
        held.setCenterY(level);
        target.move(y.getValueForDisplay(level));
      }
      case ORIGIN -> {
        stand(at);
        target.origin(x.getValueForDisplay(at));
      }
      case NOTHING -> {}
    }
  }

  private void released(MouseEvent event) {
    DataTouch target = touch;
    if (now == Going.NOTHING || target == null) return;
    event.consume();
    now = Going.NOTHING;
    brush.setVisible(false);
    held.setVisible(false);
    going.accept(false);
    target.release();
    refresh();
  }
}
