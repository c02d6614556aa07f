package undercurrent.figure;

import java.util.stream.Stream;

/** The stretch of both axes that a plot shows. */
public record Extent(Range x, Range y) {
  private static final double ROOM = 0.05;

  /** True when there is no point to show. */
  public boolean isEmpty() {
    return x.isEmpty() || y.isEmpty();
  }

  Extent and(Extent other) {
    return new Extent(x.and(other.x), y.and(other.y));
  }

  /**
   * What the axes ask for, or what the marks need.
   *
   * @param width of the plot, for figures with equal units
   */
  public static Extent of(Figure figure, double width, double height) {
    Extent needed = new Extent(Range.NONE, Range.NONE);
    for (Mark mark : figure.marks()) needed = needed.and(of(mark, Range.NONE));
    Range x = needed.x;
    Range y = needed.y;
    if (x.isEmpty() || y.isEmpty()) return new Extent(Range.NONE, Range.NONE);
    for (Mark mark : figure.marks()) {
      if (mark instanceof Mark.Rule rule && !rule.vertical()) y = y.and(Range.of(rule.at()));
      if (mark instanceof Mark.Rule rule && rule.vertical()) x = x.and(Range.of(rule.at()));
    }
    // The ends of a path are marked, and need room where it turns.
    boolean timeLike =
        figure.aspect() == 0 && figure.marks().stream().noneMatch(Mark.Path.class::isInstance);
    x = limits(figure.x(), x.padded(timeLike ? ROOM / 3 : ROOM));
    y = limits(figure.y(), y.padded(ROOM));
    return figure.aspect() > 0 ? equal(x, y, figure.aspect() * width / height) : new Extent(x, y);
  }

  /**
   * This extent for a figure that changes while it is watched: what was shown before stays as long
   * as all of this lies in it and fills half of it.
   */
  public Extent heldBy(Extent before, Figure figure, double width, double height) {
    Range steadyX = x.heldBy(before.x);
    // Nothing was counted before the first epoch.
    Range heldX =
        figure.x().kind() == Axis.Kind.COUNT ? new Range(x.min(), steadyX.max()) : steadyX;
    Range heldY = y.heldBy(before.y);
    return figure.aspect() > 0
        ? equal(heldX, heldY, figure.aspect() * width / height)
        : new Extent(heldX, heldY);
  }

  /** What the points of a figure need upwards, those of a part of its horizontal axis alone. */
  static Range heightWithin(Figure figure, Range x) {
    Extent needed = new Extent(Range.NONE, Range.NONE);
    for (Mark mark : figure.marks()) needed = needed.and(of(mark, x));
    return needed.y.padded(ROOM);
  }

  private static Extent of(Mark mark, Range within) {
    return switch (mark) {
      case Mark.Line m -> of(m.x(), m.y(), within);
      case Mark.Points m -> of(m.x(), m.y(), within);
      case Mark.Path m -> of(m.x(), m.y(), within);
      case Mark.Band m -> of(m.x(), m.lower(), within).and(of(m.x(), m.upper(), within));
      case Mark.Layer m -> of(m.x(), m.lower(), within).and(of(m.x(), m.upper(), within));
      case Mark.Cells m ->
          of(
              new double[] {m.x(), m.x() + m.columns().size()},
              new double[] {m.y() - m.rows().size(), m.y()});
      case Mark.Roll m ->
          of(
              new double[] {m.edges()[0], m.end()},
              new double[] {m.first() - 0.5, m.first() - 0.5 + m.shares()[0].length});
      case Mark.Film _ -> of(new double[] {0, 1}, new double[] {0, 1});
      case Mark.Rule _, Mark.Span _, Mark.Area _ -> new Extent(Range.NONE, Range.NONE);
    };
  }

  /** The x of everything that has points. */
  static Stream<double[]> xs(Figure figure) {
    return figure.marks().stream()
        .map(
            mark ->
                switch (mark) {
                  case Mark.Line m -> m.x();
                  case Mark.Points m -> m.x();
                  case Mark.Path m -> m.x();
                  case Mark.Band m -> m.x();
                  case Mark.Layer m -> m.x();
                  case Mark.Roll m -> m.starts();
                  case Mark.Cells _, Mark.Film _, Mark.Rule _, Mark.Span _, Mark.Area _ ->
                      new double[0];
                });
  }

  /** Lengthens one axis until one y unit is as long on the page as the figure demands. */
  private static Extent equal(Range x, Range y, double unitsOfXForOneOfY) {
    // height / span(y) = aspect · width / span(x)
    double xForY = y.span() * unitsOfXForOneOfY;
    return xForY > x.span()
        ? new Extent(x.ofLength(xForY), y)
        : new Extent(x, y.ofLength(x.span() / unitsOfXForOneOfY));
  }

  private static Range limits(Axis axis, Range needed) {
    double min = Double.isFinite(axis.min()) ? axis.min() : needed.min();
    double max = Double.isFinite(axis.max()) ? axis.max() : needed.max();
    return max > min ? new Range(min, max) : new Range(min, min).padded(ROOM);
  }

  /** Only points that can be drawn count. */
  static Extent of(double[] x, double[] y) {
    return of(x, y, Range.NONE);
  }

  private static Extent of(double[] x, double[] y, Range within) {
    double left = Double.POSITIVE_INFINITY;
    double right = Double.NEGATIVE_INFINITY;
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < x.length; i++) {
      if (!Double.isFinite(x[i]) || !Double.isFinite(y[i])) continue;
      if (x[i] < within.min() || x[i] > within.max()) continue;
      left = Math.min(left, x[i]);
      right = Math.max(right, x[i]);
      low = Math.min(low, y[i]);
      high = Math.max(high, y[i]);
    }
    return left > right
        ? new Extent(Range.NONE, Range.NONE)
        : new Extent(new Range(left, right), new Range(low, high));
  }
}
