package undercurrent.view;

import undercurrent.training.TrainingSettings;

/** How fast a training may go that a person wants to follow. */
enum Speed {
  SLOW(100),
  NORMAL(25),
  FAST(0);

  private final double seconds;

  /**
   * One of them.
   *
   * @param seconds that a whole training takes at least; 0 = as fast as it can
   */
  Speed(double seconds) {
    this.seconds = seconds;
  }

  /** What the window calls it. */
  String words() {
    return switch (this) {
      case SLOW -> Words.of("speed.slow");
      case NORMAL -> Words.of("speed.normal");
      case FAST -> Words.of("speed.fast");
    };
  }

  /** Epochs a second at most; 0 = as fast as it can. */
  double epochsPerSecond(TrainingSettings settings) {
    return seconds == 0 ? 0 : settings.epochs() / seconds;
  }
}
