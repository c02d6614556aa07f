package undercurrent.command;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import undercurrent.experiment.Recipe;

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

  /** Refuses settings that do nothing for the kind. */
  Recipe requireUse(Set<String> keys) {
    return BadUsage.of(() -> changed.requireUse(keys));
  }
}
