package undercurrent.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import undercurrent.kind.ChosenModel;
import undercurrent.series.ImportChoices;
import undercurrent.series.SeriesSet;
import undercurrent.settings.Setting;
import undercurrent.settings.Settings;
import undercurrent.training.TrainingSettings;

/**
 * The command line that makes a run: {@code undercurrent train} with the series and with every
 * setting that differs from what the series starts with. The seed is always said.
 */
public final class RunCommand {
  private static final String SEED = "seed";
  private static final String EPOCHS = "epochs";

  private RunCommand() {}

  /** The words that name a table and say how it is read. */
  public static List<String> table(Path file, ImportChoices choices) {
    List<String> words = new ArrayList<>(List.of(file.toAbsolutePath().normalize().toString()));
    words.addAll(ReadingWords.of(choices));
    return words;
  }

  /**
   * The words of the command.
   *
   * @param source the words that name the series
   * @param set the series as they are read by them
   * @throws ExperimentException one sentence, when no command line has these settings
   */
  public static List<String> words(
      List<String> source, SeriesSet set, ChosenModel<?> model, TrainingSettings training) {
    Recipe usual = Recipe.of(set, model.catalogue());
    Map<String, String> changes = changes(usual, model, training);
    requireSame(usual, changes, model, training);
    List<String> words = new ArrayList<>(List.of("undercurrent", "train"));
    words.addAll(source);
    changes.forEach(
        (key, value) -> {
          boolean isOption = key.equals(SEED) || key.equals(EPOCHS);
          words.addAll(isOption ? List.of("--" + key, value) : List.of("--set", key + "=" + value));
        });
    words.addAll(List.of("--out", folder(set, model, training)));
    return words;
  }

  /** What is set by name, the kind first. */
  private static Map<String, String> changes(
      Recipe usual, ChosenModel<?> model, TrainingSettings training) {
    Map<String, String> changes = new LinkedHashMap<>();
    ChosenModel<?> begun = usual.model();
    if (!begun.kind().equals(model.kind())) {
      changes.put(ChosenModel.KIND, model.kind().id());
      begun = begun.changedTo(model.kind());
    }
    Map<String, Object> usualValues = begun.values();
    Map<String, Object> values = model.values();
    for (Setting setting : model.knobs()) {
      String key = setting.key();
      Object value = Objects.requireNonNull(values.get(key));
      boolean isOther = !value.equals(usualValues.get(key));
      if (isOther && setting.matters(model.settings())) changes.put(key, Settings.text(value));
    }
    for (Setting setting : model.knobs(training)) {
      String key = setting.key();
      Object value = Settings.value(training, key);
      boolean isOther = !value.equals(Settings.value(usual.training(), key));
      if (isOther || key.equals(SEED)) changes.put(key, Settings.text(value));
    }
    return changes;
  }

  /** The command line reads the words as they are read here. */
  private static void requireSame(
      Recipe usual, Map<String, String> changes, ChosenModel<?> model, TrainingSettings training) {
    Set<String> set = new LinkedHashSet<>(changes.keySet());
    set.removeAll(List.of(SEED, EPOCHS, ChosenModel.KIND));
    Recipe made;
    try {
      made = usual.with(changes).requireUse(set);
    } catch (IllegalArgumentException e) {
      throw new ExperimentException(String.valueOf(e.getMessage()), e);
    }
    if (changes(made, model, training).keySet().equals(Set.of(SEED))) return;
    throw new ExperimentException(ExperimentWords.of("runCommand.unnamed", model.kind().id()));
  }

  private static String folder(SeriesSet set, ChosenModel<?> model, TrainingSettings training) {
    String name = set.name().replaceAll("[^\\p{L}\\p{N}._-]+", "-").replaceAll("^[.-]+", "");
    return String.format(
        Locale.ROOT, "%s-%s-%d", name.isEmpty() ? "run" : name, model.kind().id(), training.seed());
  }
}
