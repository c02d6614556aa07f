package undercurrent.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import undercurrent.inference.Diagnosis;
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
    console.say(
        "Log-likelihood of the training part %.4f (%s, %d values); AIC %.2f, BIC %.2f.",
        value.value(), fit.convention(), value.count(), fit.aic(), fit.bic());
    if (fit.isTransformed()) {
      console.say(
          "Of the transformed values %.4f, as it is counted where no transform is known.",
          fit.transformed().value());
    }
    if (WideSeries.is(set.observedChannels().length)) {
      sayTogether(console);
      return;
    }
    console.say("  %-40s %12s %14s", "", "estimate", "standard error");
    for (FittedQuantity quantity : fit.quantities()) {
      console.say(
          "  %-40s %12s %14s  %s",
          quantity.name() + (quantity.unit().isEmpty() ? "" : " [" + quantity.unit() + "]"),
          ScoreLines.number(quantity.value()),
          ScoreLines.number(quantity.standardError()),
          quantity.withoutError());
    }
    for (Residuals residuals : diagnosis.residuals()) say(console, residuals);
  }

  /** Of many channels: how far estimates reach over them, and how many fail each test. */
  private void sayTogether(Console console) {
    Map<String, List<Double>> values = new LinkedHashMap<>();
    for (FittedQuantity quantity : diagnosis.fit().quantities()) {
      String unit = quantity.unit().isEmpty() ? "" : " [" + quantity.unit() + "]";
      values
          .computeIfAbsent(ofAnyChannel(quantity.name()) + unit, name -> new ArrayList<>())
          .add(quantity.value());
    }
    console.say("  %-40s %12s %12s %12s", "over the channels", "lowest", "median", "highest");
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
          "  Residuals are %s in %d of %d channels, at the 5 %% level.",
          failures.property().failed(), failures.failed(), failures.tested());
    }
    console.say("  Estimates and tests of each channel are in scores.json.");
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
    console.say(
        "Standardised residuals of %s%s, %d rows:",
        channel(residuals),
        set.series().size() == 1 ? "" : " in series " + series(residuals),
        residuals.count());
    for (ResidualTest test : tests) {
      console.say(
          "  %-40s %12s %14s  %s",
          test.name(),
          ScoreLines.number(test.statistic()),
          test.pValue() < 0.001 ? "p < 0.001" : NumberWords.format("p = %.3f", test.pValue()),
          test.meaning());
    }
    offer(console, residuals);
  }

  /** A transform is offered where it would make the residuals steadier. */
  private void offer(Console console, Residuals residuals) {
    if (residuals.lambda() == 1) return;
    console.say(
        "  The swings of %s go with its level (Guerrero's λ near %s): try --set"
            + " transform=automatic, and compare the AIC.",
        channel(residuals), ScoreLines.number(residuals.lambda()));
  }

  private String channel(Residuals residuals) {
    return set.channels().get(residuals.channel()).name();
  }

  private String series(Residuals residuals) {
    return set.series().get(residuals.series()).name();
  }
}
