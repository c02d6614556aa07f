package undercurrent.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import undercurrent.inference.Residuals;
import undercurrent.model.linear.ResidualTest;
import undercurrent.model.linear.ResidualTest.Property;
import undercurrent.series.NumberWords;
import undercurrent.series.SeriesSet;

/** What a linear model left unexplained: over time, from lag to lag, beside the normal. */
final class ResidualFigures {
  private static final double FAR = 2;
  private static final double USUALLY_FAR = 0.0455;
  private static final String NOTHING = "There are no residuals yet.";
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
              "residual" + answer(Property.VARIANCE),
              Ink.BLUE,
              Mark.Shape.DOT,
              residuals.times(),
              near));
    }
    String beyond = NumberWords.format("beyond ±2: %d (usual: %s)", count, usual);
    if (count > 0) {
      marks.add(new Mark.Points(beyond, Ink.VERMILION, Mark.Shape.DIAMOND, residuals.times(), far));
    }
    return figure(
        "residuals",
        "standardised residuals of " + name,
        shown.timeAxis(),
        Axis.of("standardised residual", ""),
        marks,
        "%s; %s.".formatted(counted(), beyond));
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
      marks.add(new Mark.Band("95 % bounds of independent residuals", Ink.SKY, ends, low, high));
      marks.add(new Mark.Rule("", "", 0, false));
      marks.add(stems(r));
      double[] lags = new double[r.length];
      for (int i = 0; i < lags.length; i++) lags[i] = i + 1;
      marks.add(
          new Mark.Points(
              "autocorrelation" + answer(Property.CORRELATION), Ink.BLUE, Mark.Shape.DOT, lags, r));
    }
    return figure(
        "autocorrelation",
        "residual autocorrelation of " + name,
        Axis.of("lag", "time steps"),
        Axis.of("autocorrelation", ""),
        marks,
        String.format(
            Locale.ROOT,
            "%s; of %d lags %d lie outside ±%s.",
            counted(),
            r.length,
            outside,
            Numbers.words(residuals.bound())));
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
      marks.add(
          new Mark.Band(
              "95 % of normal residuals, place by place", Ink.SKY, q.normal(), low, high));
      double[] ends = {q.normal()[0], q.normal()[n - 1]};
      marks.add(new Mark.Line("normal", Ink.TRUTH, Mark.Stroke.DASHED, ends, ends));
      marks.add(
          new Mark.Points(
              "residual" + answer(Property.NORMALITY),
              Ink.BLUE,
              Mark.Shape.DOT,
              q.normal(),
              q.ordered()));
    }
    return figure(
        "quantiles",
        "residual quantiles of " + name,
        Axis.of("quantile of the normal distribution", ""),
        Axis.of("standardised residual", ""),
        marks,
        String.format(
            Locale.ROOT, "%s; %d lie outside the band of normal ones.", counted(), outside));
  }

  private Figure figure(String id, String what, Axis x, Axis y, List<Mark> marks, String summary) {
    return new Figure(
        id, shown.title() + ": " + what, x, y, marks, 0, marks.isEmpty() ? NOTHING : summary);
  }

  private String counted() {
    return NumberWords.format("%d standardised residuals of %s", residuals.count(), name);
  }

  /** ", Ljung-Box (10 lags) p = 0.16: uncorrelated". */
  private String answer(Property property) {
    return residuals.test(property).map(ResidualFigures::answered).orElse("");
  }

  private static String answered(ResidualTest test) {
    String p = test.pValue() < 0.001 ? "p < 0.001" : NumberWords.format("p = %.3f", test.pValue());
    return NumberWords.format(", %s %s: %s", test.name(), p, test.meaning());
  }
}
