package undercurrent.view.chart;

import io.fair_acc.chartfx.XYChart;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import javafx.geometry.Point2D;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import undercurrent.figure.Axis;
import undercurrent.figure.Figure;

/**
 * The cursor of a chart: it follows the mouse, a click puts its line to rest, and the line can be
 * dragged on.
 */
public final class ChartCursor {
  private static final OptionalDouble NOWHERE = OptionalDouble.empty();
  private final XYChart chart;
  private final CursorOverlay overlay;

  /** Epochs are no times of the series: a cursor there is that of this figure alone. */
  private boolean isOverEpochs;

  private Consumer<OptionalDouble> onMove = time -> {};
  private Consumer<OptionalDouble> onRest = time -> {};

  ChartCursor(XYChart chart, FigureAxis x, FigureAxis y) {
    this.chart = chart;
    overlay = new CursorOverlay(chart, x, y);
    new CursorDrag(chart, overlay, time -> onRest.accept(time)).listen();
    chart.getCanvas().addEventHandler(MouseEvent.MOUSE_MOVED, e -> point(timeAt(e)));
    chart.getCanvas().addEventHandler(MouseEvent.MOUSE_EXITED, e -> point(NOWHERE));
    chart.getCanvas().addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
    chart.getCanvas().widthProperty().addListener((o, before, now) -> overlay.refresh());
    chart.getCanvas().heightProperty().addListener((o, before, now) -> overlay.refresh());
  }

  void show(Figure shown, boolean dark) {
    isOverEpochs = shown.x().kind() == Axis.Kind.COUNT;
    overlay.show(shown, dark);
  }

  void refresh() {
    overlay.refresh();
  }

  /** Shows a moment of time, as a line or on a path; nothing takes it away. */
  public void moveTo(OptionalDouble time) {
    if (!isOverEpochs) overlay.moveTo(time);
  }

  /** Called with the moment of time under the mouse. */
  public void onMove(Consumer<OptionalDouble> listener) {
    onMove = listener;
  }

  /** Shows where the line rests when the mouse is elsewhere. */
  public void rest(OptionalDouble time) {
    if (!isOverEpochs) overlay.rest(time);
  }

  /** Called with the moment at which the line is put. */
  public void onRest(Consumer<OptionalDouble> listener) {
    onRest = listener;
  }

  /** Called whenever the line that rests is at another place of the scene; empty = nowhere. */
  public void onRestPlaced(Consumer<Optional<Point2D>> listener) {
    overlay.onRestPlaced(
        place -> listener.accept(place.map(p -> chart.getCanvas().localToScene(p))));
  }

  private void point(OptionalDouble place) {
    if (isOverEpochs) overlay.moveTo(place);
    else onMove.accept(place);
  }

  private OptionalDouble timeAt(MouseEvent event) {
    return overlay.timeAt(new Point2D(event.getX(), event.getY()));
  }

  private void clicked(MouseEvent event) {
    boolean isOneClick =
        event.getButton() == MouseButton.PRIMARY
            && event.isStillSincePress()
            && event.getClickCount() <= 1;
    if (!isOneClick || isOverEpochs) return;
    OptionalDouble time = timeAt(event);
    if (time.isPresent()) onRest.accept(time);
  }
}
