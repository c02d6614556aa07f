package undercurrent.view;

import java.util.EnumSet;
import java.util.Set;
import undercurrent.experiment.Experiment;
import undercurrent.model.ModelKind;
import undercurrent.model.ModelSettings;
import undercurrent.settings.Setting;
import undercurrent.settings.Settings;
import undercurrent.training.TrainingSettings;

/** Tells the knobs that act at once from those that need a new training. */
final class Knobs {
  /** What every fit by iterations reads beside its kind. */
  private static final Set<String> FITTED = Set.of("kind", "epochs", "validateEvery");

  /** Kinds that start from something drawn. */
  private static final Set<ModelKind> SEEDED =
      Set.of(ModelKind.LINEAR, ModelKind.SWITCHING, ModelKind.OKF);

  /** Sums of parts, to which others can be added. */
  private static final Set<ModelKind> SUMS =
      EnumSet.of(ModelKind.LEVEL, ModelKind.TREND, ModelKind.SEASONAL);

  /** Kinds whose values can be transformed first. */
  private static final Set<ModelKind> EXACT = EnumSet.range(ModelKind.LINEAR, ModelKind.CONTINUOUS);

  private Knobs() {}

  /** Whether a knob does anything for a model. */
  static boolean matters(ModelSettings model, String key) {
    ModelKind kind = model.kind();
    boolean isCloud = kind.isKnown() && model.filter().isCloud();
    return switch (key) {
      case "season" -> model.hasSeason();
      case "seasonForm" -> kind == ModelKind.SEASONAL;
      case "cycle", "autoregression" -> SUMS.contains(kind);
      case "order", "seasonalOrder" -> kind == ModelKind.ARIMA;
      case "process" -> kind == ModelKind.CONTINUOUS;
      case "transform" -> EXACT.contains(kind);
      case "regimes", "regimeFilter" -> kind == ModelKind.SWITCHING;
      case "motion" -> kind == ModelKind.OKF;
      case "filter", "motionNoise", "observationNoise", "startMean", "startDeviation" ->
          kind.isKnown();
      case "particles" -> isCloud;
      case "latentSize" -> kind.isDeep() || kind == ModelKind.LINEAR || kind == ModelKind.SWITCHING;
      case "seed" -> kind.isDeep() || SEEDED.contains(kind) || isCloud;
      default -> kind.isDeep() || FITTED.contains(key);
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
