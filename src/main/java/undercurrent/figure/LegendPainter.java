package undercurrent.figure;

import java.util.Arrays;
import java.util.function.DoubleToIntFunction;

/** Draws the swatches of the legend and the colour bar. */
final class LegendPainter {
  private static final int STRIPES = 64;
  private final Pen pen;
  private final Palette palette;
  private final Brush brush;
  private final double line;

  LegendPainter(Layout layout, Pen pen) {
    this(layout.sizes(), layout.palette(), pen);
  }

  LegendPainter(Sizes sizes, Palette palette, Pen pen) {
    this.pen = pen;
    this.palette = palette;
    this.line = sizes.line();
    this.brush = new Brush(pen, palette, line);
  }

  void paint(Legend.Entry entry) {
    Box box = entry.swatch();
    double y = box.y() + box.height() / 2;
    switch (entry.part()) {
      case START -> brush.start(box.middle(), y, 2.4 * line);
      case END -> brush.end(box.middle(), y, 2.4 * line);
      case WHOLE -> whole(entry.mark(), box, y);
      case MORE -> {}
    }
  }

  private void whole(Mark mark, Box box, double y) {
    double[] level = {box.x(), y, box.right(), y};
    switch (mark) {
      case Mark.Line m -> brush.line(level, m.ink(), m.stroke());
      case Mark.Band m -> brush.band(box.ring(), m.ink());
      case Mark.Points m ->
          brush.points(new double[] {box.middle(), y}, m.ink(), m.shape(), 1.8 * line);
      case Mark.Path _ ->
          stripes(new Box(box.x(), y - line, box.width(), 2 * line), false, palette::along);
      case Mark.Layer m -> brush.layer(box.ring(), m.ink());
      case Mark.Cells _, Mark.Film _ -> {}
      case Mark.Roll m -> roll(m, box);
      case Mark.Rule _ -> brush.rule(level);
      case Mark.Span m ->
          pen.area(new double[][] {box.ring()}, new Colour(palette.of(m.ink()), 0.2));
      case Mark.Area m -> brush.ground(new double[][] {box.ring()}, m.ink());
    }
  }

  /** All shades from left to right, or a bar. */
  private void roll(Mark.Roll m, Box box) {
    int rgb = palette.of(m.ink());
    double[] closed = Arrays.copyOf(box.ring(), 10);
    closed[8] = closed[0];
    closed[9] = closed[1];
    switch (m.form()) {
      case SHADES ->
          stripes(
              box, false, at -> Palette.mixed(palette.background(), rgb, RollPainter.opacity(at)));
      case BARS -> pen.area(new double[][] {box.ring()}, Colour.solid(rgb));
      case FRAMES -> pen.line(closed, Colour.solid(rgb), 0.45 * line);
    }
  }

  void paint(ColourBar bar) {
    stripes(
        bar.bar(),
        true,
        switch (bar.colours()) {
          case PATH -> palette::along;
          case BOTH_SIGNS -> at -> palette.diverging(2 * at - 1);
          case ONE_SIGN -> palette::diverging;
        });
  }

  /** The colours of a path from left to right, or from below to above. */
  private void stripes(Box box, boolean upwards, DoubleToIntFunction colour) {
    for (int i = 0; i < STRIPES; i++) {
      double width = upwards ? box.width() : box.width() / STRIPES;
      double height = upwards ? box.height() / STRIPES : box.height();
      double x = upwards ? box.x() : box.x() + i * width;
      double y = upwards ? box.bottom() - (i + 1) * height : box.y();
      // A little longer than its place, so that no seam is seen; the next one covers it.
      Box stripe =
          upwards
              ? new Box(x, y, width, height + (i == 0 ? 0 : 0.6))
              : new Box(x - (i == 0 ? 0 : 0.6), y, width + (i == 0 ? 0 : 0.6), height);
      pen.area(
          new double[][] {stripe.ring()}, Colour.solid(colour.applyAsInt((i + 0.5) / STRIPES)));
    }
  }
}
