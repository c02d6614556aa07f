package undercurrent.figure;

import java.util.List;
import java.util.function.ToDoubleFunction;
import undercurrent.inference.Imputation;
import undercurrent.inference.Imputation.Point;
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
    Axis axis = new Axis(Words.of("axis.hidden"), "", Axis.Kind.COUNT, Double.NaN, Double.NaN);
    return figure("imputation-gap", "imputation.byGap", axis, imputation.byGap());
  }

  Figure byShare() {
    Axis axis = new Axis(Words.of("axis.hiddenShare"), "", Axis.Kind.NUMBER, 0, 1);
    return figure("imputation-share", "imputation.byShare", axis, imputation.byShare());
  }

  private Figure figure(String id, String title, Axis axis, List<Point> points) {
    boolean areShares = imputation.unit() == Imputation.Unit.WRONG_PIXELS;
    String error = Words.of(areShares ? "imputation.wrong" : "axis.rmse");
    List<Mark> marks =
        List.of(
            line(Words.of("imputation.repeat"), Ink.MUTED, true, points, Point::repeating),
            line(Words.of("imputation.encode"), Ink.GREEN, true, points, Point::encoding),
            line(Words.of("imputation.filter"), Ink.ORANGE, false, points, Point::filtering),
            line(Words.of("imputation.smooth"), Ink.BLUE, false, points, Point::smoothing));
    return new Figure(
        id,
        Words.of(title, ShownSeries.title(set)),
        axis,
        new Axis(Words.of("axis.ofHidden", error), "", Axis.Kind.NUMBER, 0, Double.NaN),
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
    if (points.isEmpty()) return Words.of("imputation.nothing");
    Point first = points.getFirst();
    Point last = points.getLast();
    return Words.of(
        "imputation.summary",
        error,
        Numbers.words(first.smoothing()),
        Numbers.words(last.smoothing()),
        Numbers.words(first.filtering()),
        Numbers.words(last.filtering()));
  }
}
