package undercurrent.view;

import java.util.Set;
import undercurrent.experiment.Experiment;
import undercurrent.model.ModelSettings;
import undercurrent.model.ModelSettings.ModelKind;
import undercurrent.settings.Setting;
import undercurrent.settings.Settings;
import undercurrent.training.TrainingSettings;

/** Tells the knobs that act at once from those that need a new training. */
final class Knobs {
  /** What the fit of a likelihood reads of every kind. */
  private static final Set<String> SEARCH = Set.of("kind", "epochs", "validateEvery");

  private Knobs() {}

  /** Whether a knob does anything for a model. */
  static boolean matters(ModelSettings model, String key) {
    ModelKind kind = model.kind();
    boolean isCloud = kind.isKnown() && model.filter().isCloud();
    return switch (key) {
      case "season" -> kind.hasSeason();
      case "transform" -> kind.isLinear();
      case "filter", "motionNoise", "observationNoise", "startMean", "startDeviation" ->
          kind.isKnown();
      case "particles" -> isCloud;
      case "latentSize" -> kind == ModelKind.LINEAR || kind.isDeep();
      case "seed" -> kind == ModelKind.LINEAR || kind.isDeep() || isCloud;
      default -> kind.isDeep() || SEARCH.contains(key);
    };
  }

  /** True when a running training can take these settings over. */
  static boolean isSameRun(Experiment running, ModelSettings model, TrainingSettings training) {
    return running.model().equals(model)
        && withRestartKnobsOf(running.training(), training).equals(training);
  }

  /** The live knobs of {@code turned} and the others of {@code running}. */
  static TrainingSettings withRestartKnobsOf(TrainingSettings running, TrainingSettings turned) {
    TrainingSettings mixed = running;
    for (Setting setting : Settings.of(TrainingSettings.class)) {
      if (!setting.knob().live()) continue;
      mixed = Settings.with(mixed, setting.key(), value(turned, setting.key()));
    }
    return mixed;
  }

  static Object value(Record settings, String key) {
    Object value = Settings.values(settings).get(key);
    if (value == null) throw new IllegalArgumentException(key);
    return value;
  }
}
