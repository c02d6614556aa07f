package undercurrent.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
      String legend = i == named ? String.format(Locale.ROOT, "the other %d", size - named) : "";
      marks.add(line(legend, Ink.MUTED, Mark.Stroke.FAINT, order.get(i)));
    }
    for (int dimension : order.subList(0, named).stream().sorted().toList()) {
      Ink ink = LatentFigure.INKS.get(marks.size() - (size - named));
      String legend = LatentFigure.symbol(dimension);
      marks.add(line(legend, ink, Mark.Stroke.SOLID, dimension));
    }
    return new Figure(
        "kl",
        "KL of each latent dimension",
        Axis.of("epoch", ""),
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
      return curve.isEmpty()
          ? "No epoch has been trained yet."
          : "This model is not trained on an ELBO: there is no KL to show.";
    }
    long idle = IntStream.range(0, size).filter(i -> lastKl(i) < ActiveUnits.IDLE).count();
    return String.format(
        Locale.ROOT,
        "KL of %d latent dimension%s after epoch %d; %d of them below %s nats per time step.",
        size,
        size == 1 ? "" : "s",
        curve.get(curve.size() - 1).epoch(),
        idle,
        Numbers.words(ActiveUnits.IDLE));
  }
}
