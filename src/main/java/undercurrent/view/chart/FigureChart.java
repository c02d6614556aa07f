package undercurrent.view.chart;

import io.fair_acc.chartfx.XYChart;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import undercurrent.figure.Box;
import undercurrent.figure.DirectLabels;
import undercurrent.figure.Figure;
import undercurrent.figure.FigureWords;
import undercurrent.figure.PlotPainter;
import undercurrent.figure.Range;

/**
 * A figure on the screen: title, legend and a chart that can be zoomed by dragging and reset by a
 * right click. A click puts the line of the cursor to rest, which can then be dragged. A new figure
 * of the same kind replaces the old one in place.
 */
public final class FigureChart extends VBox {
  private static final double FONT = 12;
  private static final double LEGEND_SHARE = 0.34;
  private static final double LEGEND_SHARE_ALONE = 0.5;

  /** How much thicker lines are in a presentation. */
  private static final double THICK = 1.3;

  private final Label title = new Label();
  private final Label note = new Label();
  private final HBox header = new HBox(6, title, note);
  private final Canvas legend = new Canvas();
  private final Pane legendRoom = new Pane(legend);
  private final VBox strips = new VBox();
  private final FigureAxis x = new FigureAxis(true);
  private final FigureAxis y = new FigureAxis(false);
  private final XYChart chart = new XYChart(x, y);
  private final MarkRenderer renderer = new MarkRenderer();
  private final ColourKey key = new ColourKey(chart.getCanvas());
  private final HBox plotRow = new HBox(chart, key);
  private final ChartRanges ranges = new ChartRanges(chart, x, y, this::figure);
  private final ChartCursor cursor = new ChartCursor(chart, x, y);
  private final DataGestures gestures;
  private @Nullable Figure figure;
  private boolean dark;
  private boolean alone;
  private boolean presented;
  private double scale = 1;

  public FigureChart() {
    getStyleClass().add("figure-chart");
    title.getStyleClass().add("figure-title");
    title.setMaxWidth(Double.MAX_VALUE);
    title.setMinWidth(0);
    title.setWrapText(true);
    HBox.setHgrow(title, Priority.ALWAYS);
    note.getStyleClass().add("figure-epoch");
    note.setMinWidth(Region.USE_PREF_SIZE);
    note("");
    header.setAlignment(Pos.CENTER_LEFT);
    header.setMinHeight(Region.USE_PREF_SIZE);
    chart.setAnimated(false);
    chart.setLegendVisible(false);
    chart.getToolBar().setVisible(false);
    chart.getToolBar().setManaged(false);
    chart.getGridRenderer().getHorizontalMinorGrid().setVisible(false);
    chart.getGridRenderer().getVerticalMinorGrid().setVisible(false);
    chart.getRenderers().setAll(renderer);
    chart.setMinSize(0, 0);
    setMinSize(0, 0);
    HBox.setHgrow(chart, Priority.ALWAYS);
    plotRow.setMinSize(0, 0);
    setVgrow(plotRow, Priority.ALWAYS);
    legendRoom.setMinHeight(0);
    getChildren().addAll(header, legendRoom, plotRow, strips);
    gestures = new DataGestures(chart, x, y, this::figure, ranges::touched);
    renderer.onRendered(
        () -> {
          cursor.refresh();
          gestures.refresh();
          key.place();
        });
    widthProperty().addListener((o, before, now) -> redrawLegend());
    heightProperty().addListener((o, before, now) -> redrawLegend());
    chart.getCanvas().addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
  }

  /** Shows something that is no figure in its place. */
  public void show(String words, Node table) {
    figure = null;
    title.setText(words);
    VBox.setVgrow(table, Priority.ALWAYS);
    getChildren().setAll(header, table);
    setAccessibleText(words);
  }

  /** Whether something that is no figure of the chart is shown. */
  public boolean isShown(Node other) {
    return getChildren().contains(other);
  }

  /** Changes the title of what is shown. */
  public void retitle(String words) {
    title.setText(TitleWords.own(words));
  }

  /** Shows a figure; a stretch that was zoomed into stays. */
  public void show(Figure shown) {
    if (!getChildren().contains(plotRow)) getChildren().setAll(header, legendRoom, plotRow, strips);
    boolean same = figure != null && figure.id().equals(shown.id());
    figure = shown;
    title.setText(TitleWords.own(shown));
    x.describe(shown.x());
    y.describe(shown.y());
    renderer.show(shown, FONT * scale, presented ? THICK : 1, dark);
    ranges.show(same);
    cursor.show(shown, dark);
    setAccessibleText(FigureWords.words(shown));
    redrawLegend();
    chart.invalidate();
  }

  /** The row of the title, where buttons may be added. */
  public HBox header() {
    return header;
  }

  /** The figure on the screen, if any. */
  public Optional<Figure> figure() {
    return Optional.ofNullable(figure);
  }

  /** Light or dark, and how much larger than usual the letters are. */
  public void look(boolean darkTheme, double fontScale) {
    dark = darkTheme;
    scale = fontScale;
    x.letters(scale);
    y.letters(scale);
    Figure shown = figure;
    if (shown != null) show(shown);
  }

