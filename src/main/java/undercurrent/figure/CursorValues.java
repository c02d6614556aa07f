package undercurrent.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import undercurrent.series.NumberWords;
import undercurrent.series.Pitch;

/**
 * The numbers that a figure shows at one place: at a value of its horizontal axis, or at one value
 * of the parameter of its path.
 *
 * @param place the value with its name or unit, as "t = 12" or "3 May 2020"
 * @param values of the marks there, from the back to the front
 */
public record CursorValues(String place, List<Value> values) {
  private static final int MOST_LETTERS = 36;
  private static final int MOST_ROWS = 8;
  private static final int MOST_PROBABLE = 4;
  private static final double LEAST_SHARE = 0.05;

  /** How far the nearest point may be, in distances between neighbouring points. */
  private static final double NEAR = 0.6;

  /** Positions are written to a hundredth of a degree. */
  private static final double DEGREE = 0.01;

  /**
   * The number of one mark.
   *
   * @param name what it is, short enough for one line
   * @param number one number, or the ends of a band
   */
  public record Value(String name, String number) {}

  /** The numbers at a place; no values where the figure has none there. */
  public static CursorValues at(Figure figure, double place) {
    for (Mark mark : figure.marks()) {
      if (mark instanceof Mark.Path path) return of(figure, path, place);
    }
    List<Value> values = new ArrayList<>();
    OptionalDouble nearest = nearest(figure, place);
    if (nearest.isEmpty()) return new CursorValues("", values);
    double x = nearest.getAsDouble();
    for (Mark mark : figure.marks()) add(values, figure.y(), mark, x);
    return new CursorValues(written(figure.x(), x), values);
  }

  /**
   * The place of the next point, or of one before.
   *
   * @param by how many points on, negative for back
   */
  public static OptionalDouble move(Figure figure, OptionalDouble from, int by) {
    double[] places =
        figure.marks().stream()
            .flatMapToDouble(mark -> Arrays.stream(places(mark)))
            .filter(Double::isFinite)
            .sorted()
            .distinct()
            .toArray();
    if (places.length == 0) return OptionalDouble.empty();
    int start = by > 0 ? -1 : places.length;
    int now = from.isPresent() ? Nearest.index(places, from.getAsDouble()) : start;
    return OptionalDouble.of(places[Math.clamp((long) now + by, 0, places.length - 1)]);
  }

  /** Where a mark has points. */
  private static double[] places(Mark mark) {
    return switch (mark) {
      case Mark.Line m -> m.x();
      case Mark.Points m -> m.x();
      case Mark.Band m -> m.x();
      case Mark.Layer m -> m.x();
      case Mark.Roll m -> m.starts();
      case Mark.Path m -> m.colour();
      default -> new double[0];
    };
  }

  /** The place of a point that is nearest to the one that is pointed at. */
  private static OptionalDouble nearest(Figure figure, double place) {
    OptionalDouble best = OptionalDouble.empty();
    for (Mark mark : figure.marks()) {
      double[] places = places(mark);
      int i = Nearest.index(places, place);
      if (i < 0) continue;
      boolean isNearer =
          best.isEmpty() || Math.abs(places[i] - place) < Math.abs(best.getAsDouble() - place);
      if (isNearer) best = OptionalDouble.of(places[i]);
    }
    return best;
  }

  private static void add(List<Value> values, Axis axis, Mark mark, double x) {
    if (mark.legend().isEmpty()) return;
    switch (mark) {
      case Mark.Line m when m.stroke() != Mark.Stroke.FAINT ->
          one(values, axis, m.legend(), m.x(), m.y(), x);
      case Mark.Points m -> one(values, axis, m.legend(), m.x(), m.y(), x);
      case Mark.Band m -> both(values, axis, m.legend(), m.x(), m.lower(), m.upper(), x);
      case Mark.Roll m -> rows(values, axis, m, x);
      case Mark.Layer m -> both(values, axis, m.legend(), m.x(), m.lower(), m.upper(), x);
      default -> {}
    }
  }

