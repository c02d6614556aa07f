package undercurrent.command;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import undercurrent.experiment.Experiment;
import undercurrent.experiment.Trained;
import undercurrent.inference.ActiveUnits;
import undercurrent.inference.FilteringBound;
import undercurrent.inference.ImportanceBound;
import undercurrent.inference.LeadError;
import undercurrent.inference.Score;
import undercurrent.inference.Scores;
import undercurrent.model.linear.LinearStructure;
import undercurrent.series.Dataset;
import undercurrent.series.NumberWords;
import undercurrent.series.Part;
import undercurrent.settings.Settings;
import undercurrent.training.Bound;
import undercurrent.training.Criterion;
import undercurrent.training.Curve;

/**
 * The scores of a trained model as JSON and as a table for people.
 *
 * @param bounds the criterion of each part, as it is maximised
 * @param importance bounds of the scored part by drawn paths
 * @param filtering bounds of the scored part by particles of the inference network
 */
record ScoreReport(
    Experiment experiment,
    Trained trained,
    Map<Part, Bound> bounds,
    Scores scores,
    Optional<ImportanceBound> importance,
    Optional<FilteringBound> filtering,
    Optional<DiagnosisReport> diagnosis,
    List<String> notes) {
  private static final double SECONDS_AN_HOUR = 3600;

  static ScoreReport of(Experiment experiment, Trained trained) {
    Dataset data = trained.dataset();
    Map<Part, Bound> bounds = new EnumMap<>(Part.class);
    for (Part part : Part.values()) bounds.put(part, trained.measured(part));
    return new ScoreReport(
        experiment,
        trained,
        bounds,
        trained.scores(),
        trained.importance(),
        trained.filteringBound(),
        trained.diagnosis().map(d -> new DiagnosisReport(data.source(), d)),
        Stream.of(
                experiment.notes().stream(),
                unusedDimensions(experiment.curve(), data).stream(),
                trained.linear().stream().map(best -> best.words(Scores.scored(data))),
                trained.diagnosis().stream().flatMap(d -> d.fit().notes().stream()),
                trained.answers().stream()
                    .flatMap(a -> a.forecast().stream())
                    .flatMap(e -> e.notes().stream()))
            .flatMap(s -> s)
            .toList());
  }

  private static List<String> unusedDimensions(Curve curve, Dataset data) {
    if (curve.isEmpty()) return List.of();
    return new ActiveUnits(curve.get(curve.size() - 1).klPerDimension())
        .notes(() -> LinearStructure.of(data));
  }

  private double bound(Part part) {
    return measured(part).value();
  }

  private Bound measured(Part part) {
    return bounds.getOrDefault(part, Bound.exact(Double.NaN));
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
    ArrayNode said = root.putArray("notes");
    notes.forEach(said::add);
    Criterion criterion = criterion();
    root.put("criterion", criterion.words());
    ObjectNode parts = root.putObject(criterion.key());
    for (Part part : Part.values()) {
      put(parts, part.name().toLowerCase(Locale.ROOT), criterion.reported(bound(part)));
    }
    if (isDrawn()) {
      ObjectNode errors = root.putObject(criterion.key() + "StandardError");
      for (Part part : Part.values()) {
        put(errors, part.name().toLowerCase(Locale.ROOT), measured(part).standardError());
      }
    }
    importance.ifPresent(
        bound -> {
          ObjectNode all = root.putObject("importanceBound");
          all.put("part", scores.part().name().toLowerCase(Locale.ROOT));
          all.put("samples", bound.samples());
          put(all, "elboPerStep", bound.elboPerStep());
          put(all, "elboMeanOverSequencesPerStep", bound.elboPerSequence());
          put(all, "importanceSampledPerStep", bound.perStep());
          put(all, "importanceSampledPerStepStandardError", bound.standardError());
        });
    filtering.ifPresent(
        bound -> {
          ObjectNode all = root.putObject("filteringBound");
          all.put("part", scores.part().name().toLowerCase(Locale.ROOT));
          all.put("particles", bound.particles()).put("sequences", bound.sequences().size());
          put(all, "perStep", bound.perStep());
          put(all, "perStepStandardError", bound.standardError());
        });
    root.put("logScalePerStep", trained.dataset().preparation().logScale());
    put(root, "logLikelihoodPerStep", scores.logLikelihood());
    if (isLikelihoodDrawn()) {
      put(root, "logLikelihoodPerStepStandardError", scores.logLikelihoodError());
    }
    trained
        .estimator()
        .noise()
        .ifPresent(
            n ->
                root.putObject("noise")
                    .put("motion", n.motion())
                    .put("observation", n.observation()));
    trained
        .estimator()
        .parameters()
        .ifPresent(
            learned -> {
              ObjectNode named = root.putObject("parameters");
              learned.values().forEach(named::put);
            });
    diagnosis.ifPresent(d -> root.set("diagnosis", d.json()));
    root.put("scoredPart", scores.part().name().toLowerCase(Locale.ROOT));
    ArrayNode list = root.putArray("scores");
    for (Score score : scores.list()) {
      ObjectNode one = list.addObject();
      one.put("kind", score.name()).put("channel", score.channel()).put("unit", score.unit());
      put(one, "rmse", score.rmse());
      put(one, "mae", score.mae());
      put(one, "crps", score.crps());
      put(one, "intervalScore", score.interval());
      put(one, "coverage", score.coverage());
      put(one, "level", score.level());
      one.put("count", score.count());
      if (score.hasPit()) {
        ArrayNode pit = one.putArray("pit");
        for (long each : score.pit()) pit.add(each);
      }
    }
    ArrayNode leads = root.putArray("positionErrors");
    for (LeadError lead : scores.leads()) {
      ObjectNode one = leads.addObject();
      one.put("steps", lead.steps());
      put(one, "hours", lead.hours());
      put(one, "modelKm", lead.model());
      put(one, "constantVelocityKm", lead.constantVelocity());
      put(one, "persistenceKm", lead.persistence());
      put(one, "coneCoverage", lead.coverage());
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

  private boolean isLikelihoodDrawn() {
    return Double.isFinite(scores.logLikelihoodError());
  }

  /** Whether the criterion is estimated by drawing. */
  private boolean isDrawn() {
    return bounds.values().stream().anyMatch(b -> !Double.isNaN(b.standardError()));
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
    trained
        .estimator()
        .parameters()
        .ifPresent(
            learned -> {
              List<String> named = new ArrayList<>();
              learned.values().forEach((name, value) -> named.add(name + " " + number(value)));
              console.say("Parameters: %s.", String.join(", ", named));
            });
    diagnosis.ifPresent(d -> d.say(console));
    new ScoreTable(scores).say(console);
    console.notes(notes.subList(experiment.notes().size(), notes.size()));
    filters().ifPresent(report -> report.say(console));
    for (LeadError lead : scores.leads()) {
      if (lead.count() == 0) continue;
      console.say(
          "  %s ahead: %.1f km (constant velocity %.1f km, stay put %.1f km)%s",
          ahead(lead), lead.model(), lead.constantVelocity(), lead.persistence(), cone(lead));
    }
  }

  /** How often the cone was right, where there is one. */
  private String cone(LeadError lead) {
    if (Double.isNaN(lead.coverage())) return "";
    return NumberWords.format(
        ", %.0f %% cone right in %.0f %%",
        100 * trained.estimator().level(), 100 * lead.coverage());
  }

  /** "6 h", "10 min", or where no clock is known "4 steps". */
  static String ahead(LeadError lead) {
    double hours = lead.hours();
    if (!(hours > 0) || !Double.isFinite(hours)) return NumberWords.count(lead.steps(), "step");
    if (hours >= 1) return NumberWords.of(hours) + " h";
    double seconds = Math.rint(hours * SECONDS_AN_HOUR);
    return seconds >= 60 ? NumberWords.of(seconds / 60) + " min" : NumberWords.of(seconds) + " s";
  }

  private String boundsInWords() {
    StringBuilder bounds = new StringBuilder(criterion().heading());
    for (Part part : Part.values()) {
      double value = criterion().reported(bound(part));
      if (Double.isNaN(value)) continue;
      bounds.append("  ").append(part.name().toLowerCase(Locale.ROOT));
      bounds.append(NumberWords.format(" %.4f", value));
      double error = measured(part).standardError();
      if (Double.isFinite(error)) bounds.append(NumberWords.format(" ± %.2g", error));
    }
    importance.ifPresent(
        bound ->
            bounds.append(
                NumberWords.format(
                    "%nBounds of the %s part by %d paths a sequence: ELBO %.4f (mean over sequences"
                        + " %.4f), importance-sampled %.4f ± %.2g",
                    scores.part().name().toLowerCase(Locale.ROOT),
                    bound.samples(),
                    bound.elboPerStep(),
                    bound.elboPerSequence(),
                    bound.perStep(),
                    bound.standardError())));
    filtering.ifPresent(
        bound ->
            bounds.append(
                NumberWords.format(
                    "%nBound by %d particles of the inference network (FIVO)%s: %.4f ± %.2g",
                    bound.particles(),
                    bound.isWhole()
                        ? ""
                        : " of the first "
                            + NumberWords.count(bound.sequences().size(), "sequence"),
                    bound.perStep(),
                    bound.standardError())));
    if (isLikelihoodDrawn()) {
      bounds.append(
          NumberWords.format(
              "%nLog-likelihood per time step of the %s part, by particles: %.4f ± %.2g",
              scores.part().name().toLowerCase(Locale.ROOT),
              scores.logLikelihood(),
              scores.logLikelihoodError()));
    }
    return bounds.toString();
  }

  static String number(double value) {
    return Double.isNaN(value) ? "" : NumberWords.format("%.4g", value);
  }
}
