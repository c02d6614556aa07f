package undercurrent.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import undercurrent.inference.Residuals;
import undercurrent.model.linear.ResidualTest;
import undercurrent.model.linear.ResidualTest.Property;
import undercurrent.series.NumberWords;
import undercurrent.series.SeriesSet;

/** What a linear model left unexplained: over time, from lag to lag, beside the normal. */
final class ResidualFigures {
  private static final double FAR = 2;
  private static final double USUALLY_FAR = 0.0455;
  private final ShownSeries shown;
  private final Residuals residuals;
  private final String name;

  ResidualFigures(SeriesSet set, Residuals residuals) {
    this.shown = new ShownSeries(set, residuals.series());
    this.residuals = residuals;
    this.name = ShownSeries.name(set.channels().get(residuals.channel()));
  }

  /** Over time, with lines at ±2. */
  Figure overTime() {
    double[] e = residuals.standardised();
    double[] near = Arrays.stream(e).map(v -> Math.abs(v) <= FAR ? v : Double.NaN).toArray();
    double[] far = Arrays.stream(e).map(v -> Math.abs(v) > FAR ? v : Double.NaN).toArray();
    long count = Columns.count(far);
    String usual = Numbers.words(Math.rint(USUALLY_FAR * residuals.count()));
    List<Mark> marks = new ArrayList<>();
    if (residuals.count() > 0) {
      marks.add(new Mark.Rule("", "", FAR, false));
      marks.add(new Mark.Rule("", "", 0, false));
      marks.add(new Mark.Rule("", "", -FAR, false));
      marks.add(
          new Mark.Points(
              Words.of("residual.one") + answer(Property.VARIANCE),
              Ink.BLUE,
              Mark.Shape.DOT,
              residuals.times(),
              near));
    }
    String beyond = Words.of("residual.beyond", count, usual);
    if (count > 0) {
      marks.add(new Mark.Points(beyond, Ink.VERMILION, Mark.Shape.DIAMOND, residuals.times(), far));
    }
    return figure(
        "residuals",
        Words.of("residual.title", shown.title(), name),
        shown.timeAxis(),
        Axis.of(Words.of("axis.residual"), ""),
        marks,
        Words.of("residual.summary", counted(), beyond));
  }

  /** From lag to lag, with the bounds of independent ones. */
  Figure autocorrelation() {
    double[] r = residuals.autocorrelations();
    List<Mark> marks = new ArrayList<>();
    long outside = Arrays.stream(r).filter(v -> Math.abs(v) > residuals.bound()).count();
    if (r.length > 0) {
      // Whole lags at either end keep the ticks whole.
      double[] ends = {0, r.length + 1};
      double[] low = {-residuals.bound(), -residuals.bound()};
      double[] high = {residuals.bound(), residuals.bound()};
      marks.add(new Mark.Band(Words.of("residual.bounds"), Ink.SKY, ends, low, high));
      marks.add(new Mark.Rule("", "", 0, false));
      marks.add(stems(r));
      double[] lags = new double[r.length];
      for (int i = 0; i < lags.length; i++) lags[i] = i + 1;
      marks.add(
          new Mark.Points(
              Words.of("axis.autocorrelation") + answer(Property.CORRELATION),
              Ink.BLUE,
              Mark.Shape.DOT,
              lags,
              r));
    }
    return figure(
        "autocorrelation",
        Words.of("residual.autocorrelation", shown.title(), name),
        Axis.of(Words.of("axis.lag"), Words.of("unit.steps")),
        Axis.of(Words.of("axis.autocorrelation"), ""),
        marks,
        Words.of("residual.lags", counted(), r.length, outside, Numbers.words(residuals.bound())));
  }

  private static Mark stems(double[] r) {
    double[] x = new double[3 * r.length];
    double[] y = new double[3 * r.length];
    for (int i = 0; i < r.length; i++) {
      x[3 * i] = x[3 * i + 1] = i + 1;
      x[3 * i + 2] = y[3 * i + 2] = Double.NaN;
      y[3 * i + 1] = r[i];
    }
    return new Mark.Line("", Ink.BLUE, Mark.Stroke.SOLID, x, y);
  }

  /** In order, beside those of a normal distribution. */
  Figure quantiles() {
    Residuals.Quantiles q = residuals.quantiles();
    List<Mark> marks = new ArrayList<>();
    int n = q.normal().length;
    int outside = 0;
    if (n > 1) {
      double[] low = new double[n];
      double[] high = new double[n];
      for (int i = 0; i < n; i++) {
        low[i] = q.normal()[i] - q.reach()[i];
        high[i] = q.normal()[i] + q.reach()[i];
        if (q.ordered()[i] < low[i] || q.ordered()[i] > high[i]) outside++;
      }
      marks.add(new Mark.Band(Words.of("residual.band"), Ink.SKY, q.normal(), low, high));
      double[] ends = {q.normal()[0], q.normal()[n - 1]};
      marks.add(
          new Mark.Line(Words.of("residual.normal"), Ink.TRUTH, Mark.Stroke.DASHED, ends, ends));
      marks.add(
          new Mark.Points(
              Words.of("residual.one") + answer(Property.NORMALITY),
              Ink.BLUE,
              Mark.Shape.DOT,
              q.normal(),
              q.ordered()));
    }
    return figure(
        "quantiles",
        Words.of("residual.quantiles", shown.title(), name),
        Axis.of(Words.of("axis.normal"), ""),
        Axis.of(Words.of("axis.residual"), ""),
        marks,
        Words.of("residual.outside", counted(), outside));
  }

  private Figure figure(String id, String title, Axis x, Axis y, List<Mark> marks, String summary) {
    return new Figure(
        id, title, x, y, marks, 0, marks.isEmpty() ? Words.of("residual.nothing") : summary);
  }

  private String counted() {
    return Words.of("residual.counted", residuals.count(), name);
  }

  /** ", Ljung-Box (10 lags) p = 0.16: uncorrelated". */
  private String answer(Property property) {
    return residuals.test(property).map(ResidualFigures::answered).orElse("");
  }

  private static String answered(ResidualTest test) {
    String p = test.pValue() < 0.001 ? "p < 0.001" : NumberWords.format("p = %.3f", test.pValue());
    return ", "
        + Words.of("residual.answer", Words.name(test.name()), p, Words.name(test.meaning()));
  }
}
