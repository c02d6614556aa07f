package undercurrent.view.chart;

import io.fair_acc.chartfx.XYChart;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.canvas.Canvas;
import org.jspecify.annotations.Nullable;
import undercurrent.figure.Extent;
import undercurrent.figure.Figure;
import undercurrent.figure.Range;

/**
 * The ranges of the axes of a chart: those that its figure needs, those of before while the figure
 * changes, or a part that was zoomed into, here or in another figure over the same time.
 */
final class ChartRanges {
  private final FigureAxis x;
  private final FigureAxis y;
  private final Canvas plot;
  private final Supplier<Optional<Figure>> figure;
  private final MouseZoom zoomer = new MouseZoom();
  private boolean held;
  private boolean follows;

  /** Whether the mouse moves something that the ranges would run away from. */
  private boolean touched;

  /** The stretch of time that another figure was zoomed into. */
  private Optional<Range> stretch = Optional.empty();

  private @Nullable Needed last;
  private Consumer<Optional<Range>> onStretch = range -> {};

  /**
   * Lets the mouse zoom.
   *
   * @param figure that the chart shows
   */
  ChartRanges(XYChart chart, FigureAxis x, FigureAxis y, Supplier<Optional<Figure>> figure) {
    this.x = x;
    this.y = y;
    this.plot = chart.getCanvas();
    this.figure = figure;
    chart.getPlugins().add(zoomer);
    x.minProperty().addListener((o, before, now) -> zoomedInTime());
    x.maxProperty().addListener((o, before, now) -> zoomedInTime());
    plot.widthProperty().addListener((o, before, now) -> keepAspect());
    plot.heightProperty().addListener((o, before, now) -> keepAspect());
  }

  /** What is shown. */
  Extent extent() {
    return new Extent(new Range(x.getMin(), x.getMax()), new Range(y.getMin(), y.getMax()));
  }

  /**
   * Follows the figure, which is another one.
   *
   * @param isSame whether it shows the same as the one before, later; then what was zoomed into
   *     stays
   */
  void show(boolean isSame) {
    if (!isSame) fit(false);
    else if (!zoomed()) fit(held || touched);
  }

  /** A drag on the data begins or ends; meanwhile the ranges stay. */
  void touched(boolean isTouched) {
    touched = isTouched;
    if (!touched && !held && !zoomed()) fit(false);
  }

  /** Whether the ranges stay while the figure changes, or fit each figure. */
  void hold(boolean hold) {
    if (held == hold) return;
    held = hold;
    if (!hold && !touched && !zoomed()) fit(false);
  }

  /** Called with the stretch of time that is zoomed into, or nothing when all is shown again. */
  void onStretch(Consumer<Optional<Range>> listener) {
    onStretch = listener;
  }

  /** Shows a stretch of time that another figure was zoomed into, or all again. */
  void stretch(Optional<Range> range) {
    stretch = range;
    if (range.isEmpty()) zoomer.clear();
    if (!zoomed()) {
      fit(false);
    } else if (isOverTime()) {
      follows = true;
      range.ifPresent(x::show);
      follows = false;
    }
  }

  /** Shows all again, in other figures too. */
  void showAll() {
    stretch(Optional.empty());
    onStretch.accept(Optional.empty());
  }

  private boolean zoomed() {
    return !zoomer.zoomStackDeque().isEmpty();
  }

  private boolean isOverTime() {
    return figure.get().filter(shown -> shown.x().kind().isTime()).isPresent();
  }

  private void zoomedInTime() {
    if (isOverTime() && zoomed() && !follows) onStretch.accept(Optional.of(extent().x()));
  }

  private void keepAspect() {
    if (figure.get().filter(shown -> shown.aspect() > 0).isPresent() && !zoomed()) fit(false);
  }

  private void fit(boolean hold) {
    figure.get().ifPresent(shown -> fit(shown, hold));
  }

  /** What a figure needs in a plot of this size; all its points are looked at once. */
  private record Needed(Figure figure, double width, double height, Extent extent) {}

  private Extent needed(Figure shown, double width, double height) {
    Needed known = last;
    if (known == null
        || !known.figure().equals(shown)
        || known.width() != width
        || known.height() != height) {
      known = new Needed(shown, width, height, Extent.of(shown, width, height));
      last = known;
    }
    return known.extent();
  }

  private void fit(Figure shown, boolean hold) {
    double width = Math.max(1, plot.getWidth());
    double height = Math.max(1, plot.getHeight());
    Extent needed = needed(shown, width, height);
    if (needed.isEmpty()) return;
    Extent extent = hold ? needed.heldBy(extent(), shown, width, height) : needed;
    x.show(shown.x().kind().isTime() ? stretch.orElse(extent.x()) : extent.x());
    y.show(extent.y());
  }
}
