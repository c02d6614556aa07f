package undercurrent.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
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
    List<double[]> xs = new ArrayList<>();
    List<double[]> ys = new ArrayList<>();
    for (Mark mark : figure.marks()) {
      switch (mark) {
        case Mark.Line m -> add(xs, ys, m.x(), m.y());
        case Mark.Points m -> add(xs, ys, m.x(), m.y());
        case Mark.Path m -> add(xs, ys, m.x(), m.y());
        case Mark.Band m -> {
          add(xs, ys, m.x(), m.lower());
          add(xs, ys, m.x(), m.upper());
        }
        case Mark.Layer m -> {
          add(xs, ys, m.x(), m.lower());
          add(xs, ys, m.x(), m.upper());
        }
        case Mark.Cells m ->
            add(
                xs,
                ys,
                new double[] {m.x(), m.x() + m.columns().size()},
                new double[] {m.y() - m.rows().size(), m.y()});
        case Mark.Rule _, Mark.Span _, Mark.Area _ -> {}
      }
    }
    Range x = Range.of(joined(xs));
    Range y = Range.of(joined(ys));
    if (x.isEmpty() || y.isEmpty()) return new Extent(Range.NONE, Range.NONE);
    for (Mark mark : figure.marks()) {
      if (mark instanceof Mark.Rule rule && !rule.vertical()) y = y.and(Range.of(rule.at()));
      if (mark instanceof Mark.Rule rule && rule.vertical()) x = x.and(Range.of(rule.at()));
    }
    // The ends of a path are marked, and need room where it turns.
    boolean timeLike =
        figure.aspect() == 0 && figure.marks().stream().noneMatch(Mark.Path.class::isInstance);
    x = asked(figure.x(), x.padded(timeLike ? ROOM / 3 : ROOM));
    y = asked(figure.y(), y.padded(ROOM));
    return figure.aspect() > 0 ? equal(x, y, figure.aspect() * width / height) : new Extent(x, y);
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
                  case Mark.Cells _, Mark.Rule _, Mark.Span _, Mark.Area _ -> new double[0];
                });
  }

  /** Lengthens one axis until one y unit is as long on the page as the figure asks. */
  private static Extent equal(Range x, Range y, double unitsOfXForOneOfY) {
    // height / span(y) = aspect · width / span(x)
    double xForY = y.span() * unitsOfXForOneOfY;
    return xForY > x.span()
        ? new Extent(x.ofLength(xForY), y)
        : new Extent(x, y.ofLength(x.span() / unitsOfXForOneOfY));
  }

  private static Range asked(Axis axis, Range needed) {
    double min = Double.isFinite(axis.min()) ? axis.min() : needed.min();
    double max = Double.isFinite(axis.max()) ? axis.max() : needed.max();
    return max > min ? new Range(min, max) : new Range(min, min).padded(ROOM);
  }

  /** Only points that can be drawn count. */
  private static void add(List<double[]> xs, List<double[]> ys, double[] x, double[] y) {
    double[] usedX = new double[x.length];
    double[] usedY = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      boolean drawn = Double.isFinite(x[i]) && Double.isFinite(y[i]);
      usedX[i] = drawn ? x[i] : Double.NaN;
      usedY[i] = drawn ? y[i] : Double.NaN;
    }
    xs.add(usedX);
    ys.add(usedY);
  }

  private static double[] joined(List<double[]> arrays) {
    return arrays.stream().flatMapToDouble(DoubleStream::of).toArray();
  }
}