  /** The rows with a bar, or the most probable ones. */
  private static void rows(List<Value> values, Axis axis, Mark.Roll m, double at) {
    int i = near(m.starts(), at);
    if (i < 0) return;
    double[] shares = m.shares()[i];
    boolean shades = m.form() == Mark.Roll.Form.SHADES;
    String rows =
        IntStream.range(0, shares.length)
            .boxed()
            .filter(k -> shares[k] > (shades ? LEAST_SHARE : Mark.Roll.SOUNDS))
            .sorted(
                shades ? Comparator.comparingDouble(k -> -shares[k]) : Comparator.naturalOrder())
            .limit(shades ? MOST_PROBABLE : MOST_ROWS)
            .map(k -> row(axis, m.first() + k) + (shades ? " " + share(shares[k]) : ""))
            .collect(Collectors.joining(shades ? ", " : " "));
    values.add(new Value(name(m.legend()), rows.isEmpty() ? NumberWords.DASH : rows));
  }

  private static String row(Axis axis, double row) {
    return axis.kind() == Axis.Kind.PITCH ? Pitch.name((int) row) : Numbers.words(row);
  }

  private static String share(double share) {
    return NumberWords.format("%.2f", share);
  }

  private static void one(
      List<Value> values, Axis axis, String legend, double[] x, double[] y, double at) {
    int i = near(x, at);
    if (i >= 0 && Double.isFinite(y[i])) values.add(new Value(name(legend), written(axis, y[i])));
  }

  private static void both(
      List<Value> values,
      Axis axis,
      String legend,
      double[] x,
      double[] lower,
      double[] upper,
      double at) {
    int i = near(x, at);
    if (i < 0 || !Double.isFinite(lower[i]) || !Double.isFinite(upper[i])) return;
    String ends = written(axis, lower[i]) + " … " + written(axis, upper[i]);
    values.add(new Value(name(legend), ends));
  }

  /** The index of the point at a place; −1 when it lies further away than the points do. */
  private static int near(double[] x, double at) {
    int best = Nearest.index(x, at);
    if (best < 0) return -1;
    double distance = Double.POSITIVE_INFINITY;
    if (best > 0) distance = Math.min(distance, Math.abs(x[best] - x[best - 1]));
    if (best + 1 < x.length) distance = Math.min(distance, Math.abs(x[best + 1] - x[best]));
    if (x.length == 1) distance = 0;
    return Math.abs(x[best] - at) <= NEAR * distance + 1e-9 * Math.abs(at) ? best : -1;
  }

  private static CursorValues of(Figure figure, Mark.Path path, double parameter) {
    int i = Nearest.index(path.colour(), parameter);
    if (i < 0) return new CursorValues("", List.of());
    List<Value> values =
        List.of(
            new Value(name(figure.x().label()), written(figure.x(), path.x()[i])),
            new Value(name(figure.y().label()), written(figure.y(), path.y()[i])));
    return new CursorValues(written(path.colourAxis(), path.colour()[i]), values);
  }

  /** What comes after a comma does not fit into one line. */
  private static String name(String legend) {
    int comma = legend.indexOf(',');
    String first = comma > 0 ? legend.substring(0, comma) : legend;
    return first.length() <= MOST_LETTERS ? first : first.substring(0, MOST_LETTERS - 1) + "…";
  }

  private static String written(Axis axis, double value) {
    return switch (axis.kind()) {
      case DATE -> DateStep.words(value);
      case CLOCK -> ClockStep.words(value);
      case LATITUDE -> Numbers.latitude(value, DEGREE);
      case LONGITUDE -> Numbers.longitude(value, DEGREE);
      case TIME, COUNT -> label(axis) + Numbers.words(value);
      default -> Numbers.words(value);
    };
  }

  private static String label(Axis axis) {
    return axis.label().isEmpty() ? "" : axis.label() + " ";
  }
}
