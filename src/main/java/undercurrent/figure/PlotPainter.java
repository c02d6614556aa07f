package undercurrent.figure;

import java.util.Optional;
import java.util.stream.Stream;

/** Draws the parts of a figure for a caller that draws the axes itself, such as a live chart. */
public final class PlotPainter {
  /** Behind words that lie on marks. */
  private static final double VEIL = 0.8;

  private final Figure figure;
  private final Sizes sizes;
  private final Palette palette;
  private final Pen pen;

  /**
   * A painter of one figure.
   *
   * @param font size of ordinary letters in pixels
   */
  public PlotPainter(Figure figure, double font, boolean dark, Pen pen) {
    this(figure, font, 1, dark, pen);
  }

  /**
   * The same.
   *
   * @param weight how much thicker than usual lines are
   */
  public PlotPainter(Figure figure, double font, double weight, boolean dark, Pen pen) {
    this.figure = figure;
    this.sizes = new Sizes(font, false, weight);
    this.palette = Palette.of(dark);
    this.pen = pen;
  }

  /** Land and shaded stretches, which lie under a grid. */
  public void ground(Extent extent, Box plot) {
    MarkPainter marks = painter(extent, plot);
    figure.marks().stream().filter(PlotPainter::isGround).forEach(marks::paint);
  }

  /** Everything else. */
  public void marks(Extent extent, Box plot) {
    MarkPainter marks = painter(extent, plot);
    figure.marks().stream().filter(m -> !isGround(m)).forEach(marks::paint);
  }

  /**
   * The words of the legend beside the marks.
   *
   * @param before what was drawn last
   */
  public DirectLabels labels(Extent extent, Box plot, DirectLabels before) {
    return DirectLabels.of(figure, new Scales(extent, plot), sizes, palette, before);
  }

  /** Words that the legend does not have, as of a line across the plot. */
  public DirectLabels labelsBesideLegend(Extent extent, Box plot, DirectLabels before) {
    return DirectLabels.besideLegend(figure, new Scales(extent, plot), sizes, palette, before);
  }

  /** Draws words beside the marks. */
  public void paint(DirectLabels labels) {
    for (DirectLabels.Label label : labels.labels()) {
      pen.area(new double[][] {label.box().ring()}, new Colour(palette.background(), VEIL));
      label.lines().forEach(pen::text);
    }
  }

  /** The height of the legend when it is so wide. */
  public double legendHeight(double width) {
    return measured(width).height();
  }

  /** The legend, from the top left corner. */
  public void legend(double width) {
    LegendPainter keys = new LegendPainter(sizes, palette, pen);
    for (Legend.Entry entry : measured(width).entries()) {
      keys.paint(entry);
      pen.text(entry.text());
    }
  }

  /** The words of the legend when it is so wide. */
  public Stream<String> legendWords(double width) {
    return measured(width).entries().stream().map(entry -> entry.text().text());
  }

  /** The words and numbers of the key to the colours. */
  public Stream<String> colourBarWords(Box plot) {
    return bar(plot).stream().flatMap(bar -> bar.texts().stream()).map(Text::text);
  }

  /**
   * The width of the key to the colours of a path over time or of cells; 0 for a figure without
   * one.
   *
   * @param plot that it stands beside
   */
  public double colourBarWidth(Box plot) {
    return bar(plot).map(ColourBar::width).orElse(0.0);
  }

  /** The key to the colours, from x = 0 on, as high as the plot. */
  public void colourBar(Box plot) {
    LegendPainter keys = new LegendPainter(sizes, palette, pen);
    bar(plot)
        .ifPresent(
            bar -> {
              keys.paint(bar);
              bar.texts().forEach(pen::text);
            });
  }

  private Optional<ColourBar> bar(Box plot) {
    return ColourBar.of(figure.marks(), plot, 0, sizes, palette);
  }

  private Legend measured(double width) {
    Box room = new Box(0, 0, width, Double.MAX_VALUE);
    return Legend.of(figure.marks(), room, sizes, palette.text());
  }

  private MarkPainter painter(Extent extent, Box plot) {
    return new MarkPainter(figure, new Scales(extent, plot), sizes, palette, pen);
  }

  static boolean isGround(Mark mark) {
    return mark instanceof Mark.Area || mark instanceof Mark.Span;
  }
}
