package undercurrent.command;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import undercurrent.experiment.Recipe;
import undercurrent.settings.Settings;
import undercurrent.training.TrainingSettings;
import undercurrent.training.TrainingUse;

/** Settings as a person wants them on the command line. */
record WantedSettings(Recipe changed) {
  /**
   * A recipe with what is wanted.
   *
   * @param wanted settings by name
   * @param fixed parameters that are given
   * @throws BadUsage when a setting is not allowed
   */
  static WantedSettings of(Recipe before, Map<String, String> wanted, Map<String, String> fixed) {
    Map<String, String> all = new LinkedHashMap<>(wanted);
    all.replaceAll(SettingFile::value);
    if (!fixed.isEmpty()) {
      all.merge(FixedValues.KEY, FixedValues.text(fixed), (set, more) -> set + ";" + more);
    }
    return new WantedSettings(BadUsage.of(() -> before.with(all)));
  }

  /** Refuses settings that do nothing for the kind; a seed never does harm. */
  Recipe requireUse(Set<String> keys) {
    for (String key : keys) {
      requireEffect(key);
      if (!Settings.has(changed.training(), key)) continue;
      TrainingUse use = TrainingSettings.use(key);
      if (use == TrainingUse.CHANCE || changed.model().uses(use)) continue;
      throw new BadUsage(
          "There is no setting '%s' of the training of kind %s; kinds that have it are %s."
              .formatted(
                  key,
                  changed.model().kind().id(),
                  String.join(", ", changed.model().catalogue().using(use))));
    }
    return changed;
  }

  private void requireEffect(String key) {
    try {
      Settings.requireEffect(
          changed.model().settings(), key, "kind " + changed.model().kind().id());
      Settings.requireEffect(changed.training(), key, "the training");
    } catch (IllegalArgumentException e) {
      throw new BadUsage(e);
    }
  }
}
