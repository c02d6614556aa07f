package undercurrent.command;

import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import undercurrent.inference.Diagnosis;
import undercurrent.inference.Residuals;
import undercurrent.model.exact.ExactFit;
import undercurrent.model.exact.FittedQuantity;
import undercurrent.model.linear.LogLikelihood;
import undercurrent.model.linear.ResidualTest;
import undercurrent.series.NumberWords;
import undercurrent.series.SeriesSet;

/** What a linear model learned and left unexplained, as JSON and for people. */
record DiagnosisReport(SeriesSet set, Diagnosis diagnosis) {
  ObjectNode json() {
    ObjectNode root = Console.JSON.createObjectNode();
    ExactFit fit = diagnosis.fit();
    put(root.putObject("logLikelihood"), fit, fit.logLikelihood());
    if (fit.isTransformed()) {
      put(root.putObject("logLikelihoodOfTransformed"), fit, fit.transformed());
    }
    root.put("freeParameters", fit.parameters()).put("diffuseValues", fit.diffuse());
    ScoreReport.put(root, "aic", fit.aic());
    ScoreReport.put(root, "bic", fit.bic());
    ArrayNode parameters = root.putArray("parameters");
    for (FittedQuantity quantity : fit.quantities()) {
      ObjectNode one = parameters.addObject();
      one.put("name", quantity.name()).put("unit", quantity.unit());
      ScoreReport.put(one, "value", quantity.value());
      ScoreReport.put(one, "standardError", quantity.standardError());
      if (!quantity.withoutError().isEmpty()) {
        one.put("noStandardError", quantity.withoutError());
      }
    }
    ObjectNode suggested = root.putObject("askedLambda");
    for (Residuals residuals : diagnosis.residuals()) {
      if (residuals.lambda() != 1) suggested.put(channel(residuals), residuals.lambda());
    }
    ArrayNode tests = root.putArray("residualTests");
    for (Residuals residuals : diagnosis.residuals()) {
      for (ResidualTest test : residuals.tests()) {
        ObjectNode one = tests.addObject();
        one.put("series", series(residuals)).put("channel", channel(residuals));
        one.put("rows", residuals.count()).put("test", test.name());
        ScoreReport.put(one, "statistic", test.statistic());
        ScoreReport.put(one, "pValue", test.pValue());
        one.put("meaning", test.meaning());
      }
    }
    return root;
  }

  private static void put(ObjectNode node, ExactFit fit, LogLikelihood logLikelihood) {
    ScoreReport.put(node, "value", logLikelihood.value());
    node.put("convention", fit.convention());
    node.put("values", logLikelihood.count());
  }

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
          ScoreReport.number(quantity.value()),
          ScoreReport.number(quantity.standardError()),
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
          ScoreReport.number(test.statistic()),
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
        channel(residuals), ScoreReport.number(residuals.lambda()));
  }

  private String channel(Residuals residuals) {
    return set.channels().get(residuals.channel()).name();
  }

  private String series(Residuals residuals) {
    return set.series().get(residuals.series()).name();
  }
}
