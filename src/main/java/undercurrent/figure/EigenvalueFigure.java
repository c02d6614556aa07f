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
    marks.add(new Mark.Line(Words.of("eigen.circle"), Ink.MUTED, Mark.Stroke.DASHED, x, y));
    double most = ROOM;
    for (int k = 0; k < matrices.size(); k++) {
      Eigenvalues one = matrices.get(k);
      Ink ink = LatentFigure.INKS.get(k % LatentFigure.INKS.size());
      marks.add(
          new Mark.Points(
              Words.of("eigen.legend", Words.name(one.name())),
              ink,
              Mark.Shape.DOT,
              one.real(),
              one.imaginary()));
      for (int i = 0; i < one.real().length; i++) most = Math.max(most, ROOM * one.size(i));
    }
    return new Figure(
        "eigenvalues",
        Words.of("eigen.title"),
        new Axis(Words.of("axis.real"), "", Axis.Kind.NUMBER, -most, most),
        new Axis(Words.of("axis.imaginary"), "", Axis.Kind.NUMBER, -most, most),
        marks,
        1,
        summary());
  }

  private String summary() {
    List<String> sentences = new ArrayList<>();
    for (Eigenvalues one : matrices) {
      int slowest = 0;
      for (int i = 1; i < one.real().length; i++) {
        if (one.size(i) > one.size(slowest)) slowest = i;
      }
      double size = one.size(slowest);
      double period = one.period(slowest);
      sentences.add(
          Words.of(
              Double.isInfinite(period) ? "eigen.still" : "eigen.turns",
              Words.name(one.name()),
              NumberWords.of(size),
              NumberWords.of(period)));
    }
    return String.join(" ", sentences);
  }
}
