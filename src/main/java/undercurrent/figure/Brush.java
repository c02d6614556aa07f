package undercurrent.figure;

/** The strokes and shapes of marks, the same in the plot and in the legend. */
final class Brush {
  private static final double[] SOLID = {};
  private static final double PALE = 0.45;
  private final Pen pen;
  private final Palette palette;
  private final double line;

  Brush(Pen pen, Palette palette, double line) {
    this.pen = pen;
    this.palette = palette;
    this.line = line;
  }

  /** In the legend. */
  void line(double[] points, Ink ink, Mark.Stroke stroke) {
    if (stroke == Mark.Stroke.FAINT) faint(points, ink, 0.6);
    else line(points, ink, stroke, line);
  }

  void line(double[] points, Ink ink, Mark.Stroke stroke, double width) {
    double[] dashes =
        switch (stroke) {
          case SOLID, FAINT -> SOLID;
          case DASHED -> new double[] {4 * line, 3 * line};
          case DOTTED -> new double[] {0.6 * line, 2.4 * line};
        };
    pen.line(points, Colour.solid(palette.of(ink)), width, dashes);
  }

  void faint(double[] points, Ink ink, double opacity) {
    pen.line(points, new Colour(palette.of(ink), opacity), 0.5 * line);
  }

  /** The edge of a line that runs over others of its colour. */
  void halo(double[] points, double width) {
    pen.line(points, new Colour(palette.background(), 0.8), 1.9 * width);
  }

  void band(double[] ring, Ink ink) {
    pen.area(
        new double[][] {ring}, new Colour(palette.of(ink), palette == Palette.DARK ? 0.26 : 0.2));
  }

  void layer(double[] ring, Ink ink) {
    pen.area(new double[][] {ring}, new Colour(palette.of(ink), 0.75));
  }

  void ground(double[][] rings, Ink ink) {
    pen.area(rings, new Colour(palette.of(ink), 0.3));
  }

  void rule(double[] points) {
    pen.line(points, Colour.solid(palette.of(Ink.MUTED)), 0.7 * line, 3 * line, 2.2 * line);
  }

  void points(double[] points, Ink ink, Mark.Shape shape, double radius) {
    Colour colour = Colour.solid(palette.of(ink));
    switch (shape) {
      case DOT -> pen.dots(points, radius, colour);
      case RING -> ring(points, radius, colour);
      case DIAMOND -> {
        for (int i = 0; i < points.length; i += 2)
          diamond(points[i], points[i + 1], radius, colour);
      }
      case CROSS -> {
        for (int i = 0; i < points.length; i += 2) cross(points[i], points[i + 1], radius, colour);
      }
    }
  }

  /** Many points; those that are otherwise hollow are paler. */
  void heap(PointThinning heap, Ink ink, Mark.Shape shape, double radius) {
    int rgb = palette.of(ink);
    Colour colour =
        Colour.solid(
            shape == Mark.Shape.RING ? Palette.mixed(palette.background(), rgb, PALE) : rgb);
    pen.heap(heap.bars(), heap.dots(), radius, colour);
  }

  private void ring(double[] points, double radius, Colour colour) {
    pen.dots(points, 1.15 * radius, colour);
    pen.dots(points, 0.6 * radius, Colour.solid(palette.background()));
  }

  private void diamond(double x, double y, double radius, Colour colour) {
    double r = 1.35 * radius;
    pen.area(new double[][] {{x - r, y, x, y - r, x + r, y, x, y + r}}, colour);
  }

  private void cross(double x, double y, double radius, Colour colour) {
    double r = radius;
    pen.line(new double[] {x - r, y - r, x + r, y + r}, colour, 0.7 * line);
    pen.line(new double[] {x - r, y + r, x + r, y - r}, colour, 0.7 * line);
  }

  /** Where a coloured path begins: a ring. */
  void start(double x, double y, double radius) {
    ring(new double[] {x, y}, radius, Colour.solid(palette.text()));
  }

  /** Where a coloured path ends: a diamond. */
  void end(double x, double y, double radius) {
    diamond(x, y, radius, Colour.solid(palette.text()));
  }
}
