package undercurrent.figure;

import java.util.List;
import java.util.function.ToDoubleFunction;
import undercurrent.inference.Imputation;
import undercurrent.inference.Imputation.Point;
import undercurrent.series.NumberWords;
import undercurrent.series.SeriesSet;

/** How well hidden rows are filled in: smoothing beside filtering, over how many are hidden. */
final class ImputationFigure {
  private final SeriesSet set;
  private final Imputation imputation;

  ImputationFigure(SeriesSet set, Imputation imputation) {
    this.set = set;
    this.imputation = imputation;
  }

  Figure byGap() {
    Axis axis = new Axis("hidden rows in the middle", "", Axis.Kind.COUNT, Double.NaN, Double.NaN);
    return figure("imputation-gap", "by length of gap", axis, imputation.byGap());
  }

  Figure byShare() {
    Axis axis = new Axis("share of rows hidden", "", Axis.Kind.NUMBER, 0, 1);
    return figure("imputation-share", "by share hidden", axis, imputation.byShare());
  }

  private Figure figure(String id, String how, Axis axis, List<Point> points) {
    boolean areShares = imputation.unit() == Imputation.Unit.WRONG_PIXELS;
    String error = areShares ? "share of wrong pixels" : "root mean squared error";
    List<Mark> marks =
        List.of(
            line("last seen row repeated", Ink.MUTED, true, points, Point::repeating),
            line("encoded from the row itself", Ink.GREEN, true, points, Point::encoding),
            line("filtering", Ink.ORANGE, false, points, Point::filtering),
            line("smoothing", Ink.BLUE, false, points, Point::smoothing));
    return new Figure(
        id,
        "%s: hidden rows filled in, %s".formatted(ShownSeries.title(set), how),
        axis,
        new Axis(error + " of hidden rows", "", Axis.Kind.NUMBER, 0, Double.NaN),
        points.isEmpty() ? List.of() : marks,
        0,
        summary(error, points));
  }

  private static Mark line(
      String legend,
      Ink ink,
      boolean isYardstick,
      List<Point> points,
      ToDoubleFunction<Point> error) {
    return new Mark.Line(
        legend,
        ink,
        isYardstick ? Mark.Stroke.DASHED : Mark.Stroke.SOLID,
        points.stream().mapToDouble(Point::hidden).toArray(),
        points.stream().mapToDouble(error).toArray());
  }

  private static String summary(String error, List<Point> points) {
    if (points.isEmpty()) return "All series are too short to hide rows of them.";
    Point first = points.getFirst();
    Point last = points.getLast();
    return NumberWords.format(
        "The %s of hidden rows goes from %s to %s with all other rows seen, and from %s to %s with"
            + " those before alone.",
        error,
        Numbers.words(first.smoothing()),
        Numbers.words(last.smoothing()),
        Numbers.words(first.filtering()),
        Numbers.words(last.filtering()));
  }
}
