package undercurrent.experiment;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import undercurrent.kind.Catalogue;
import undercurrent.kind.ChosenModel;
import undercurrent.series.SeriesSet;
import undercurrent.settings.Settings;
import undercurrent.training.TrainingSettings;

/**
 * The settings that a series starts with: the defaults, the season of its calendar, and what is
 * known to suit a sample.
 */
public record Recipe(ChosenModel<?> model, TrainingSettings training) {
  private static final int LONGEST_SEASON = 366;
  private static final SampleSettings KNOWN = SampleSettings.read("recipes.properties");

  /** The settings for a set, by its name. */
  public static Recipe of(SeriesSet set) {
    return of(set, Catalogue.standard());
  }

  /** The same, with other kinds to choose from. */
  public static Recipe of(SeriesSet set, Catalogue catalogue) {
    Recipe recipe = new Recipe(onCalendar(catalogue.usual(), set), TrainingSettings.defaults());
    return recipe.with(KNOWN.of(set.name()));
  }

  /** The same model; a kind that has a season and is chosen later begins with that of the data. */
  static ChosenModel<?> onCalendar(ChosenModel<?> model, SeriesSet set) {
    OptionalInt season = set.calendar().season();
    boolean isKnown = season.isPresent() && season.getAsInt() <= LONGEST_SEASON;
    return model.startingWith(isKnown ? Map.of("season", season.getAsInt()) : Map.of());
  }

  /** An experiment that has not been trained. */
  public Experiment experiment(SeriesSet set) {
    return Experiment.of(set, model, training);
  }

  /**
   * The same with several settings changed; the kind first, for it decides which others there are.
   *
   * @throws IllegalArgumentException one sentence naming the setting and what is allowed
   */
  public Recipe with(Map<String, ?> changes) {
    Object kind = changes.get(ChosenModel.KIND);
    Recipe recipe = kind == null ? this : with(ChosenModel.KIND, kind);
    for (Map.Entry<String, ?> change : changes.entrySet()) {
      if (change.getKey().equals(ChosenModel.KIND)) continue;
      recipe = recipe.with(change.getKey(), change.getValue());
    }
    return recipe;
  }

  /**
   * The same with one setting of the model or the training changed.
   *
   * @throws IllegalArgumentException one sentence naming the setting and what is allowed
   */
  public Recipe with(String key, Object value) {
    return Settings.has(training, key)
        ? new Recipe(model, Settings.with(training, key, value))
        : new Recipe(model.with(key, value), training);
  }

  /**
   * Refuses settings that do nothing for the kind; a seed never does harm.
   *
   * @throws IllegalArgumentException one sentence naming the setting and who has it
   */
  public Recipe requireUse(Set<String> keys) {
    String kind = ExperimentWords.of("recipe.kind", model.kind().id());
    for (String key : keys) {
      Settings.requireEffect(model.settings(), key, kind);
      Settings.requireEffect(training, key, ExperimentWords.of("recipe.training"));
      if (!Settings.has(training, key) || model.takes(key)) continue;
      List<String> kinds = model.catalogue().using(TrainingSettings.use(key));
      throw new IllegalArgumentException(
          ExperimentWords.of("recipe.unknownSetting", key, kind, String.join(", ", kinds)));
    }
    return this;
  }
}
