package undercurrent.session;

/** Keeps the steps of a training apart so that a person can follow it. */
final class StepPacing {
  /** What is late by less is made up for. */
  private static final long LATEST = 100_000_000L;

  private double epochsPerSecond;
  private long due;

  /**
   * Changes the pace.
   *
   * @param most epochs a second; 0 = as fast as it can
   */
  void limit(double most) {
    epochsPerSecond = most;
  }

  /** The nanoseconds until the next step is due; 0 or less when it is. */
  long remaining(long now) {
    return epochsPerSecond == 0 ? 0 : due - now;
  }

  /** A step was made. The steps keep their mean distance. */
  void step(long now, int stepsPerEpoch) {
    if (epochsPerSecond == 0) return;
    long distance = (long) (1e9 / (epochsPerSecond * stepsPerEpoch));
    due = now - due > LATEST ? now + distance : due + distance;
  }
}
