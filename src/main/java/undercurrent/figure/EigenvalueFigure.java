package undercurrent.figure;

import java.util.ArrayList;
import java.util.List;
import undercurrent.inference.Eigenvalues;
import undercurrent.series.NumberWords;

/** Eigenvalues of transition matrices in the complex plane, with the unit circle. */
final class EigenvalueFigure {
  private static final int CORNERS = 120;
  private static final double ROOM = 1.15;
  private final List<Eigenvalues> matrices;

  EigenvalueFigure(List<Eigenvalues> matrices) {
    this.matrices = matrices;
  }

  Figure figure() {
    List<Mark> marks = new ArrayList<>();
    double[] x = new double[CORNERS + 1];
    double[] y = new double[CORNERS + 1];
    for (int i = 0; i <= CORNERS; i++) {
      double angle = 2 * Math.PI * i / CORNERS;
      x[i] = Math.cos(angle);
      y[i] = Math.sin(angle);
    }
    marks.add(
        new Mark.Line(
            "unit circle: within it, movements die out", Ink.MUTED, Mark.Stroke.DASHED, x, y));
    double most = ROOM;
    for (int k = 0; k < matrices.size(); k++) {
      Eigenvalues one = matrices.get(k);
      Ink ink = LatentFigure.INKS.get(k % LatentFigure.INKS.size());
      marks.add(
          new Mark.Points(
              "eigenvalues of " + one.name(), ink, Mark.Shape.DOT, one.real(), one.imaginary()));
      for (int i = 0; i < one.real().length; i++) most = Math.max(most, ROOM * one.size(i));
    }
    return new Figure(
        "eigenvalues",
        "Eigenvalues of the transition",
        new Axis("real part", "", Axis.Kind.NUMBER, -most, most),
        new Axis("imaginary part", "", Axis.Kind.NUMBER, -most, most),
        marks,
        1,
        summary());
  }

  private String summary() {
    StringBuilder words = new StringBuilder();
    for (Eigenvalues one : matrices) {
      int slowest = 0;
      for (int i = 1; i < one.real().length; i++) {
        if (one.size(i) > one.size(slowest)) slowest = i;
      }
      double size = one.size(slowest);
      words.append(
          "The largest eigenvalue of %s has the absolute value %s"
              .formatted(one.name(), NumberWords.of(size)));
      double period = one.period(slowest);
      words.append(
          Double.isInfinite(period)
              ? "; it does not turn. "
              : " and turns once in %s time steps. ".formatted(NumberWords.of(period)));
    }
    return words.toString().strip();
  }
}
