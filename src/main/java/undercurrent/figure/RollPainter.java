package undercurrent.figure;

import java.util.Arrays;

/** Draws keys over time: shades of a probability, bars of what sounds, or their frames. */
final class RollPainter {
  /** Shades that are told apart. */
  private static final int LEVELS = 32;

  /** Of a row, the share that a bar is high; a shade fills it. */
  private static final double BAR = 0.52;

  private static final double FRAME = 0.8;
  private final Scales scales;
  private final Palette palette;
  private final Pen pen;
  private final double line;
  private final boolean bare;

  RollPainter(Scales scales, Palette palette, Pen pen, double line, boolean bare) {
    this.scales = scales;
    this.palette = palette;
    this.pen = pen;
    this.line = line;
    this.bare = bare;
  }

  void paint(Mark.Roll m) {
    int rows = m.shares().length == 0 ? 0 : m.shares()[0].length;
    for (int k = 0; k < rows; k++) {
      double y = scales.y(m.first() + k);
      if (y < scales.plot().y() - 1 || y > scales.plot().bottom() + 1) continue;
      for (int from = 0; from < m.shares().length; ) {
        int level = level(m, from, k);
        int to = from + 1;
        while (to < m.shares().length && level(m, to, k) == level) to++;
        if (level > 0) stretch(m, from, to, k, level / (double) LEVELS);
        from = to;
      }
    }
  }

  /** 0 where nothing is drawn. */
  private static int level(Mark.Roll m, int step, int row) {
    double share = m.shares()[step][row];
    if (!Double.isFinite(share)) return 0;
    if (m.form() != Mark.Roll.Form.SHADES) return share > Mark.Roll.SOUNDS ? LEVELS : 0;
    return (int) Math.round(LEVELS * Math.clamp(share, 0, 1));
  }

  private void stretch(Mark.Roll m, int from, int to, int row, double share) {
    double left = scales.x(m.edges()[from]);
    double right = scales.x(m.edges()[to]);
    double above = scales.y(m.first() + row + 0.5);
    double below = scales.y(m.first() + row - 0.5);
    double height = below - above;
    Colour solid = Colour.solid(palette.of(m.ink()));
    switch (m.form()) {
      case SHADES ->
          pen.area(
              box(left, above, right, below, 1), new Colour(palette.of(m.ink()), opacity(share)));
      case BARS -> {
        // A gap tells two keys that follow each other from one that is held.
        double gap = Math.min(0.4 * line, 0.2 * (right - left));
        pen.area(box(left, above, right - gap, below, bare ? 1 : BAR), solid);
      }
      case FRAMES -> {
        double[] ring = box(left, above, right, below, Math.min(FRAME, 1 - line / height))[0];
        double[] closed = Arrays.copyOf(ring, 10);
        closed[8] = ring[0];
        closed[9] = ring[1];
        pen.line(closed, solid, 0.45 * line);
      }
    }
  }

  /** As dark as the share, and never so dark that a bar on it is lost. */
  static double opacity(double share) {
    return 0.85 * share;
  }

  private static double[][] box(
      double left, double above, double right, double below, double share) {
    double rim = (1 - share) * (below - above) / 2;
    return new double[][] {
      new Box(left, above + rim, right - left, below - above - 2 * rim).ring()
    };
  }
}
