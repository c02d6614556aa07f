package undercurrent.view;

import undercurrent.experiment.Experiment;
import undercurrent.kind.ChosenModel;
import undercurrent.settings.Setting;
import undercurrent.settings.Settings;
import undercurrent.training.TrainingSettings;

/** Tells the knobs that act at once from those that need a new training. */
final class Knobs {
  private Knobs() {}

  /** True when a running training can take these settings over. */
  static boolean isSameRun(Experiment running, ChosenModel<?> model, TrainingSettings training) {
    return running.model().equals(model)
        && withRestartKnobsOf(running.training(), training).equals(training);
  }

  /** The live knobs of {@code turned} and the others of {@code running}. */
  static TrainingSettings withRestartKnobsOf(TrainingSettings running, TrainingSettings turned) {
    TrainingSettings mixed = running;
    for (Setting setting : Settings.of(TrainingSettings.class)) {
      if (!setting.knob().live()) continue;
      mixed = Settings.with(mixed, setting.key(), Settings.value(turned, setting.key()));
    }
    return mixed;
  }
}
