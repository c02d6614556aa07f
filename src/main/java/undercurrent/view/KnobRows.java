package undercurrent.view;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import undercurrent.kind.ChosenModel;
import undercurrent.lesson.Controls;
import undercurrent.settings.Setting;
import undercurrent.settings.Settings;
import undercurrent.training.TrainingSettings;

/** Makes the rows of settings, and turns the knobs of the window by them. */
record KnobRows(Lab lab) {
  /**
   * The row of a setting.
   *
   * @param matters whether the setting does anything beside the others
   * @param value that it has now
   * @param free whether it can be turned
   */
  record Made(KnobRow row, BooleanSupplier matters, Supplier<Object> value, BooleanSupplier free) {
    /** Shows the value as it is, or nothing where it does nothing. */
    void refresh() {
      row.setDisable(!free.getAsBoolean());
      if (matters.getAsBoolean()) row.show(value.get());
      else row.hide();
    }
  }

  /** A setting of the kind of model that is chosen. */
  Made ofModel(Setting setting) {
    return row(
        setting,
        new ModelCommit(this, setting.key()),
        () -> setting.matters(lab.knobs().model().settings()),
        () -> Settings.value(lab.knobs().model().settings(), setting.key()));
  }

  /** Turns a setting of the kind, or says whether it could be turned. */
  private record ModelCommit(KnobRows rows, String key) implements KnobControl.Commit {
    @Override
    public void accept(String text, boolean continues) {
      rows.turnModel(key, text);
    }

    @Override
    public void check(String text) {
      var unused = rows.lab.knobs().model().with(key, text);
    }
  }

  /** A setting of the training. */
  Made ofTraining(Setting setting) {
    return row(
        setting,
        (text, continues) -> turnTraining(setting.key(), text, continues),
        () ->
            lab.knobs().model().uses(TrainingSettings.use(setting.key()))
                && setting.matters(lab.knobs().training()),
        () -> Settings.value(lab.knobs().training(), setting.key()));
  }

  /** A setting of the kind or of its training by its name, if there is one. */
  Optional<Made> of(String key) {
    Optional<Setting> ofModel = find(lab.knobs().model().knobs(), key);
    if (ofModel.isPresent()) return ofModel.map(this::ofModel);
    return find(Settings.of(TrainingSettings.class), key).map(this::ofTraining);
  }

  static Optional<Setting> find(Iterable<Setting> settings, String key) {
    for (Setting setting : settings) if (setting.key().equals(key)) return Optional.of(setting);
    return Optional.empty();
  }

  /**
   * Changes a setting of the kind.
   *
   * @throws IllegalArgumentException one sentence, when it cannot be so
   */
  void turnModel(String key, Object value) {
    ChosenModel<?> now = lab.knobs().model();
    ChosenModel<?> turned = now.with(key, value);
    if (!turned.equals(now)) lab.turn(turned, lab.knobs().training());
  }

  private void turnTraining(String key, Object value, boolean continues) {
    TrainingSettings now = lab.knobs().training();
    TrainingSettings turned = Settings.with(now, key, value);
    if (!turned.equals(now)) lab.turn(lab.knobs().model(), turned, continues);
  }

  private Controls controls() {
    return lab.knobs().controlsProperty().get();
  }

  private Made row(
      Setting setting, KnobControl.Commit commit, BooleanSupplier matters, Supplier<Object> value) {
    Consumer<String> complain = sentence -> lab.troubleProperty().set(Optional.of(sentence));
    KnobRow row =
        new KnobRow(
            setting.key(),
            setting.label(),
            setting.help(),
            setting.knob().live(),
            () -> KnobControl.of(setting, commit, complain));
    return new Made(
        row,
        () -> controls().shows(setting.key()) && matters.getAsBoolean(),
        value,
        () -> controls().frees(setting.key()));
  }
}
