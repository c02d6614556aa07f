package undercurrent.view;

import java.util.ArrayList;
import java.util.List;
import undercurrent.experiment.KeptRun;
import undercurrent.kind.ChosenModel;
import undercurrent.lesson.Controls;
import undercurrent.settings.Setting;
import undercurrent.settings.Settings;
import undercurrent.training.TrainingSettings;

/**
 * The settings of a run, but for those that a lesson holds.
 *
 * @param held labels of those that stay as they are, although the run has another value
 */
record RestoredSettings(ChosenModel<?> model, TrainingSettings training, List<String> held) {
  static RestoredSettings of(KeptRun run, Knobs now) {
    Controls controls = now.controlsProperty().get();
    List<String> held = new ArrayList<>();
    ChosenModel<?> model = run.model();
    if (!model.kind().equals(now.model().kind()) && !controls.frees(ChosenModel.KIND)) {
      // What another kind was set to says nothing of this one.
      held.add(Words.of("knobs.kind"));
      model = now.model();
    }
    for (Setting setting : model.knobs()) {
      String key = setting.key();
      if (controls.frees(key) || !now.model().has(key)) continue;
      Object kept = Settings.value(now.model().settings(), key);
      if (kept.equals(Settings.value(model.settings(), key))) continue;
      held.add(setting.label());
      model = model.with(key, kept);
    }
    TrainingSettings training = run.training();
    for (Setting setting : Settings.of(TrainingSettings.class)) {
      String key = setting.key();
      if (controls.frees(key)) continue;
      Object kept = Settings.value(now.training(), key);
      if (kept.equals(Settings.value(training, key))) continue;
      held.add(setting.label());
      training = Settings.with(training, key, kept);
    }
    return new RestoredSettings(model, training, List.copyOf(held));
  }
}
