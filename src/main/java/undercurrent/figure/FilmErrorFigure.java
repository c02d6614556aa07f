package undercurrent.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import undercurrent.inference.Estimate;
import undercurrent.inference.FrameErrors;
import undercurrent.model.Conditioning;

/** The error of each frame of a film over time, beside persistence. */
record FilmErrorFigure(ShownFilm film) {
  /** Root mean squared error of each frame, beside that of what was observed last. */
  Figure figure() {
    int first = film.first();
    List<Mark> marks = new ArrayList<>();
    List<String> means = new ArrayList<>();
    for (Estimate e : film.inOrder()) {
      if (e.conditioning() == Conditioning.FILTERED) continue;
      double[] error = new double[film.observedEnd() - first];
      for (int t = 0; t < error.length; t++) {
        error[t] = error(ShownFilm.mean(e, first + t), film.observed(first + t));
      }
      line(
          marks,
          means,
          ShownFilm.name(e),
          EstimateWords.ink(e.conditioning()),
          Mark.Stroke.SOLID,
          error);
    }
    line(
        marks,
        means,
        Words.of("persistence.step"),
        Ink.MUTED,
        Mark.Stroke.DASHED,
        persistence(false));
    if (film.of(Conditioning.FORECAST).isPresent()) {
      line(
          marks,
          means,
          Words.of("persistence.held"),
          Ink.DATA,
          Mark.Stroke.DOTTED,
          persistence(true));
      double begins = film.shown().beginning(film.of(Conditioning.FORECAST).get());
      marks.add(new Mark.Rule("", Words.of("mark.forecast"), begins, true));
    }
    return new Figure(
        "film-error",
        Words.of("filmError.title", film.shown().title()),
        film.shown().timeAxis(),
        new Axis(Words.of("axis.frameError"), film.scale().unit(), Axis.Kind.NUMBER, 0, Double.NaN),
        marks,
        0,
        Words.of("filmError.summary", String.join(", ", means)));
  }

  private void line(
      List<Mark> marks,
      List<String> means,
      String name,
      Ink ink,
      Mark.Stroke stroke,
      double[] error) {
    double[] known = Arrays.stream(error).filter(Double::isFinite).toArray();
    if (known.length == 0) return;
    double[] x = Arrays.copyOfRange(film.times(), film.first(), film.first() + error.length);
    marks.add(new Mark.Line(name, ink, stroke, x, error));
    means.add(name + " " + Numbers.words(Arrays.stream(known).average().orElse(0)));
  }

  /** Root mean squared error over the cells that both know; NaN without one. */
  private static double error(double[] estimate, double[] observed) {
    return Math.sqrt(FrameErrors.meanSquare(estimate, observed));
  }

  /** Of the last value of each cell, or from the forecast on, of the last one that it has seen. */
  private double[] persistence(boolean isHeld) {
    int from = isHeld ? film.of(Conditioning.FORECAST).map(Estimate::from).orElse(0) : 0;
    int first = film.first();
    double[] error = new double[film.observedEnd() - first];
    double[] last = new double[film.shape().size()];
    Arrays.fill(last, Double.NaN);
    for (int t = 0; t < error.length; t++) {
      double[] now = film.observed(first + t);
      boolean isAsked = !isHeld || first + t >= from;
      error[t] = isAsked ? error(last, now) : Double.NaN;
      if (isHeld && first + t >= from) continue;
      for (int d = 0; d < last.length; d++) if (!Double.isNaN(now[d])) last[d] = now[d];
    }
    return error;
  }
}
