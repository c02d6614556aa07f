package undercurrent.figure;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;

/** Draws marks inside the plot. */
final class MarkPainter {
  /** Colours along a path: more cannot be told apart. */
  private static final int SHADES = 64;

  private final Scales scales;
  private final Box plot;
  private final Pen pen;
  private final Palette palette;
  private final Brush brush;
  private final double line;
  private final boolean bare;
  private final MarkThinning thinning;
  private final CellPainter cells;
  private final RollPainter rolls;
  private final FramesPainter films;

  MarkPainter(Layout layout, Pen pen) {
    this(layout.figure(), layout.scales(), layout.sizes(), layout.palette(), pen);
  }

  MarkPainter(Figure figure, Scales scales, Sizes sizes, Palette palette, Pen pen) {
    this.scales = scales;
    this.plot = scales.plot();
    this.pen = pen;
    this.palette = palette;
    this.line = sizes.line();
    this.bare = sizes.bare();
    this.brush = new Brush(pen, palette, line);
    this.thinning = new MarkThinning(figure.marks(), scales, sizes);
    this.cells = new CellPainter(scales, sizes, palette, pen);
    this.films = new FramesPainter(sizes, palette, pen);
    this.rolls = new RollPainter(scales, palette, pen, line, bare);
  }

  void paint(Mark mark) {
    switch (mark) {
      case Mark.Line m -> line(m);
      case Mark.Band m -> band(m.x(), m.lower(), m.upper(), ring -> brush.band(ring, m.ink()));
      case Mark.Layer m -> band(m.x(), m.lower(), m.upper(), ring -> brush.layer(ring, m.ink()));
      case Mark.Cells m -> cells.paint(m);
      case Mark.Roll m -> rolls.paint(m);
      case Mark.Film m -> films.paint(m.frames(), plot);
      case Mark.Points m -> points(m);
      case Mark.Path m -> path(m);
      case Mark.Rule m -> rule(m);
      case Mark.Span m -> span(m);
      case Mark.Area m -> area(m);
    }
  }

  private void line(Mark.Line m) {
    boolean faint = m.stroke() == Mark.Stroke.FAINT;
    double width = thinning.lineWidth(m);
    if (thinning.isOverFaintOnes(m) && !faint) {
      pieces(m.x(), m.y(), piece -> brush.halo(piece, width));
    }
    Colour colour = new Colour(palette.of(m.ink()), faint ? thinning.opacity(m) : 1);
    pieces(
        m.x(),
        m.y(),
        piece ->
            Envelope.of(piece)
                .ifPresentOrElse(
                    all -> pen.area(new double[][] {all.ring(width / 2)}, colour),
                    () -> {
                      if (faint) brush.faint(piece, m.ink(), colour.opacity());
                      else brush.line(piece, m.ink(), m.stroke(), width);
                    }));
  }

  /** Hands on the stretches without a gap, in pixels; a single point becomes a dot. */
  private void pieces(double[] x, double[] y, Consumer<double[]> use) {
    double[] piece = new double[2 * x.length];
    int size = 0;
    for (int i = 0; i <= x.length; i++) {
      if (i < x.length && Double.isFinite(x[i]) && Double.isFinite(y[i])) {
        piece[size++] = scales.x(x[i]);
        piece[size++] = scales.y(y[i]);
        continue;
      }
      if (size == 2) size = twice(piece);
      if (size > 0) use.accept(Arrays.copyOf(piece, size));
      size = 0;
    }
  }

  private static int twice(double[] piece) {
    if (piece.length < 4) return 2;
    piece[2] = piece[0];
    piece[3] = piece[1];
    return 4;
  }

  /** Hands on the outlines of the stretches without a gap, in pixels. */
  private void band(double[] x, double[] lower, double[] upper, Consumer<double[]> use) {
    int from = 0;
    for (int i = 0; i <= x.length; i++) {
      boolean whole =
          i < x.length
              && Double.isFinite(x[i])
              && Double.isFinite(lower[i])
              && Double.isFinite(upper[i]);
      if (whole) continue;
      if (i - from > 1) use.accept(ring(x, lower, upper, from, i));
      from = i + 1;
    }
  }

  /** Forth above, and back below. */
  private double[] ring(double[] x, double[] lower, double[] upper, int from, int to) {
    double[] above = edge(x, upper, from, to);
    double[] below = edge(x, lower, from, to);
    Optional<Envelope> high = Envelope.of(above);
    Optional<Envelope> low = Envelope.of(below);
    // Down the page y grows.
    if (high.isPresent() && low.isPresent()) {
      return new Envelope(low.get().left(), high.get().low(), low.get().high()).ring(0);
    }
    double[] ring = Arrays.copyOf(above, above.length + below.length);
    for (int i = 0; i < below.length; i += 2) {
      ring[ring.length - 2 - i] = below[i];
      ring[ring.length - 1 - i] = below[i + 1];
    }
    return ring;
  }

