package undercurrent.command;

import java.util.List;
import undercurrent.inference.Diagnosis;
import undercurrent.inference.Residuals;
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
