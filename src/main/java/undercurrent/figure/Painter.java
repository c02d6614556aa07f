package undercurrent.figure;

import java.util.List;

/** Draws figures with any {@link Pen}: paper, grid, marks, frame, words. */
public final class Painter {
  private final Layout layout;
  private final Pen pen;
  private final Palette palette;
  private final boolean isFilled;

  private Painter(Layout layout, boolean isFilled, Pen pen) {
    this.layout = layout;
    this.isFilled = isFilled;
    this.pen = pen;
    this.palette = layout.palette();
  }

  /** Draws a figure on a page of so many pixels. */
  public static void paint(Figure figure, double width, double height, boolean dark, Pen pen) {
    paint(figure, width, height, Paper.of(dark), pen);
  }

  /** The same on other paper. */
  public static void paint(Figure figure, double width, double height, Paper paper, Pen pen) {
    Layout layout = Layout.of(figure, width, height, paper.palette());
    new Painter(layout, paper != Paper.TRANSPARENT, pen).paint();
  }

  private void paint() {
    if (isFilled) fill(layout.page(), palette.background());
    if (!layout.isEmpty()) {
      MarkPainter marks = new MarkPainter(layout, pen);
      pen.clip(layout.plot());
      layout.figure().marks().stream().filter(PlotPainter::isGround).forEach(marks::paint);
      grid();
      layout.figure().marks().stream().filter(m -> !PlotPainter.isGround(m)).forEach(marks::paint);
      pen.unclip();
      LegendPainter keys = new LegendPainter(layout, pen);
      layout.legend().entries().forEach(keys::paint);
      layout.colourBar().ifPresent(keys::paint);
    }
    if (!layout.sizes().bare()) frame();
    layout.allTexts().stream().filter(text -> !text.text().isEmpty()).forEach(pen::text);
  }

  private void grid() {
    Box plot = layout.plot();
    double width = 0.07 * layout.sizes().font();
    Colour colour = Colour.solid(palette.grid());
    for (Tick tick : layout.xTicks()) {
      double x = layout.scales().x(tick.value());
      pen.line(new double[] {x, plot.y(), x, plot.bottom()}, colour, width);
    }
    for (Tick tick : layout.yTicks()) {
      double y = layout.scales().y(tick.value());
      pen.line(new double[] {plot.x(), y, plot.right(), y}, colour, width);
    }
  }

  private void frame() {
    Box plot = layout.plot();
    double font = layout.sizes().font();
    double width = 0.09 * font;
    double length = 0.35 * font;
    Colour colour = Colour.solid(palette.frame());
    if (layout.figure().x().kind() == Axis.Kind.NONE) return;
    pen.line(
        new double[] {plot.x(), plot.y(), plot.x(), plot.bottom(), plot.right(), plot.bottom()},
        colour,
        width);
    for (Tick tick : layout.xTicks()) {
      double x = layout.scales().x(tick.value());
      pen.line(new double[] {x, plot.bottom(), x, plot.bottom() + length}, colour, width);
    }
    for (Tick tick : layout.yTicks()) {
      double y = layout.scales().y(tick.value());
      pen.line(new double[] {plot.x() - length, y, plot.x(), y}, colour, width);
    }
  }

  private void fill(Box box, int rgb) {
    pen.area(List.of(box.ring()).toArray(double[][]::new), Colour.solid(rgb));
  }
}
