package undercurrent.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import undercurrent.inference.TransitionField;
import undercurrent.inference.TransitionField.FixedPoint;

/** The mean of a transition as arrows, or of one dimension as a line, with its fixed points. */
final class FieldMarks {
  /** The longest arrow, as a share of the distance of the grid. */
  private static final double LONGEST = 0.85;

  private static final double HEAD = 0.35;
  private static final double HEAD_SLOPE = 0.45;

  private FieldMarks() {}

  /** What is drawn below the path; of another number of dimensions than one or two nothing. */
  static List<Mark> of(TransitionField field) {
    List<Mark> marks = new ArrayList<>();
    int size = field.from()[0].length;
    if (size == 1) {
      double[] x = Columns.of(field.from(), 0);
      marks.add(
          new Mark.Line(Words.of("field.unchanged"), Ink.MUTED, Mark.Stroke.DOTTED, x, x.clone()));
      marks.add(
          new Mark.Line(
              Words.of("field.mean"), Ink.ORANGE, Mark.Stroke.SOLID, x, Columns.of(field.to(), 0)));
    } else {
      marks.add(arrows(field));
    }
    points(marks, field, FixedPoint::isStable, Words.of("field.stable"), Mark.Shape.DIAMOND);
    points(marks, field, FixedPoint::isUnstable, Words.of("field.unstable"), Mark.Shape.CROSS);
    points(
        marks,
        field,
        p -> !p.isStable() && !p.isUnstable(),
        Words.of("field.neither"),
        Mark.Shape.RING);
    return marks;
  }

  private static void points(
      List<Mark> marks,
      TransitionField field,
      Predicate<FixedPoint> which,
      String legend,
      Mark.Shape shape) {
    List<FixedPoint> some = field.fixedPoints().stream().filter(which).toList();
    if (some.isEmpty()) return;
    double[] x = some.stream().mapToDouble(p -> p.at()[0]).toArray();
    double[] y = some.stream().mapToDouble(p -> p.at()[p.at().length - 1]).toArray();
    marks.add(new Mark.Points(legend, Ink.VERMILION, shape, x, y));
  }

  /** All arrows as one line with gaps; short ones are lengthened, so that slow places show too. */
  private static Mark arrows(TransitionField field) {
    double[][] from = field.from();
    int across = (int) Math.round(Math.sqrt(from.length));
    double cellX = (from[from.length - 1][0] - from[0][0]) / (across - 1);
    double cellY = (from[from.length - 1][1] - from[0][1]) / (across - 1);
    double most = 0;
    for (int i = 0; i < from.length; i++) most = Math.max(most, length(field, i, cellX, cellY));
    double[] x = new double[from.length * 6];
    double[] y = new double[from.length * 6];
    Arrays.fill(x, Double.NaN);
    Arrays.fill(y, Double.NaN);
    for (int i = 0; i < from.length; i++) {
      double length = length(field, i, cellX, cellY);
      if (!(length > 1e-9 * most)) continue;
      double scale = LONGEST * Math.sqrt(length / most) / length;
      double dx = scale * (field.to()[i][0] - from[i][0]) / cellX;
      double dy = scale * (field.to()[i][1] - from[i][1]) / cellY;
      double[][] corners = {
        {0, 0},
        {dx, dy},
        {dx - HEAD * (dx - HEAD_SLOPE * dy), dy - HEAD * (dy + HEAD_SLOPE * dx)},
        {dx, dy},
        {dx - HEAD * (dx + HEAD_SLOPE * dy), dy - HEAD * (dy - HEAD_SLOPE * dx)}
      };
      for (int k = 0; k < corners.length; k++) {
        x[6 * i + k] = from[i][0] + corners[k][0] * cellX;
        y[6 * i + k] = from[i][1] + corners[k][1] * cellY;
      }
    }
    return new Mark.Line(Words.of("field.mean"), Ink.MUTED, Mark.Stroke.SOLID, x, y);
  }

  /** In cells of the grid. */
  private static double length(TransitionField field, int i, double cellX, double cellY) {
    return Math.hypot(
        (field.to()[i][0] - field.from()[i][0]) / cellX,
        (field.to()[i][1] - field.from()[i][1]) / cellY);
  }

  /** A sentence on the fixed points. */
  static String words(TransitionField field) {
    return " " + Words.of("field.summary", Words.count("field.point", field.fixedPoints().size()));
  }
}
