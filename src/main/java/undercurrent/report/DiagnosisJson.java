package undercurrent.report;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import undercurrent.inference.Diagnosis;
import undercurrent.inference.Residuals;
import undercurrent.model.exact.ExactFit;
import undercurrent.model.exact.FittedQuantity;
import undercurrent.model.linear.LogLikelihood;
import undercurrent.model.linear.ResidualTest;
import undercurrent.series.SeriesSet;

/** What a linear model learned and left unexplained. */
final class DiagnosisJson {
  private DiagnosisJson() {}

  static ObjectNode of(SeriesSet set, Diagnosis diagnosis) {
    ObjectNode root = JsonText.JSON.createObjectNode();
    ExactFit fit = diagnosis.fit();
    put(root.putObject("logLikelihood"), fit, fit.logLikelihood());
    if (fit.isTransformed()) {
      put(root.putObject("logLikelihoodOfTransformed"), fit, fit.transformed());
    }
    root.put("freeParameters", fit.parameters()).put("diffuseValues", fit.diffuse());
    JsonText.put(root, "aic", fit.aic());
    JsonText.put(root, "bic", fit.bic());
    ArrayNode parameters = root.putArray("parameters");
    for (FittedQuantity quantity : fit.quantities()) {
      ObjectNode one = parameters.addObject();
      one.put("name", quantity.name()).put("unit", quantity.unit());
      JsonText.put(one, "value", quantity.value());
      JsonText.put(one, "standardError", quantity.standardError());
      if (!quantity.withoutError().isEmpty()) {
        one.put("noStandardError", quantity.withoutError());
      }
    }
    ObjectNode suggested = root.putObject("askedLambda");
    for (Residuals residuals : diagnosis.residuals()) {
      if (residuals.lambda() != 1)
        suggested.put(set.channels().get(residuals.channel()).name(), residuals.lambda());
    }
    ArrayNode tests = root.putArray("residualTests");
    for (Residuals residuals : diagnosis.residuals()) {
      for (ResidualTest test : residuals.tests()) {
        ObjectNode one = tests.addObject();
        one.put("series", set.series().get(residuals.series()).name())
            .put("channel", set.channels().get(residuals.channel()).name());
        one.put("rows", residuals.count()).put("test", test.name());
        JsonText.put(one, "statistic", test.statistic());
        JsonText.put(one, "pValue", test.pValue());
        one.put("meaning", test.meaning());
      }
    }
    return root;
  }

  private static void put(ObjectNode node, ExactFit fit, LogLikelihood logLikelihood) {
    JsonText.put(node, "value", logLikelihood.value());
    node.put("convention", fit.convention());
    node.put("values", logLikelihood.count());
  }
}
