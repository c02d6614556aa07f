package undercurrent.inference;

import undercurrent.series.NumberWords;

/** What all estimators share: the level of their bands. */
abstract class BandEstimator implements Estimator {
  private double level = 0.9;

  @Override
  public final Estimator level(double level) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException(
          Words.of("refused.level", NumberWords.format("%s", level)));
    }
    this.level = level;
    return this;
  }

  @Override
  public final double level() {
    return level;
  }
}
