package undercurrent.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import undercurrent.inference.ActiveUnits;
import undercurrent.training.Curve;
import undercurrent.training.CurvePoint;

/** KL of each latent dimension over the epochs: which ones are used, and which are idle. */
final class KlFigure {
  private final Curve curve;
  private final int size;

  KlFigure(Curve curve) {
    this.curve = curve;
    this.size = curve.isEmpty() ? 0 : curve.get(curve.size() - 1).klPerDimension().length;
  }

  Figure figure() {
    List<Mark> marks = new ArrayList<>();
    List<Integer> order =
        IntStream.range(0, size)
            .boxed()
            .sorted((a, b) -> Double.compare(lastKl(b), lastKl(a)))
            .toList();
    int named = Math.min(size, LatentFigure.INKS.size());
    for (int i = size - 1; i >= named; i--) {
      String legend = i == named ? Words.of("kl.others", size - named) : "";
      marks.add(line(legend, Ink.MUTED, Mark.Stroke.FAINT, order.get(i)));
    }
    for (int dimension : order.subList(0, named).stream().sorted().toList()) {
      Ink ink = LatentFigure.INKS.get(marks.size() - (size - named));
      String legend = LatentFigure.symbol(dimension);
      marks.add(line(legend, ink, Mark.Stroke.SOLID, dimension));
    }
    return new Figure(
        "kl",
        Words.of("kl.title"),
        Axis.of(Words.of("axis.epoch"), ""),
        CurveFigures.axis(marks),
        marks,
        0,
        summary());
  }

  private Mark line(String legend, Ink ink, Mark.Stroke stroke, int dimension) {
    double[] x = curve.stream().mapToDouble(CurvePoint::epoch).toArray();
    double[] y = curve.stream().mapToDouble(p -> kl(p, dimension)).toArray();
    return new Mark.Line(legend, ink, stroke, x, y);
  }

  private static double kl(CurvePoint point, int dimension) {
    return dimension < point.klPerDimension().length
        ? point.klPerDimension()[dimension]
        : Double.NaN;
  }

  private double lastKl(int dimension) {
    return kl(curve.get(curve.size() - 1), dimension);
  }

  private String summary() {
    if (size == 0) {
      return Words.of(curve.isEmpty() ? "curve.nothing" : "kl.none");
    }
    long idle = IntStream.range(0, size).filter(i -> lastKl(i) < ActiveUnits.IDLE).count();
    return Words.of(
        "kl.summary",
        Words.count("dimension", size),
        curve.get(curve.size() - 1).epoch(),
        idle,
        Numbers.words(ActiveUnits.IDLE));
  }
}
