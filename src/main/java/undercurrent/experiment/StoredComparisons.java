package undercurrent.experiment;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import undercurrent.kind.Catalogue;
import undercurrent.settings.Settings;

/**
 * The text of {@link Comparisons} in the file of an experiment. An earlier program passes over it.
 *
 * @param version of the manifest whose settings these are
 */
record StoredComparisons(
    int version, List<StoredRun> pinned, List<StoredRun> kinds, List<KeptSweep> sweep) {
  /** Its entry in the file. */
  static final String ENTRY = "comparisons.json";

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  /** A run with its settings by key. */
  record StoredRun(
      String name,
      boolean hidden,
      Map<String, Object> model,
      Map<String, Object> training,
      boolean edited,
      boolean turned,
      int epoch,
      double seconds,
      KeptCurve curve,
      List<KeptScore> scores,
      List<KeptForecast> forecast) {
    static StoredRun of(KeptRun run) {
      return new StoredRun(
          run.name(),
          run.isHidden(),
          run.model().values(),
          Settings.values(run.training()),
          run.isEdited(),
          run.isTurned(),
          run.epoch(),
          run.seconds(),
          run.curve(),
          run.scores(),
          run.forecast().stream().toList());
    }

    KeptRun run(int version, Catalogue catalogue, Consumer<String> notes) {
      StoredSettings settings = StoredSettings.of(version, model, training, catalogue);
      settings.notes().forEach(notes);
      return new KeptRun(
          name,
          hidden,
          settings.model(),
          settings.training(),
          edited,
          turned,
          epoch,
          seconds,
          curve,
          scores,
          forecast.stream().findFirst());
    }
  }

  static String write(Comparisons all) {
    return JSON.writeValueAsString(
        new StoredComparisons(
            Manifest.VERSION,
            all.pinned().stream().map(StoredRun::of).toList(),
            all.kinds().stream().map(StoredRun::of).toList(),
            all.sweep().stream().toList()));
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @param notes take a sentence for every setting that is in it and that nothing here knows
   * @throws ExperimentException when it is damaged, or has a setting that cannot be
   */
  static Comparisons read(
      byte[] json, Refusals refusals, Catalogue catalogue, Consumer<String> notes) {
    try {
      StoredComparisons stored = JSON.readValue(json, StoredComparisons.class);
      return new Comparisons(
          runs(stored.version, stored.pinned, catalogue, notes),
          runs(stored.version, stored.kinds, catalogue, notes),
          stored.sweep.stream().findFirst());
    } catch (JacksonException | NullPointerException | IllegalArgumentException e) {
      throw refusals.damaged(ENTRY, e);
    }
  }

  private static List<KeptRun> runs(
      int version, List<StoredRun> stored, Catalogue catalogue, Consumer<String> notes) {
    return stored.stream().map(run -> run.run(version, catalogue, notes)).toList();
  }
}
