package undercurrent.view;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import undercurrent.experiment.Experiment;
import undercurrent.kind.Catalogue;
import undercurrent.kind.ChosenModel;
import undercurrent.lesson.Controls;
import undercurrent.settings.Setting;
import undercurrent.settings.Settings;
import undercurrent.training.TrainingSettings;

/**
 * The settings as they are turned in the window. Some act at once on the training that runs, the
 * others need a new one.
 */
final class Knobs {
  private final ObjectProperty<ChosenModel<?>> model =
      new SimpleObjectProperty<>(Catalogue.standard().usual());
  private final ObjectProperty<TrainingSettings> training =
      new SimpleObjectProperty<>(TrainingSettings.defaults());

  private final ObjectProperty<Controls> controls = new SimpleObjectProperty<>(Controls.ALL);

  /** Which of them a person sees and may turn. */
  ObjectProperty<Controls> controlsProperty() {
    return controls;
  }

  /** Whether a setting cannot be turned now. */
  BooleanBinding locked(String key) {
    return Bindings.createBooleanBinding(() -> !controls.get().frees(key), controls);
  }

  ObjectProperty<ChosenModel<?>> modelProperty() {
    return model;
  }

  ObjectProperty<TrainingSettings> trainingProperty() {
    return training;
  }

  ChosenModel<?> model() {
    return model.get();
  }

  TrainingSettings training() {
    return training.get();
  }

  void set(ChosenModel<?> newModel, TrainingSettings newTraining) {
    model.set(newModel);
    training.set(newTraining);
  }

  /** True when a knob was turned that acts only on a new training. */
  BooleanBinding restartNeeded(ReadOnlyObjectProperty<@Nullable Experiment> running) {
    return Bindings.createBooleanBinding(
        () -> {
          Experiment now = running.get();
          return now != null && !isSameRun(now);
        },
        running,
        model,
        training);
  }

  /** Puts those back that act only on a new training. */
  void putBack(Experiment running) {
    set(running.model(), withRestartKnobsOf(running.training()));
  }

  private boolean isSameRun(Experiment running) {
    return running.model().equals(model())
        && withRestartKnobsOf(running.training()).equals(training());
  }

  /** The live knobs as they are turned, and the others of {@code running}. */
  private TrainingSettings withRestartKnobsOf(TrainingSettings running) {
    TrainingSettings mixed = running;
    for (Setting setting : Settings.of(TrainingSettings.class)) {
      if (!setting.knob().live()) continue;
      mixed = Settings.with(mixed, setting.key(), Settings.value(training(), setting.key()));
    }
    return mixed;
  }
}
