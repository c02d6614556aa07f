package undercurrent.training;

import java.lang.reflect.RecordComponent;
import undercurrent.settings.Knob;
import undercurrent.settings.Settings;

/** How a model is trained. */
public record TrainingSettings(
    @TrainingUse.Of(TrainingUse.CHANCE)
        @Knob(group = "training", min = Long.MIN_VALUE, max = Long.MAX_VALUE)
        long seed,
    @TrainingUse.Of(TrainingUse.ITERATIONS)
        @Knob(group = "training", min = 1, max = 1_000_000, live = true)
        int epochs,
    @TrainingUse.Of(TrainingUse.GRADIENTS)
        @Knob(group = "training", min = 1e-7, max = 1, live = true, logarithmic = true)
        double learningRate,
    @TrainingUse.Of(TrainingUse.GRADIENTS)
        @Knob(group = "training", min = 0.9, max = 1, live = true, advanced = true)
        double rateDecay,
    @TrainingUse.Of(TrainingUse.GRADIENTS)
        @Knob(group = "training", unit = "updates", max = 1_000_000, live = true, advanced = true)
        int warmUp,
    @TrainingUse.Of(TrainingUse.GRADIENTS)
        @Knob(group = "training", max = 1, live = true, advanced = true)
        double rateFall,
    @TrainingUse.Of(TrainingUse.GRADIENTS) @Knob(group = "training", min = 1, max = 4096)
        int batchSize,
    @TrainingUse.Of(TrainingUse.GRADIENTS)
        @Knob(group = "training", unit = "timeSteps", max = 10_000, advanced = true)
        int window,
    @TrainingUse.Of(TrainingUse.KL) @Knob(group = "kl") KlSchedule klSchedule,
    @TrainingUse.Of(TrainingUse.KL)
        @Knob(group = "kl", when = "klSchedule!=constant", max = 1, live = true)
        double klStart,
    @TrainingUse.Of(TrainingUse.KL)
        @Knob(group = "kl", when = "klSchedule!=constant", min = 1, max = 1_000_000, live = true)
        int klLength,
    @TrainingUse.Of(TrainingUse.KL) @Knob(group = "kl", max = 10, live = true, advanced = true)
        double klWeight,
    @TrainingUse.Of(TrainingUse.GRADIENTS)
        @Knob(group = "training", max = 1e6, live = true, logarithmic = true, advanced = true)
        double gradientClip,
    @TrainingUse.Of(TrainingUse.GRADIENTS)
        @Knob(group = "training", max = 10, live = true, logarithmic = true, advanced = true)
        double weightDecay,
    @TrainingUse.Of(TrainingUse.ITERATIONS)
        @Knob(group = "training", unit = "epochs", max = 100_000, live = true, advanced = true)
        int validateEvery,
    @TrainingUse.Of(TrainingUse.GRADIENTS)
        @Knob(group = "training", max = 1_000_000, live = true, advanced = true)
        int patience) {

  /** How the weight of the KL changes during training. */
  public enum KlSchedule {
    CONSTANT,
    LINEAR_UPDATES,
    LINEAR_EPOCHS,
    CYCLIC
  }

  /** What a setting belongs to. */
  public static TrainingUse use(String key) {
    for (RecordComponent component : TrainingSettings.class.getRecordComponents()) {
      TrainingUse.Of of = component.getAnnotation(TrainingUse.Of.class);
      if (of != null && component.getName().equals(key)) return of.value();
    }
    throw new IllegalArgumentException(Words.of("refused.setting", key));
  }

  /** What a new experiment starts from. */
  public static TrainingSettings defaults() {
    return new TrainingSettings(
        1, 400, 5e-3, 1, 0, 0, 32, 0, KlSchedule.LINEAR_EPOCHS, 0.2, 50, 1, 1, 0, 5, 0);
  }

  /**
   * Whether a training that began with the settings {@code before} goes on with these as if it had
   * had them from its first step on: it only has more epochs, and nothing depends on their number.
   */
  public boolean goesOn(TrainingSettings before) {
    boolean dependsOnEpochs = before.rateFall() != 0;
    return equals(dependsOnEpochs ? before : Settings.with(before, "epochs", epochs));
  }

  /** These settings with what cannot change during a training taken from {@code start}. */
  public TrainingSettings startingFrom(TrainingSettings start) {
    return new TrainingSettings(
        start.seed(),
        epochs,
        learningRate,
        rateDecay,
        warmUp,
        rateFall,
        start.batchSize(),
        start.window(),
        start.klSchedule(),
        klStart,
        klLength,
        klWeight,
        gradientClip,
        weightDecay,
        validateEvery,
        patience);
  }
}
