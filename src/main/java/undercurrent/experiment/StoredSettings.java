package undercurrent.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import undercurrent.kind.Catalogue;
import undercurrent.kind.ChosenModel;
import undercurrent.settings.Setting;
import undercurrent.settings.Settings;
import undercurrent.training.TrainingSettings;

/**
 * The settings that a manifest holds. Those that are not in it keep their default, or what they
 * meant before they existed.
 *
 * @param notes a sentence for each that is in it and that nothing here knows
 */
record StoredSettings(ChosenModel<?> model, TrainingSettings training, List<String> notes) {
  /** Up to this version a manifest held the settings of all kinds. */
  private static final int ALL_KINDS = 1;

  /**
   * Reads them.
   *
   * @param version of the manifest
   * @throws IllegalArgumentException one sentence, when a value is not allowed
   */
  static StoredSettings of(
      int version,
      Map<String, Object> ofModel,
      Map<String, Object> ofTraining,
      Catalogue catalogue) {
    List<String> notes = new ArrayList<>();
    ChosenModel<?> model = catalogue.usual();
    Object kind = ofModel.get(ChosenModel.KIND);
    if (kind != null) model = model.with(ChosenModel.KIND, kind);
    for (Setting setting : model.knobs()) {
      String absent = setting.knob().absent();
      if (!absent.isEmpty()) model = model.with(setting.key(), absent);
    }
    for (Map.Entry<String, Object> entry : ofModel.entrySet()) {
      String key = entry.getKey();
      if (key.equals(ChosenModel.KIND)) continue;
      if (model.has(key)) model = model.with(key, entry.getValue());
      else if (version > ALL_KINDS || catalogue.knowing(key).isEmpty()) {
        notes.add(note(key, entry.getValue()));
      }
    }
    TrainingSettings training = TrainingSettings.defaults();
    for (Map.Entry<String, Object> entry : ofTraining.entrySet()) {
      String key = entry.getKey();
      if (Settings.has(training, key)) training = Settings.with(training, key, entry.getValue());
      else notes.add(note(key, entry.getValue()));
    }
    return new StoredSettings(model, training, notes);
  }

  private static String note(String key, Object value) {
    return ExperimentWords.of("storedSettings.unknown", key, value);
  }
}
