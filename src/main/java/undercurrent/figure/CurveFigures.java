package undercurrent.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import undercurrent.training.Criterion;
import undercurrent.training.Curve;
import undercurrent.training.CurvePoint;

/** The figures of a training: ELBO, its two terms, KL of each latent dimension. */
final class CurveFigures {
  private final Curve curve;

  CurveFigures(Curve curve) {
    this.curve = curve;
  }

  Figure elbo() {
    List<Mark> marks = new ArrayList<>();
    boolean annealed = !hasNoTerms() && curve.stream().anyMatch(p -> p.klWeight() != 1);
    if (annealed) {
      annealing(marks);
      add(marks, objective(), Ink.ORANGE, Mark.Stroke.DASHED, CurvePoint::objective);
    }
    add(marks, of("curve.training"), Ink.BLUE, Mark.Stroke.SOLID, CurvePoint::elbo);
    add(marks, of("curve.validation"), Ink.GREEN, Mark.Stroke.SOLID, CurvePoint::validationElbo);
    String best = best(marks);
    outside(marks);
    return new Figure(
        "elbo",
        of("curve.title"),
        epochs(),
        axis(marks, criterion().unit()),
        marks,
        0,
        elboWords(best));
  }

  Figure terms() {
    List<Mark> marks = new ArrayList<>();
    annealing(marks);
    add(
        marks,
        Words.of("terms.reconstruction"),
        Ink.BLUE,
        Mark.Stroke.SOLID,
        CurvePoint::reconstruction);
    if (!hasNoTerms()) add(marks, "KL", Ink.VERMILION, Mark.Stroke.SOLID, CurvePoint::kl);
    String words =
        curve.isEmpty()
            ? Words.of("curve.nothing")
            : hasNoTerms()
                ? Words.of("terms.none")
                : Words.of(
                    "terms.summary",
                    last().epoch(),
                    Numbers.words(last().reconstruction()),
                    Numbers.words(last().kl()));
    return new Figure("terms", Words.of("terms.title"), epochs(), axis(marks), marks, 0, words);
  }

  Figure kl() {
    return new KlFigure(curve).figure();
  }

  /** A curve of what is finite in it; where nothing was measured the line goes on. */
  private void add(
      List<Mark> marks,
      String legend,
      Ink ink,
      Mark.Stroke stroke,
      ToDoubleFunction<CurvePoint> value) {
    List<CurvePoint> measured =
        curve.stream().filter(p -> Double.isFinite(value.applyAsDouble(p))).toList();
    if (measured.isEmpty()) return;
    double[] x = measured.stream().mapToDouble(CurvePoint::epoch).toArray();
    double[] y = measured.stream().mapToDouble(value).map(this::shown).toArray();
    marks.add(new Mark.Line(legend, ink, stroke, x, y));
  }

  /** A curve that ends far outside the range that is shown, as one that diverged, says where. */
  private void outside(List<Mark> marks) {
    if (curve.isEmpty()) return;
    double[] values = curve.stream().mapToDouble(p -> shown(p.elbo())).toArray();
    double end = values[values.length - 1];
    if (!isFar(Range.robust(values), end)) return;
    String label = Words.of("curve.ends", Numbers.words(end));
    marks.add(new Mark.Rule("", label, last().epoch(), true));
  }

  private static boolean isFar(Range range, double value) {
    double span = range.max() - range.min();
    return span > 0 && (value < range.min() - span || value > range.max() + span);
  }

  private String objective() {
    return last().klWeight() == 1
        ? Words.of("curve.objective")
        : Words.of("curve.objectiveNow", Numbers.words(last().klWeight()));
  }

  /** Shades where the KL weight came up to 1; with many such stretches, as in cycles, none. */
  private void annealing(List<Mark> marks) {
    List<Mark> spans = new ArrayList<>();
    double start = Double.NaN;
    for (CurvePoint point : curve) {
      boolean weighted = point.klWeight() != 1;
      if (weighted && Double.isNaN(start)) start = point.epoch();
      if (!weighted && !Double.isNaN(start)) {
        spans.add(annealed(start, point.epoch()));
        start = Double.NaN;
      }
    }
    if (spans.size() == 1) marks.addAll(spans);
  }

  private static Mark annealed(double from, double to) {
    return new Mark.Span("", Words.of("curve.annealed"), Ink.MUTED, from, to);
  }

  private String best(List<Mark> marks) {
    boolean validated = curve.stream().anyMatch(p -> Double.isFinite(p.validationElbo()));
    ToDoubleFunction<CurvePoint> value = validated ? CurvePoint::validationElbo : CurvePoint::elbo;
    return curve.stream()
        .filter(p -> Double.isFinite(value.applyAsDouble(p)))
        .max(java.util.Comparator.comparingDouble(value))
        .map(
            p -> {
              String legend =
                  Words.of(
                      validated ? "curve.bestValidation" : "curve.best",
                      words(),
                      Numbers.words(shown(value.applyAsDouble(p))),
                      p.epoch());
              double[] x = {p.epoch()};
              double[] y = {shown(value.applyAsDouble(p))};
              marks.add(new Mark.Points(legend, Ink.TRUTH, Mark.Shape.RING, x, y));
              return legend;
            })
        .orElse("");
  }

  private String elboWords(String best) {
    if (curve.isEmpty()) return Words.of("curve.nothing");
    String now =
        Words.of(
            "curve.summary",
            last().epoch(),
            words(),
            Numbers.words(shown(last().elbo())),
            criterion().isHigherBetter() ? " " + criterion().unit() : "");
    return best.isEmpty() ? now : now + " " + EstimateWords.sentence(best) + ".";
  }

  private boolean hasNoTerms() {
    return !criterion().hasTerms();
  }

  private Criterion criterion() {
    return curve.criterion();
  }

  /** Words that begin with what the curve shows. */
  private String of(String key) {
    return Words.of(key, EstimateWords.sentence(words()));
  }

  private static Axis epochs() {
    return new Axis(Words.of("axis.epoch"), "", Axis.Kind.COUNT, Double.NaN, Double.NaN);
  }

  private String words() {
    return criterion().words();
  }

  private double shown(double value) {
    return criterion().shown(value);
  }

  private CurvePoint last() {
    return curve.get(curve.size() - 1);
  }

  /**
   * Neither the first terrible epochs nor an end after a divergence press the rest flat; where each
   * curve ends is else in sight.
   */
  static Axis axis(List<Mark> marks) {
    return axis(marks, Words.of("unit.nats"));
  }

  private static Axis axis(List<Mark> marks, String unit) {
    Range range = Range.NONE;
    for (Mark mark : marks) {
      double[] y =
          switch (mark) {
            case Mark.Line line -> line.y();
            case Mark.Points points -> points.y();
            default -> new double[0];
          };
      Range robust = Range.robust(y);
      range = range.and(robust);
      if (y.length > 0 && !isFar(robust, y[y.length - 1])) {
        range = range.and(Range.of(y[y.length - 1]));
      }
    }
    Range shown = range.padded(0.06);
    return new Axis("", unit, Axis.Kind.NUMBER, shown.min(), shown.max());
  }
}
