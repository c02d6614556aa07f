package undercurrent.training;

import undercurrent.math.Functions;

/** The learning rate at an update. */
final class LearningRate {
  private LearningRate() {}

  /**
   * The rate: it rises in a straight line while it warms up, is multiplied by the decay after each
   * update, and falls in a straight line to about 0 over the last share of the updates.
   *
   * @param step 1 for the first update
   * @param all updates of the whole training
   */
  static double at(TrainingSettings s, long step, long all) {
    double rate = s.learningRate() * Functions.power(s.rateDecay(), step - 1);
    if (step < s.warmUp()) rate *= (double) step / s.warmUp();
    double falling = s.rateFall() * all;
    double left = all - step + 1.0;
    return left < falling ? rate * Math.max(0, left) / falling : rate;
  }
}
