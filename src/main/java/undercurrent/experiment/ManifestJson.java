package undercurrent.experiment;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import undercurrent.series.StampForm;

/** The text of a {@link Manifest}, of this version of the format and of earlier ones. */
final class ManifestJson {
  /** Its entry in the file of an experiment. */
  static final String ENTRY = "experiment.json";

  /** A field of the time axis that earlier versions did not write, as the next one. */
  private static final String ORIGIN = "origin";

  private static final String FORM = "form";

  private static final String FRAME = "frame";

  private static final String[] EDITS = {"edits", "learnedEdits"};

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private ManifestJson() {}

  static String write(Manifest manifest) {
    return JSON.writeValueAsString(manifest);
  }

  /**
   * Reads one of this version or an earlier one.
   *
   * @throws ExperimentException when it is none
   */
  static Manifest read(byte[] json, Refusals refusals) {
    try {
      // The version first: what a newer version holds may not fit at all.
      JsonNode tree = JSON.readTree(json);
      if (!tree.isObject())
        throw refusals.refused(ExperimentWords.of("manifestJson.noExperiment"), null);
      int version = tree.path("version").asInt(0);
      if (version > Manifest.VERSION) {
        throw new ExperimentException(
            ExperimentWords.of(
                "manifestJson.newerFormat", refusals.name(), version, Manifest.VERSION));
      }
      if (tree.path("data").path("time") instanceof ObjectNode time) {
        if (!time.has(ORIGIN)) time.put(ORIGIN, 0);
        if (!time.has(FORM)) time.put(FORM, StampForm.ISO.text());
      }
      if (tree.path("data") instanceof ObjectNode data && !data.has(FRAME)) data.putArray(FRAME);
      for (String edits : EDITS) {
        if (tree instanceof ObjectNode whole && !whole.has(edits)) whole.putArray(edits);
      }
      Manifest manifest = JSON.treeToValue(tree, Manifest.class);
      if (!manifest.format().equals(Manifest.FORMAT)) {
        throw refusals.refused(ExperimentWords.of("manifestJson.noExperiment"), null);
      }
      return manifest;
    } catch (JacksonException e) {
      throw refusals.damaged(ENTRY, e);
    }
  }
}
