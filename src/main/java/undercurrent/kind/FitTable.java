package undercurrent.kind;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import undercurrent.figure.ReportTable;
import undercurrent.inference.Diagnosis;
import undercurrent.inference.ModelNames;
import undercurrent.inference.Residuals;
import undercurrent.inference.WideSeries;
import undercurrent.model.exact.ExactFit;
import undercurrent.model.exact.FittedQuantity;
import undercurrent.model.linear.LogLikelihood;
import undercurrent.model.linear.Parameter;
import undercurrent.model.linear.ResidualTest;
import undercurrent.series.NumberWords;
import undercurrent.series.SeriesSet;
import undercurrent.text.Language;

/** What a linear model learned and how its residuals of one channel behave, as a table. */
final class FitTable {
  private final List<ReportTable.Row> rows = new ArrayList<>();

  private FitTable() {}

  /**
   * The table of one channel; of few channels with what was learned of all.
   *
   * @param channel index in the set's channels
   */
  static ReportTable of(Diagnosis diagnosis, SeriesSet set, int channel) {
    FitTable table = new FitTable();
    table.fit(diagnosis.fit(), quantities(diagnosis, set, channel));
    table.residuals(diagnosis.residuals(channel));
    if (WideSeries.is(diagnosis.residuals().size())) table.failures(diagnosis.failures());
    return new ReportTable(KindWords.of("fit.title"), table.rows);
  }

  private static List<FittedQuantity> quantities(Diagnosis diagnosis, SeriesSet set, int channel) {
    List<FittedQuantity> all = diagnosis.fit().quantities();
    if (!WideSeries.is(diagnosis.residuals().size())) return all;
    String end = " of " + set.channels().get(channel).name();
    List<FittedQuantity> own = all.stream().filter(q -> q.name().endsWith(end)).toList();
    return own.isEmpty() ? all : own;
  }

  private void fit(ExactFit fit, List<FittedQuantity> quantities) {
    heading("fit.parameter", "fit.estimate", "fit.error");
    for (FittedQuantity q : quantities) {
      String unit = q.unit().isEmpty() ? "" : ", " + q.unit();
      List<String> cells =
          List.of(
              ModelNames.of(q.name()) + unit,
              number(q.value()),
              number(q.standardError()),
              ModelNames.of(q.withoutError()));
      Optional<ReportTable.Pin> pin =
          fit.canHold() && NumberWords.isAvailable(q.value())
              ? Optional.of(
                  new ReportTable.Pin(q.name(), q.value(), q.place() == Parameter.Place.FIXED))
              : Optional.empty();
      rows.add(new ReportTable.Row(false, cells, pin));
    }
    for (String note : fit.notes(ModelNames::of)) line(note);
    LogLikelihood value = fit.logLikelihood();
    heading("fit.likelihood");
    line(
        fit.convention(ModelNames::of),
        decimals(value.value()),
        KindWords.of("fit.values", Integer.toString(value.count())),
        "");
    if (fit.isTransformed()) {
      line(KindWords.of("fit.transformed"), decimals(fit.transformed().value()), "", "");
    }
    line(KindWords.of("fit.aic"), decimals(fit.aic()), "", "");
    line(KindWords.of("fit.bic"), decimals(fit.bic()), "", "");
  }

  private void residuals(Residuals residuals) {
    List<ResidualTest> tests = residuals.tests();
    if (tests.isEmpty()) return;
    heading("fit.residuals", "fit.statistic", "fit.p");
    for (ResidualTest test : tests) {
      String p =
          test.pValue() < 0.001
              ? "< 0.001"
              : test.pValue() <= 1 ? NumberWords.format("%.3f", test.pValue()) : NumberWords.DASH;
      line(ModelNames.of(test.name()), number(test.statistic()), p, ModelNames.of(test.meaning()));
    }
    if (residuals.lambda() != 1) line(KindWords.of("fit.offer", number(residuals.lambda())));
  }

  /** How many of many channels fail each test. */
  private void failures(List<Diagnosis.Failures> all) {
    heading("fit.channels", "fit.failed", "fit.tested");
    for (Diagnosis.Failures each : all) {
      String failed = Integer.toString(each.failed());
      line(ModelNames.of(each.property().failed()), failed, Integer.toString(each.tested()), "");
    }
  }

  private void heading(String... keys) {
    List<String> cells = new ArrayList<>();
    for (String key : keys) cells.add(KindWords.of(key));
    rows.add(new ReportTable.Row(true, cells));
  }

  private void line(String... cells) {
    rows.add(new ReportTable.Row(false, List.of(cells)));
  }

  private static String decimals(double value) {
    if (!NumberWords.isAvailable(value)) return NumberWords.DASH;
    return NumberWords.format("%.2f", value).replace('-', '−');
  }

  private static String number(double value) {
    if (!NumberWords.isAvailable(value)) return NumberWords.DASH;
    double size = Math.abs(value);
    boolean plain = size == 0 || (size >= 1e-3 && size < 1e6);
    String digits =
        plain
            ? new java.math.BigDecimal(value).round(new java.math.MathContext(4)).toPlainString()
            : NumberWords.format("%.2e", value);
    return Language.decimals(digits).replace('-', '−');
  }
}
