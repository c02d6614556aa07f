package undercurrent.command;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import undercurrent.experiment.Experiment;
import undercurrent.experiment.Trained;
import undercurrent.inference.LeadError;
import undercurrent.inference.Score;
import undercurrent.inference.Scores;
import undercurrent.series.Dataset;
import undercurrent.series.Part;
import undercurrent.settings.Settings;
import undercurrent.training.Criterion;

/**
 * The scores of a trained model as JSON and as a table for people.
 *
 * @param bounds the criterion of each part, as it is maximised
 */
record ScoreReport(
    Experiment experiment,
    Trained trained,
    Map<Part, Double> bounds,
    Scores scores,
    Optional<DiagnosisReport> diagnosis) {

  static ScoreReport of(Experiment experiment, Trained trained) {
    Dataset data = trained.dataset();
    Map<Part, Double> bounds = new EnumMap<>(Part.class);
    for (Part part : Part.values()) bounds.put(part, trained.criterion(part));
    return new ScoreReport(
        experiment,
        trained,
        bounds,
        trained.scores(),
        trained.diagnosis().map(d -> new DiagnosisReport(data.source(), d)));
  }

  private double bound(Part part) {
    return bounds.getOrDefault(part, Double.NaN);
  }

  /** What {@code scores.json} holds; a number that is not known is null. */
  ObjectNode json() {
    ObjectNode root = Console.JSON.createObjectNode();
    root.put("data", experiment.data().name());
    root.put("model", experiment.model().kind().id());
    root.set("modelSettings", Console.JSON.valueToTree(experiment.model().values()));
    root.set("trainingSettings", Console.JSON.valueToTree(Settings.values(experiment.training())));
    experiment
        .checkpoint()
        .ifPresent(
            c ->
                root.put("epochs", c.epoch())
                    .put("steps", c.step())
                    .put("bestEpoch", c.bestEpoch()));
    Criterion criterion = criterion();
    root.put("criterion", criterion.words());
    ObjectNode parts = root.putObject(criterion.key());
    for (Part part : Part.values()) {
      put(parts, part.name().toLowerCase(Locale.ROOT), criterion.reported(bound(part)));
    }
    root.put("logScalePerStep", trained.dataset().preparation().logScale());
    put(root, "logLikelihoodPerStep", scores.logLikelihood());
    trained
        .estimator()
        .noise()
        .ifPresent(
            n ->
                root.putObject("noise")
                    .put("motion", n.motion())
                    .put("observation", n.observation()));
    diagnosis.ifPresent(d -> root.set("diagnosis", d.json()));
    root.put("scoredPart", scores.part().name().toLowerCase(Locale.ROOT));
    ArrayNode list = root.putArray("scores");
    for (Score score : scores.list()) {
      ObjectNode one = list.addObject();
      one.put("kind", score.name()).put("channel", score.channel()).put("unit", score.unit());
      put(one, "rmse", score.rmse());
      put(one, "crps", score.crps());
      put(one, "coverage", score.coverage());
      put(one, "level", score.level());
      one.put("count", score.count());
    }
    ArrayNode leads = root.putArray("positionErrors");
    for (LeadError lead : scores.leads()) {
      ObjectNode one = leads.addObject();
      one.put("steps", lead.steps());
      put(one, "hours", lead.hours());
      put(one, "modelKm", lead.model());
      put(one, "constantVelocityKm", lead.constantVelocity());
      put(one, "persistenceKm", lead.persistence());
      one.put("count", lead.count());
    }
    filters().ifPresent(report -> report.json(root));
    return root;
  }

  private Optional<FilterReport> filters() {
    return trained.findings().filters().map(FilterReport::new);
  }

  private Criterion criterion() {
    return experiment.curve().criterion();
  }

  static void put(ObjectNode node, String key, double number) {
    if (Double.isFinite(number)) node.put(key, number);
    else node.putNull(key);
  }

  /** A table for people. */
  void say(Console console) {
    console.say("%s", boundsInWords());
    trained
        .estimator()
        .noise()
        .ifPresent(
            n ->
                console.say(
                    "Noise: motion %s, observation %s.",
                    number(n.motion()), number(n.observation())));
    diagnosis.ifPresent(d -> d.say(console));
    console.say("Scores on the %s part:", scores.part().name().toLowerCase(Locale.ROOT));
    console.say("  %-32s %-16s %12s %12s %9s", "", "channel", "RMSE", "CRPS", "coverage");
    for (Score score : scores.list()) {
      console.say(
          "  %-32s %-16s %12s %12s %9s",
          score.name(),
          score.channel() + (score.unit().isEmpty() ? "" : " [" + score.unit() + "]"),
          number(score.rmse()),
          number(score.crps()),
          Double.isNaN(score.coverage())
              ? ""
              : String.format(Locale.ROOT, "%.1f %%", 100 * score.coverage()));
    }
    filters().ifPresent(report -> report.say(console));
    for (LeadError lead : scores.leads()) {
      console.say(
          "  %2.0f h ahead: %.1f km (constant velocity %.1f km, stay put %.1f km)",
          lead.hours(), lead.model(), lead.constantVelocity(), lead.persistence());
    }
  }

  private String boundsInWords() {
    StringBuilder bounds = new StringBuilder(criterion().heading());
    for (Part part : Part.values()) {
      double value = criterion().reported(bound(part));
      if (Double.isNaN(value)) continue;
      bounds.append(
          String.format(Locale.ROOT, "  %s %.4f", part.name().toLowerCase(Locale.ROOT), value));
    }
    return bounds.toString();
  }

  static String number(double value) {
    return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.4g", value);
  }
}
