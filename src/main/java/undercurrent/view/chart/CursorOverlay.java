package undercurrent.view.chart;

import io.fair_acc.chartfx.XYChart;
import io.fair_acc.chartfx.axes.Axis;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import javafx.geometry.Point2D;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import org.jspecify.annotations.Nullable;
import undercurrent.figure.CursorValues;
import undercurrent.figure.Figure;
import undercurrent.figure.Mark;
import undercurrent.figure.Nearest;
import undercurrent.figure.Palette;

/** The mark of one moment: a line over time, or a dot on a path that is coloured by time. */
final class CursorOverlay {
  private static final double RADIUS = 6;
  private static final double NEAR = 24;
  private static final double NEAR_LINE = 7;
  private static final double GRIP_WIDTH = 8;
  private static final double GRIP_HEIGHT = 22;
  private static final double GRIP_TOP = 13;
  private final XYChart chart;
  private final Axis x;
  private final Axis y;
  private final Line line = new Line();
  private final Line restLine = new Line();
  private final Rectangle grip = new Rectangle(GRIP_WIDTH, GRIP_HEIGHT);
  private final Circle dot = new Circle(RADIUS);
  private final CursorBox box = new CursorBox();
  private @Nullable Figure figure;
  private OptionalDouble time = OptionalDouble.empty();
  private OptionalDouble rest = OptionalDouble.empty();
  private Consumer<Optional<Point2D>> onRestPlaced = place -> {};

  CursorOverlay(XYChart chart, Axis x, Axis y) {
    this.chart = chart;
    this.x = x;
    this.y = y;
    line.getStyleClass().add("time-cursor");
    line.setManaged(false);
    dot.setManaged(false);
    line.setMouseTransparent(true);
    dot.setMouseTransparent(true);
    dot.setFill(Color.TRANSPARENT);
    dot.setStrokeWidth(2);
    restLine.getStyleClass().add("resting-cursor");
    grip.getStyleClass().add("cursor-grip");
    grip.setArcWidth(GRIP_WIDTH);
    grip.setArcHeight(GRIP_WIDTH);
    for (Shape shape : List.of(restLine, grip)) {
      shape.setManaged(false);
      shape.setMouseTransparent(true);
    }
    chart.getCanvasForeground().getChildren().addAll(line, restLine, grip, dot, box);
    refresh();
  }

  void show(Figure shown, boolean dark) {
    figure = shown;
    Color colour = Color.web(String.format(Locale.ROOT, "#%06x", Palette.of(dark).text()));
    line.setStroke(colour.deriveColor(0, 1, 1, 0.6));
    dot.setStroke(colour);
    refresh();
  }

  void moveTo(OptionalDouble moment) {
    time = moment;
    refresh();
  }

  void rest(OptionalDouble moment) {
    rest = moment;
    refresh();
  }

  void onRestPlaced(Consumer<Optional<Point2D>> listener) {
    onRestPlaced = listener;
    placeRest();
  }

  /** Whether a place is so near the line that rests that the mouse takes hold of it. */
  boolean isAtRestingLine(Point2D place) {
    return restLine.isVisible()
        && Math.abs(place.getX() - restLine.getStartX()) <= NEAR_LINE
        && place.getY() >= 0
        && place.getY() <= restLine.getEndY();
  }

  private void placeRest() {
    Figure shown = figure;
    boolean wanted =
        shown != null && rest.isPresent() && path(shown) == null && shown.x().kind().isTime();
    double at = wanted ? x.getDisplayPosition(rest.orElseThrow()) : -1;
    boolean visible = at >= 0 && at <= chart.getCanvas().getWidth();
    restLine.setVisible(visible);
    grip.setVisible(visible);
    if (visible) {
      stand(restLine, at);
      grip.setX(at - GRIP_WIDTH / 2);
      grip.setY(GRIP_TOP);
    }
    onRestPlaced.accept(
        visible ? Optional.of(new Point2D(at, GRIP_TOP + GRIP_HEIGHT / 2)) : Optional.empty());
  }

  private void stand(Line upright, double at) {
    upright.setStartX(at);
    upright.setEndX(at);
    upright.setStartY(0);
    upright.setEndY(chart.getCanvas().getHeight());
  }

  void refresh() {
    placeRest();
    line.setVisible(false);
    dot.setVisible(false);
    box.hide();
    Figure shown = figure;
    if (shown == null || time.isEmpty()) return;
    Mark.@Nullable Path path = path(shown);
    if (path != null) {
      place(shown, path, time.getAsDouble());
    } else if (hasCursor(shown)) {
      double at = x.getDisplayPosition(time.getAsDouble());
      if (!(at >= 0 && at <= chart.getCanvas().getWidth())) return;
      stand(line, at);
      line.setVisible(true);
      values(shown, time.getAsDouble(), at);
    }
  }

  private void place(Figure shown, Mark.Path path, double moment) {
    int nearest = Nearest.index(path.colour(), moment);
    if (nearest < 0) return;
    dot.setCenterX(x.getDisplayPosition(path.x()[nearest]));
    dot.setCenterY(y.getDisplayPosition(path.y()[nearest]));
    dot.setVisible(true);
    values(shown, moment, dot.getCenterX());
  }

  private void values(Figure shown, double moment, double at) {
    double width = chart.getCanvas().getWidth();
    box.show(CursorValues.at(shown, moment), at, width, chart.getCanvas().getHeight());
  }

  /** Whether a place can be pointed at along the horizontal axis. */
  private static boolean hasCursor(Figure shown) {
    return shown.x().kind().isTime() || shown.x().kind() == undercurrent.figure.Axis.Kind.COUNT;
  }

  /** The moment that the mouse points at. */
  OptionalDouble timeAt(Point2D place) {
    Figure shown = figure;
    if (shown == null) return OptionalDouble.empty();
    Mark.@Nullable Path path = path(shown);
    if (path == null) {
      return hasCursor(shown)
          ? OptionalDouble.of(x.getValueForDisplay(place.getX()))
          : OptionalDouble.empty();
    }
    int nearest = -1;
    double least = NEAR;
    for (int i = 0; i < path.x().length; i++) {
      double distance =
          place.distance(x.getDisplayPosition(path.x()[i]), y.getDisplayPosition(path.y()[i]));
      if (!(distance < least)) continue;
      least = distance;
      nearest = i;
    }
    return nearest < 0 ? OptionalDouble.empty() : OptionalDouble.of(path.colour()[nearest]);
  }

  private static Mark.@Nullable Path path(Figure shown) {
    for (Mark mark : shown.marks()) if (mark instanceof Mark.Path path) return path;
    return null;
  }
}
