package undercurrent.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A figure whose marks have far more points than a screen has columns of pixels, ready to be drawn
 * in any stretch of its horizontal axis in a time that does not depend on how many points it has.
 * Lines and areas over a rising axis are drawn from {@link Levels}; no part of them is put more
 * than a quarter of a pixel beside its place. Paths in a plane are drawn as {@link LongPath} says.
 * In a stretch of few points all of them are drawn.
 */
public final class LongFigure {
  /** Marks of fewer points are drawn as they are. */
  private static final int LONG = 20_000;

  /** Blocks for each column of pixels, so that a column has what is in it. */
  private static final double FINE = 4;

  private final Figure figure;
  private final List<Optional<Ready>> ready;

  /** A mark that can be thinned. */
  @FunctionalInterface
  private interface Ready {
    /** The mark between two places of the axis, as it is drawn on so many columns of pixels. */
    Mark within(Range shown, double columns);
  }

  /** A mark between a lower and an upper edge. */
  @FunctionalInterface
  private interface Area {
    Mark between(double[] x, double[] lower, double[] upper);
  }

  private LongFigure(Figure figure, List<Optional<Ready>> ready) {
    this.figure = figure;
    this.ready = ready;
  }

  /** Whether a figure has a mark that is worth it. */
  public static boolean isOne(Figure figure) {
    return figure.marks().stream().anyMatch(LongFigure::isLong);
  }

  private static boolean isLong(Mark mark) {
    return places(mark).length > LONG;
  }

  /** Where the points of a mark are along the horizontal axis; none of a mark of another kind. */
  private static double[] places(Mark mark) {
    return switch (mark) {
      case Mark.Line m -> m.x();
      case Mark.Band m -> m.x();
      case Mark.Layer m -> m.x();
      case Mark.Points m -> m.x();
      case Mark.Path m -> m.x();
      default -> new double[0];
    };
  }

  /** Looks at all points, which takes some milliseconds for a million of them. */
  public static LongFigure of(Figure figure) {
    return new LongFigure(figure, figure.marks().stream().map(LongFigure::ready).toList());
  }

  private static Optional<Ready> ready(Mark mark) {
    if (!isLong(mark)) return Optional.empty();
    if (mark instanceof Mark.Path m) {
      return LongPath.isOne(m) ? Optional.of(path(m)) : Optional.empty();
    }
    if (!rising(places(mark))) return Optional.empty();
    return switch (mark) {
      case Mark.Line m -> Optional.of(line(m));
      case Mark.Points m -> Optional.of(points(m));
      case Mark.Band m ->
          Optional.of(
              area(
                  m.x(),
                  m.lower(),
                  m.upper(),
                  (x, lower, upper) -> new Mark.Band(m.legend(), m.ink(), x, lower, upper)));
      case Mark.Layer m ->
          Optional.of(
              area(
                  m.x(),
                  m.lower(),
                  m.upper(),
                  (x, lower, upper) -> new Mark.Layer(m.legend(), m.ink(), x, lower, upper)));
      default -> Optional.empty();
    };
  }

  private static Ready path(Mark.Path m) {
    LongPath path = new LongPath(m);
    return (shown, columns) -> path.within(shown);
  }

  private static Ready line(Mark.Line m) {
    Levels levels = Levels.of(m.y());
    return (shown, columns) -> {
      int from = from(m.x(), shown);
      int to = to(m.x(), shown);
      return levels
          .blocks(from, to, FINE * columns)
          .map(blocks -> through(m, blocks.ends()))
          .orElseGet(
              () ->
                  new Mark.Line(
                      m.legend(),
                      m.ink(),
                      m.stroke(),
                      Arrays.copyOfRange(m.x(), from, to),
                      Arrays.copyOfRange(m.y(), from, to)));
    };
  }

  private static Mark through(Mark.Line m, int[] places) {
    double[] x = new double[places.length];
    double[] y = new double[places.length];
    for (int i = 0; i < places.length; i++) {
      x[i] = places[i] < 0 ? Double.NaN : m.x()[places[i]];
      y[i] = places[i] < 0 ? Double.NaN : m.y()[places[i]];
    }
    return new Mark.Line(m.legend(), m.ink(), m.stroke(), x, y);
  }

  /** Where dots lie over one another they are drawn as heaps; it is enough to leave out others. */
  private static Ready points(Mark.Points m) {
    return (shown, columns) -> {
      int from = from(m.x(), shown);
      int to = to(m.x(), shown);
      // Passing over some that are not seen takes less time than copying the many that are.
      if (2L * (to - from) >= m.x().length) return m;
      return new Mark.Points(
          m.legend(),
          m.ink(),
          m.shape(),
          Arrays.copyOfRange(m.x(), from, to),
          Arrays.copyOfRange(m.y(), from, to));
    };
  }

  /** Each block stands at both of its ends. */
  private static Ready area(double[] x, double[] lower, double[] upper, Area area) {
    Levels low = Levels.of(lower);
    Levels high = Levels.of(upper);
    return (shown, columns) -> {
      int from = from(x, shown);
      int to = to(x, shown);
      Optional<Levels.Blocks> below = low.blocks(from, to, FINE * columns);
      Optional<Levels.Blocks> above = high.blocks(from, to, FINE * columns);
      if (below.isEmpty() || above.isEmpty()) {
        return area.between(
            Arrays.copyOfRange(x, from, to),
            Arrays.copyOfRange(lower, from, to),
            Arrays.copyOfRange(upper, from, to));
      }
      int count = below.get().count();
      double[][] part = new double[3][2 * count];
      for (int i = 0; i < count; i++) {
        for (int end = 0; end < 2; end++) {
          part[0][2 * i + end] = x[end == 0 ? below.get().first(i) : below.get().last(i)];
          part[1][2 * i + end] = below.get().least(i);
          part[2][2 * i + end] = above.get().largest(i);
        }
      }
      return area.between(part[0], part[1], part[2]);
    };
  }

  private static boolean rising(double[] x) {
    for (int i = 0; i < x.length; i++) {
      if (!Double.isFinite(x[i]) || (i > 0 && x[i] < x[i - 1])) return false;
    }
    return true;
  }

  /** The point before the first one that is shown, from which a line comes. */
  private static int from(double[] x, Range shown) {
    return Math.max(0, first(x, shown.min()) - 1);
  }

  /** Behind the point after the last one that is shown. */
  private static int to(double[] x, Range shown) {
    return Math.min(x.length, first(x, Math.nextUp(shown.max())) + 1);
  }

  /** The first index whose place is not less. */
  private static int first(double[] x, double place) {
    int from = 0;
    int to = x.length;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (x[middle] < place) from = middle + 1;
      else to = middle;
    }
    return from;
  }

  /** What can be drawn at once of a figure that is being prepared. */
  public static Figure withoutLongMarks(Figure figure) {
    return figure.with(figure.marks().stream().filter(m -> !isLong(m)).toList());
  }

  /** The figure itself, with all of its points. */
  public Figure whole() {
    return figure;
  }

  /**
   * The figure as it is drawn in a stretch of its horizontal axis.
   *
   * @param columns of pixels of the plot
   */
  public Figure within(Range shown, double columns) {
    List<Mark> marks = new ArrayList<>();
    for (int i = 0; i < ready.size(); i++) {
      Mark whole = figure.marks().get(i);
      marks.add(ready.get(i).map(r -> r.within(shown, Math.max(1, columns))).orElse(whole));
    }
    return figure.with(marks);
  }
}
