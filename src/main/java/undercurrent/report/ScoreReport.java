package undercurrent.report;

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
import undercurrent.inference.Diagnosis;
import undercurrent.inference.FilteringBound;
import undercurrent.inference.FrameScore;
import undercurrent.inference.ImportanceBound;
import undercurrent.inference.LeadError;
import undercurrent.inference.ModelNames;
import undercurrent.inference.Score;
import undercurrent.inference.Scores;
import undercurrent.inference.WideSeries;
import undercurrent.model.linear.LinearStructure;
import undercurrent.series.Dataset;
import undercurrent.series.Part;
import undercurrent.settings.Settings;
import undercurrent.training.Bound;
import undercurrent.training.Criterion;
import undercurrent.training.Curve;

/**
 * The scores of a trained model.
 *
 * @param bounds the criterion of each part, as it is maximised
 * @param importance bounds of the scored part by drawn paths
 * @param filtering bounds of the scored part by particles of the inference network
 */
public record ScoreReport(
    Experiment experiment,
    Trained trained,
    Map<Part, Bound> bounds,
    Scores scores,
    Optional<ImportanceBound> importance,
    Optional<FilteringBound> filtering,
    Optional<Diagnosis> diagnosis,
    List<String> notes) {
  /** Of a model that has been trained. */
  public static ScoreReport of(Experiment experiment, Trained trained) {
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
        trained.diagnosis(),
        Stream.of(
                experiment.notes().stream(),
                unusedDimensions(experiment.curve(), data).stream(),
                trained.linear().stream().map(best -> best.words(Scores.scored(data))),
                trained.diagnosis().stream().flatMap(d -> d.fit().notes(ModelNames::of).stream()),
                trained.answers().stream()
                    .flatMap(a -> a.forecast().stream())
                    .flatMap(e -> e.notes().stream())
                    .distinct(),
                trained.notes().stream(),
                WideSeries.scoreNotes(data.source()).stream())
            .flatMap(s -> s)
            .toList());
  }

  private static List<String> unusedDimensions(Curve curve, Dataset data) {
    if (curve.isEmpty()) return List.of();
    return new ActiveUnits(curve.get(curve.size() - 1).klPerDimension())
        .notes(() -> LinearStructure.of(data));
  }

  /** The criterion of a part per time step; NaN for a part without rows. */
  public double bound(Part part) {
    return measured(part).value();
  }

  /** The same with its standard error. */
  public Bound measured(Part part) {
    return bounds.getOrDefault(part, Bound.exact(Double.NaN));
  }

  /** What {@code scores.json} holds; a number that is not known is null. */
  public ObjectNode json() {
    ObjectNode root = JsonText.JSON.createObjectNode();
    root.put("data", experiment.data().name());
    root.put("model", experiment.model().kind().id());
    root.set("modelSettings", JsonText.JSON.valueToTree(experiment.model().values()));
    root.set("trainingSettings", JsonText.JSON.valueToTree(Settings.values(experiment.training())));
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
    root.put("criterion", criterion.id());
    ObjectNode parts = root.putObject(criterion.key());
    for (Part part : Part.values()) {
      JsonText.put(parts, part.name().toLowerCase(Locale.ROOT), criterion.reported(bound(part)));
    }
    if (isDrawn()) {
      ObjectNode errors = root.putObject(criterion.key() + "StandardError");
      for (Part part : Part.values()) {
        JsonText.put(errors, part.name().toLowerCase(Locale.ROOT), measured(part).standardError());
      }
    }
    importance.ifPresent(
        bound -> {
          ObjectNode all = root.putObject("importanceBound");
          all.put("part", scores.part().name().toLowerCase(Locale.ROOT));
          all.put("samples", bound.samples());
          JsonText.put(all, "elboPerStep", bound.elboPerStep());
          JsonText.put(all, "elboMeanOverSequencesPerStep", bound.elboPerSequence());
          JsonText.put(all, "importanceSampledPerStep", bound.perStep());
          JsonText.put(all, "importanceSampledPerStepStandardError", bound.standardError());
        });
    filtering.ifPresent(
        bound -> {
          ObjectNode all = root.putObject("filteringBound");
          all.put("part", scores.part().name().toLowerCase(Locale.ROOT));
          all.put("particles", bound.particles()).put("sequences", bound.sequences().size());
          JsonText.put(all, "perStep", bound.perStep());
          JsonText.put(all, "perStepStandardError", bound.standardError());
        });
    root.put("logScalePerStep", trained.dataset().preparation().logScale());
    JsonText.put(root, "logLikelihoodPerStep", scores.logLikelihood());
    if (isLikelihoodDrawn()) {
      JsonText.put(root, "logLikelihoodPerStepStandardError", scores.logLikelihoodError());
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
    diagnosis.ifPresent(
        d -> root.set("diagnosis", DiagnosisJson.of(trained.dataset().source(), d)));
    root.put("scoredPart", scores.part().name().toLowerCase(Locale.ROOT));
    ArrayNode list = root.putArray("scores");
    for (Score score : scores.list()) {
      ObjectNode one = list.addObject();
      one.put("kind", score.name()).put("channel", score.channel()).put("unit", score.unit());
      JsonText.put(one, "rmse", score.rmse());
      JsonText.put(one, "mae", score.mae());
      JsonText.put(one, "crps", score.crps());
      JsonText.put(one, "intervalScore", score.interval());
      JsonText.put(one, "coverage", score.coverage());
      JsonText.put(one, "level", score.level());
      one.put("count", score.count());
      if (score.hasPit()) {
        ArrayNode pit = one.putArray("pit");
        for (long each : score.pit()) pit.add(each);
      }
    }
    putFrames(root);
    ArrayNode leads = root.putArray("positionErrors");
    for (LeadError lead : scores.leads()) {
      ObjectNode one = leads.addObject();
      one.put("steps", lead.steps());
      JsonText.put(one, "hours", lead.hours());
      JsonText.put(one, "modelKm", lead.model());
      JsonText.put(one, "constantVelocityKm", lead.constantVelocity());
      JsonText.put(one, "persistenceKm", lead.persistence());
      JsonText.put(one, "coneCoverage", lead.coverage());
      one.put("count", lead.count());
    }
    trained.findings().filters().ifPresent(filters -> FilterJson.put(root, filters));
    return root;
  }

  public Criterion criterion() {
    return experiment.curve().criterion();
  }

  /** Whether the likelihood is estimated by drawing. */
  public boolean isLikelihoodDrawn() {
    return Double.isFinite(scores.logLikelihoodError());
  }

  /** Whether the criterion is estimated by drawing. */
  private boolean isDrawn() {
    return bounds.values().stream().anyMatch(b -> !Double.isNaN(b.standardError()));
  }

  /** Of films. */
  private void putFrames(ObjectNode root) {
    if (scores.frames().isEmpty()) return;
    ArrayNode frames = root.putArray("frames");
    for (FrameScore score : scores.frames()) {
      ObjectNode one = frames.addObject();
      one.put("kind", score.name());
      JsonText.put(one, "wrongPixels", score.wrong());
      JsonText.put(one, "meanSquaredError", score.meanSquare());
      JsonText.put(one, "crossCorrelation", score.correlation());
      JsonText.put(one, "structuralSimilarity", score.similarity());
      one.put("count", score.count());
    }
  }
}
