package undercurrent.training;

import undercurrent.settings.Knob;

/** How a model is trained. */
public record TrainingSettings(
    @Knob(
            label = "Seed",
            help = "The same seed, data and settings give the same numbers, bit for bit.",
            group = "Training",
            min = Long.MIN_VALUE,
            max = Long.MAX_VALUE)
        long seed,
    @Knob(
            label = "Epochs",
            help = "How often the training data are gone through.",
            group = "Training",
            min = 1,
            max = 1_000_000,
            live = true)
        int epochs,
    @Knob(
            label = "Learning rate",
            help = "Size of an update. Too high diverges, too low crawls.",
            group = "Training",
            min = 1e-7,
            max = 1,
            live = true)
        double learningRate,
    @Knob(
            label = "Rate decay",
            help = "The learning rate is multiplied by this after each update.",
            group = "Training",
            min = 0.9,
            max = 1,
            live = true,
            advanced = true)
        double rateDecay,
    @Knob(
            label = "Batch size",
            help = "How many sequences share one update.",
            group = "Training",
            min = 1,
            max = 4096)
        int batchSize,
    @Knob(
            label = "Window",
            help = "Longest piece of a series that is trained on at once; 0 chooses by itself.",
            group = "Training",
            unit = "time steps",
            max = 10_000,
            advanced = true)
        int window,
    @Knob(
            label = "KL schedule",
            help = "How the weight of the KL grows from its start to 1.",
            group = "KL weight")
        KlSchedule klSchedule,
    @Knob(
            label = "KL start",
            help = "Weight of the KL at the first update.",
            group = "KL weight",
            max = 1,
            live = true)
        double klStart,
    @Knob(
            label = "KL length",
            help = "Updates or epochs until the weight is 1, or of one cycle.",
            group = "KL weight",
            min = 1,
            max = 1_000_000,
            live = true)
        int klLength,
    @Knob(
            label = "KL weight",
            help = "Multiplies the KL at all times; 1 is the true ELBO.",
            group = "KL weight",
            max = 10,
            live = true,
            advanced = true)
        double klWeight,
    @Knob(
            label = "Gradient clip",
            help = "Largest norm of the gradient of one time step's ELBO; 0 switches it off.",
            group = "Training",
            max = 1e6,
            live = true,
            advanced = true)
        double gradientClip,
    @Knob(
            label = "Weight decay",
            help = "Pulls weights towards zero at each update.",
            group = "Training",
            max = 10,
            live = true,
            advanced = true)
        double weightDecay,
    @Knob(
            label = "Validate every",
            help = "Epochs between two looks at the validation data; 0 never looks.",
            group = "Training",
            unit = "epochs",
            max = 100_000,
            live = true,
            advanced = true)
        int validateEvery,
    @Knob(
            label = "Patience",
            help = "Looks without a better validation ELBO before stopping; 0 never stops early.",
            group = "Training",
            max = 1_000_000,
            live = true,
            advanced = true)
        int patience) {

  /** How the weight of the KL changes during training. */
  public enum KlSchedule {
    CONSTANT,
    LINEAR_UPDATES,
    LINEAR_EPOCHS,
    CYCLIC
  }

  /** What a new experiment starts from. */
  public static TrainingSettings defaults() {
    return new TrainingSettings(
        1, 400, 5e-3, 1, 32, 0, KlSchedule.LINEAR_EPOCHS, 0.2, 50, 1, 1, 0, 5, 0);
  }

  /** These settings with what cannot change during a training taken from {@code start}. */
  public TrainingSettings startingFrom(TrainingSettings start) {
    return new TrainingSettings(
        start.seed(),
        epochs,
        learningRate,
        rateDecay,
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
