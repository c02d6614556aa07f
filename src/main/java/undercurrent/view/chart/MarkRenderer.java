package undercurrent.view.chart;

import io.fair_acc.chartfx.renderer.spi.AbstractRenderer;
import io.fair_acc.chartfx.renderer.spi.AbstractRendererXY;
import io.fair_acc.chartfx.ui.css.CssPropertyFactory;
import io.fair_acc.chartfx.ui.css.DataSetNode;
import io.fair_acc.dataset.DataSet;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.canvas.GraphicsContext;
import org.jspecify.annotations.Nullable;
import undercurrent.figure.Box;
import undercurrent.figure.DirectLabels;
import undercurrent.figure.Extent;
import undercurrent.figure.Figure;
import undercurrent.figure.LongFigure;
import undercurrent.figure.PlotPainter;
import undercurrent.figure.Range;
import undercurrent.session.Background;

/**
 * Draws the marks of a figure into a chart. It has no data sets, so the chart takes no locks: a
 * figure never changes.
 */
final class MarkRenderer extends AbstractRendererXY<MarkRenderer> {
  private static final CssPropertyFactory<AbstractRenderer<?>> CSS =
      new CssPropertyFactory<>(AbstractRenderer.getClassCssMetaData());

  private @Nullable Figure figure;
  private double font;
  private double weight = 1;
  private boolean dark;
  private boolean labelled;
  private DirectLabels labels = DirectLabels.NONE;

  /** The figure, or an earlier one of its name while this one is prepared, if it is long. */
  private Optional<LongFigure> prepared = Optional.empty();

  private Runnable rendered = () -> {};

  /** Sets what is done after each drawing, when the axes have their new ranges. */
  void onRendered(Runnable action) {
    rendered = action;
  }

  void show(Figure shown, double fontSize, double lineWeight, boolean darkTheme) {
    if (figure == null || !figure.id().equals(shown.id())) {
      labels = DirectLabels.NONE;
      prepared = Optional.empty();
    }
    figure = shown;
    font = fontSize;
    weight = lineWeight;
    dark = darkTheme;
    if (!LongFigure.isOne(shown)) prepared = Optional.empty();
    else if (prepared.filter(p -> p.whole().equals(shown)).isEmpty()) prepare(shown);
  }

  /** Looks at all points of a long figure away from the screen; then it is drawn. */
  private void prepare(Figure shown) {
    var unused =
        Background.callAside(() -> LongFigure.of(shown))
            .whenComplete(
                (ready, e) ->
                    Platform.runLater(
                        () -> {
                          if (e != null) throw new IllegalStateException(Background.cause(e));
                          show(ready);
                        }));
  }

  private void show(LongFigure ready) {
    if (!ready.whole().equals(figure)) return;
    prepared = Optional.of(ready);
    getChart().invalidate();
  }

  private Figure drawn(Figure shown, Range stretch, double columns) {
    if (prepared.isPresent()) return prepared.get().within(stretch, columns);
    return LongFigure.isOne(shown) ? LongFigure.withoutLongMarks(shown) : shown;
  }

  /** Whether words stand beside the marks. */
  void label(boolean isLabelled) {
    if (labelled != isLabelled) labels = DirectLabels.NONE;
    labelled = isLabelled;
  }

  boolean isLabelled() {
    return labelled;
  }

  /** The words that were drawn last. */
  DirectLabels labels() {
    return labels;
  }

  @Override
  public void render() {
    Figure shown = figure;
    if (shown == null || xAxis == null || yAxis == null) return;
    Extent extent =
        new Extent(
            new Range(xAxis.getMin(), xAxis.getMax()), new Range(yAxis.getMin(), yAxis.getMax()));
    Box plot = new Box(0, 0, xAxis.getLength(), yAxis.getLength());
    GraphicsContext canvas = getChart().getCanvas().getGraphicsContext2D();
    canvas.save();
    Figure drawn = drawn(shown, extent.x(), plot.width());
    PlotPainter painter = new PlotPainter(drawn, font, weight, dark, new CanvasPen(canvas));
    painter.ground(extent, plot);
    painter.marks(extent, plot);
    labels =
        labelled
            ? painter.labels(extent, plot, labels)
            : painter.labelsBesideLegend(extent, plot, labels);
    painter.paint(labels);
    canvas.restore();
    rendered.run();
  }

  @Override
  protected void render(GraphicsContext canvas, DataSet data, DataSetNode style) {
    // All is drawn at once in render().
  }

  @Override
  protected MarkRenderer getThis() {
    return this;
  }

  @Override
  protected CssPropertyFactory<AbstractRenderer<?>> css() {
    return CSS;
  }
}
