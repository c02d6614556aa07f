package undercurrent.experiment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import undercurrent.model.ModelSettings;
import undercurrent.series.SeriesSet;
import undercurrent.settings.Settings;
import undercurrent.training.TrainingSettings;

/** The settings that a series starts with: the defaults, and what is known to suit a sample. */
public record Recipe(ModelSettings model, TrainingSettings training) {

  /** The settings for a set, by its name. */
  public static Recipe of(SeriesSet set) {
    Recipe recipe = new Recipe(ModelSettings.defaults(), TrainingSettings.defaults());
    Properties all = properties();
    String prefix = set.name() + ".";
    for (String key : all.stringPropertyNames()) {
      if (!key.startsWith(prefix)) continue;
      recipe = recipe.with(key.substring(prefix.length()), all.getProperty(key));
    }
    return recipe;
  }

  /** An experiment that has not been trained. */
  public Experiment experiment(SeriesSet set) {
    return Experiment.of(set, model, training);
  }

  /**
   * The same with one setting of the model or the training changed.
   *
   * @throws IllegalArgumentException one sentence naming the setting and what is allowed
   */
  public Recipe with(String key, Object value) {
    if (Settings.has(model, key)) return new Recipe(Settings.with(model, key, value), training);
    if (Settings.has(training, key)) {
      return new Recipe(model, Settings.with(training, key, value));
    }
    throw new IllegalArgumentException(
        "There is no setting '%s'; choose one of %s, %s."
            .formatted(
                key,
                String.join(", ", Settings.values(model).keySet()),
                String.join(", ", Settings.values(training).keySet())));
  }

  private static Properties properties() {
    Properties properties = new Properties();
    try (InputStream in = Recipe.class.getResourceAsStream("recipes.properties")) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }
}
