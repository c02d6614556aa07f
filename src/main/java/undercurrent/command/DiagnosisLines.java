package undercurrent.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import undercurrent.inference.Diagnosis;
import undercurrent.inference.ModelNames;
import undercurrent.inference.Residuals;
import undercurrent.inference.WideSeries;
import undercurrent.model.exact.ExactFit;
import undercurrent.model.exact.FittedQuantity;
import undercurrent.model.linear.LogLikelihood;
import undercurrent.model.linear.ResidualTest;
import undercurrent.series.NumberWords;
import undercurrent.series.SeriesSet;

/** What a linear model learned and left unexplained, for people. */
record DiagnosisLines(SeriesSet set, Diagnosis diagnosis) {
  void say(Console console) {
    ExactFit fit = diagnosis.fit();
    LogLikelihood value = fit.logLikelihood();
    console.line(
        Words.of(
            "diagnosisLines.likelihood",
            NumberWords.format("%.4f", value.value()),
            fit.convention(ModelNames::of),
            value.count(),
            NumberWords.format("%.2f", fit.aic()),
            NumberWords.format("%.2f", fit.bic())));
    if (fit.isTransformed()) {
      console.line(
          Words.of(
              "diagnosisLines.transformed", NumberWords.format("%.4f", fit.transformed().value())));
    }
    if (WideSeries.is(set.observedChannels().length)) {
      sayTogether(console);
      return;
    }
    console.say(
        "  %-40s %12s %14s",
        "", Words.of("diagnosisLines.estimate"), Words.of("diagnosisLines.error"));
    for (FittedQuantity quantity : fit.quantities()) {
      console.say(
          "  %-40s %12s %14s  %s",
          named(quantity.name(), quantity),
          ScoreLines.number(quantity.value()),
          ScoreLines.number(quantity.standardError()),
          ModelNames.of(quantity.withoutError()));
    }
    for (Residuals residuals : diagnosis.residuals()) say(console, residuals);
  }

  /** Of many channels: how far estimates reach over them, and how many fail each test. */
  private void sayTogether(Console console) {
    Map<String, List<Double>> values = new LinkedHashMap<>();
    for (FittedQuantity quantity : diagnosis.fit().quantities()) {
      values
          .computeIfAbsent(
              named(ofAnyChannel(quantity.name()), quantity), name -> new ArrayList<>())
          .add(quantity.value());
    }
    console.say(
        "  %-40s %12s %12s %12s",
        Words.of("diagnosisLines.channels"),
        Words.of("diagnosisLines.lowest"),
        Words.of("diagnosisLines.median"),
        Words.of("diagnosisLines.highest"));
    values.forEach(
        (name, all) -> {
          List<Double> ordered = all.stream().sorted().toList();
          console.say(
              "  %-40s %12s %12s %12s",
              name,
              ScoreLines.number(ordered.getFirst()),
              ScoreLines.number(ordered.get(ordered.size() / 2)),
              ScoreLines.number(ordered.getLast()));
        });
    for (Diagnosis.Failures failures : diagnosis.failures()) {
      console.say(
          "  %s",
          Words.of(
              "diagnosisLines.failures",
              ModelNames.of(failures.property().failed()),
              failures.failed(),
              failures.tested()));
    }
    console.say("  %s", Words.of("diagnosisLines.file"));
  }

  /** A name in the language of words, and the unit. */
  private static String named(String name, FittedQuantity quantity) {
    String unit = quantity.unit().isEmpty() ? "" : " [" + quantity.unit() + "]";
    return ModelNames.of(name) + unit;
  }

  /** Without the channel that a quantity is of. */
  private String ofAnyChannel(String quantity) {
    for (int channel : set.observedChannels()) {
      String end = " of " + set.channels().get(channel).name();
      if (quantity.endsWith(end)) return quantity.substring(0, quantity.length() - end.length());
    }
    return quantity;
  }

  private void say(Console console, Residuals residuals) {
    List<ResidualTest> tests = residuals.tests();
    if (tests.isEmpty()) return;
    boolean isOnly = set.series().size() == 1;
    console.line(
        Words.of(
            isOnly ? "diagnosisLines.residuals" : "diagnosisLines.residualsOfSeries",
            channel(residuals),
            residuals.count(),
            series(residuals)));
    for (ResidualTest test : tests) {
      console.say(
          "  %-40s %12s %14s  %s",
          ModelNames.of(test.name()),
          ScoreLines.number(test.statistic()),
          test.pValue() < 0.001 ? "p < 0.001" : NumberWords.format("p = %.3f", test.pValue()),
          ModelNames.of(test.meaning()));
    }
    offer(console, residuals);
  }

  /** A transform is offered where it would make the residuals steadier. */
  private void offer(Console console, Residuals residuals) {
    if (residuals.lambda() == 1) return;
    String lambda = ScoreLines.number(residuals.lambda());
    console.say("  %s", Words.of("diagnosisLines.transform", channel(residuals), lambda));
  }

  private String channel(Residuals residuals) {
    return set.channels().get(residuals.channel()).name();
  }

  private String series(Residuals residuals) {
    return set.series().get(residuals.series()).name();
  }
}