  private double[] edge(double[] x, double[] y, int from, int to) {
    double[] edge = new double[2 * (to - from)];
    for (int i = from; i < to; i++) {
      edge[2 * (i - from)] = scales.x(x[i]);
      edge[2 * (i - from) + 1] = scales.y(y[i]);
    }
    return edge;
  }

  private void points(Mark.Points m) {
    double radius = thinning.radius(m);
    PointThinning.of(m.x(), m.y(), scales, radius)
        .ifPresentOrElse(
            heap -> brush.heap(heap, m.ink(), m.shape(), radius),
            () -> brush.points(places(m), m.ink(), m.shape(), radius));
  }

  /** Where the points are, in pixels. */
  private double[] places(Mark.Points m) {
    double[] places = new double[2 * m.x().length];
    int size = 0;
    for (int i = 0; i < m.x().length; i++) {
      if (!Double.isFinite(m.x()[i]) || !Double.isFinite(m.y()[i])) continue;
      double x = scales.x(m.x()[i]);
      double y = scales.y(m.y()[i]);
      if (!isNear(x, y)) continue;
      places[size++] = x;
      places[size++] = y;
    }
    return Arrays.copyOf(places, size);
  }

  /** Whether something of a dot can be seen in the plot. */
  private boolean isNear(double x, double y) {
    double around = 10 * line;
    return x >= plot.x() - around
        && x <= plot.right() + around
        && y >= plot.y() - around
        && y <= plot.bottom() + around;
  }

  private void path(Mark.Path m) {
    if (!m.groups().isEmpty()) {
      groups(m);
      ends(m);
      return;
    }
    Range range = Range.of(m.colour());
    double span = Math.max(range.span(), Double.MIN_NORMAL);
    int last = -1;
    int from = 0;
    for (int i = 1; i < m.x().length; i++) {
      double middle = (m.colour()[i - 1] / 2 + m.colour()[i] / 2 - range.min()) / span;
      int shade = (int) Math.clamp(SHADES * middle, 0, SHADES - 1);
      if (shade != last) {
        stretch(m, from, i - 1, last);
        from = i - 1;
        last = shade;
      }
    }
    stretch(m, from, m.x().length - 1, last);
    ends(m);
  }

  /** The way to each point in the colour of its group. */
  private void groups(Mark.Path m) {
    int[] of = m.groups().of();
    int from = 0;
    for (int i = 1; i < of.length; i++) {
      if (i + 1 < of.length && of[i + 1] == of[i]) continue;
      stretch(m, from, i, Colour.solid(palette.of(LatentFigure.INKS.get(of[i]))));
      from = i;
    }
  }

  private void stretch(Mark.Path m, int from, int to, int shade) {
    if (shade < 0 || to <= from) return;
    stretch(m, from, to, Colour.solid(palette.along((shade + 0.5) / SHADES)));
  }

  private void stretch(Mark.Path m, int from, int to, Colour colour) {
    pieces(
        Arrays.copyOfRange(m.x(), from, to + 1),
        Arrays.copyOfRange(m.y(), from, to + 1),
        piece -> {
          for (double[] part : Thinning.of(piece)) pen.line(part, colour, 1.15 * line);
        });
  }

  private void ends(Mark.Path m) {
    int first = -1;
    int last = -1;
    for (int i = 0; i < m.x().length; i++) {
      if (!Double.isFinite(m.x()[i]) || !Double.isFinite(m.y()[i])) continue;
      if (first < 0) first = i;
      last = i;
    }
    if (first < 0) return;
    double radius = (bare ? 1.6 : 2.8) * line;
    brush.start(scales.x(m.x()[first]), scales.y(m.y()[first]), radius);
    if (last > first) brush.end(scales.x(m.x()[last]), scales.y(m.y()[last]), radius);
  }

  private void rule(Mark.Rule m) {
    double x = scales.x(m.at());
    double y = scales.y(m.at());
    brush.rule(
        m.vertical()
            ? new double[] {x, plot.y(), x, plot.bottom()}
            : new double[] {plot.x(), y, plot.right(), y});
  }

  private void span(Mark.Span m) {
    if (bare) return;
    double from = scales.x(m.from());
    Box box = new Box(from, plot.y(), scales.x(m.to()) - from, plot.height());
    pen.area(new double[][] {box.ring()}, new Colour(palette.of(m.ink()), 0.13));
  }

  private void area(Mark.Area m) {
    double[][] rings = new double[m.rings().length][];
    for (int r = 0; r < rings.length; r++) {
      double[] ring = m.rings()[r].clone();
      for (int i = 0; i < ring.length; i += 2) {
        ring[i] = scales.x(ring[i]);
        ring[i + 1] = scales.y(ring[i + 1]);
      }
      rings[r] = ring;
    }
    brush.ground(rings, m.ink());
  }
}
