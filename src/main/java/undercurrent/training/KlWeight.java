package undercurrent.training;

/** The weight of the KL at an update. */
final class KlWeight {
  private KlWeight() {}

  /**
   * The weight in the objective reconstruction − weight · KL.
   *
   * @param step updates made before this one
   * @param stepsPerEpoch updates in an epoch
   */
  static double at(TrainingSettings s, long step, int stepsPerEpoch) {
    double epochs = (double) step / stepsPerEpoch;
    double progress =
        switch (s.klSchedule()) {
          case CONSTANT -> 1;
          case LINEAR_UPDATES -> Math.min(1, (double) step / s.klLength());
          case LINEAR_EPOCHS -> Math.min(1, epochs / s.klLength());
          // Fu et al. 2019: up in the first half of a cycle, 1 in the second
          case CYCLIC -> Math.min(1, 2 * (epochs % s.klLength()) / s.klLength());
        };
    return s.klWeight() * (s.klStart() + (1 - s.klStart()) * progress);
  }
}