  /** Whether no other figure is beside it: then its legend may take more room. */
  public void alone(boolean isAlone) {
    alone = isAlone;
    redrawLegend();
  }

  /** In a presentation lines are thicker, and words stand beside them, not in a legend. */
  public void present(boolean isPresented) {
    presented = isPresented;
    Figure shown = figure;
    if (shown != null) show(shown);
  }

  /** Whether the words of the legend, if there are any, are shown: above or beside the marks. */
  public boolean showsLegend() {
    Figure shown = figure;
    return shown == null
        || legend.getHeight() > 0
        || (renderer.isLabelled() && renderer.labels().isComplete())
        || painter(shown).legendHeight(getWidth()) == 0;
  }

  /** Whether the names of both axes have room. */
  public boolean showsAxisNames() {
    return figure == null || (x.isNamedWhole() && y.isNamedWhole());
  }

  /** The words that stand beside marks. */
  public DirectLabels labels() {
    return renderer.labels();
  }

  /** The moment of time that is marked. */
  public ChartCursor cursor() {
    return cursor;
  }

  /** Called with the stretch of time that is zoomed into, or nothing when all is shown again. */
  public void onStretch(Consumer<Optional<Range>> listener) {
    ranges.onStretch(listener);
  }

  /** Shows a stretch of time that another figure was zoomed into, or all again. */
  public void stretch(Optional<Range> range) {
    ranges.stretch(range);
  }

  /** Shows a stretch of the horizontal axis. */
  public void showX(Range range) {
    x.show(range);
  }

  /** What is shown along the horizontal axis. */
  public Range shownX() {
    return ranges.extent().x();
  }

  /** Where marks are drawn. */
  public Node plot() {
    return chart.getCanvas();
  }

  /** A short note beside the title; empty for none. */
  public void note(String words) {
    note.setText(words);
    note.setVisible(!words.isEmpty());
    note.setManaged(!words.isEmpty());
  }

  /** Whether the ranges stay while the figure changes, or fit each figure. */
  public void holdRanges(boolean hold) {
    ranges.hold(hold);
  }

  /** What gestures on observations do to the data. */
  public void touch(DataTouch target) {
    gestures.touch(target);
  }

  /** Puts a strip below the chart, along its horizontal axis. */
  public EpochStrip addEpochStrip() {
    EpochStrip strip = new EpochStrip(chart, x);
    strips.getChildren().setAll(strip);
    return strip;
  }

  private void clicked(MouseEvent event) {
    if (event.getButton() == MouseButton.SECONDARY) ranges.showAll();
  }

  private void redrawLegend() {
    Figure shown = figure;
    double width = getWidth() - getInsets().getLeft() - getInsets().getRight();
    if (shown == null || width <= 0) return;
    PlotPainter painter = painter(shown);
    double needed = Math.ceil(painter.legendHeight(width));
    // In a small card the plot matters more than the legend: its words then stand in the plot.
    double share = alone ? LEGEND_SHARE_ALONE : LEGEND_SHARE;
    boolean isHigh = needed > share * getHeight();
    boolean besides = (presented || isHigh) && hasRoomForLabels(painter, width);
    renderer.label(besides);
    double height = besides || needed > LEGEND_SHARE_ALONE * getHeight() ? 0 : needed;
    legend.setWidth(width);
    legend.setHeight(height);
    legendRoom.setPrefHeight(height);
    legendRoom.setMinHeight(height);
    legend.getGraphicsContext2D().clearRect(0, 0, width, height);
    if (height > 0) painter.legend(width);
    key.show(shown, FONT * scale, dark, width);
  }

  /** All words that are shown of the figure, but for the numbers along its axes. */
  public List<String> words() {
    Figure shown = figure;
    if (shown == null) return List.of();
    PlotPainter painter = painter(shown);
    Box plot = new Box(0, 0, chart.getCanvas().getWidth(), chart.getCanvas().getHeight());
    return Stream.of(
            Stream.of(title.getText(), x.getName(), y.getName()),
            legend.getHeight() > 0
                ? painter.legendWords(legend.getWidth())
                : Stream.<String>empty(),
            key.isShown() ? painter.colourBarWords(plot) : Stream.<String>empty(),
            renderer.labels().labels().stream().map(DirectLabels.Label::words))
        .flatMap(s -> s)
        .toList();
  }

  private PlotPainter painter(Figure shown) {
    CanvasPen pen = new CanvasPen(legend.getGraphicsContext2D());
    return new PlotPainter(shown, FONT * scale, dark, pen);
  }

  /** Of the plot as it is without a legend, whose size the layout has not found out yet. */
  private boolean hasRoomForLabels(PlotPainter painter, double width) {
    double font = FONT * scale;
    double left = Math.max(y.getWidth(), 3 * font);
    double below = Math.max(x.getHeight(), 3 * font) + header.getHeight() + strips.getHeight();
    Box plot = new Box(0, 0, width - left - font, getHeight() - below - 2 * font);
    if (plot.width() <= 0 || plot.height() <= 0) return false;
    return painter.labels(ranges.extent(), plot, renderer.labels()).isComplete();
  }
}
