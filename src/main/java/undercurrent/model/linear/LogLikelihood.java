package undercurrent.model.linear;

import undercurrent.series.NumberWords;

/**
 * A log-likelihood in nats with the convention by which it was counted: numbers of different
 * conventions cannot be compared.
 *
 * @param count how many single observed values are in the sum
 */
public record LogLikelihood(double value, Convention convention, int count) {
  /** What the sum of log p(xₜ|x₁:ₜ₋₁) does with the values that only fix a diffuse start. */
  public enum Convention {
    /** The start is a proper Gaussian: every term counts. */
    PROPER("proper start, all terms"),
    /** The start has a large variance: every term counts, and the sum depends on that variance. */
    APPROXIMATELY_DIFFUSE("approximately diffuse start, all terms"),
    /** The start has a large variance and the first steps are left out. */
    FIRST_STEPS_LEFT_OUT("approximately diffuse start, first steps left out"),
    /**
     * The limit κ → ∞ of log p + q/2 log(2πκ): a value that fixes a diffuse direction adds -½ log
     * F∞ (Durbin and Koopman 2012, 7.2.2, without their constant; R's arima, KFAS).
     */
    EXACTLY_DIFFUSE("exactly diffuse start"),
    /** The same with -½ log 2π for the values that fix a diffuse direction too (statsmodels). */
    EXACTLY_DIFFUSE_ALL_CONSTANTS("exactly diffuse start, log 2π for every value");

    private final String words;

    Convention(String words) {
      this.words = words;
    }

    /** As shown beside the number. */
    public String words() {
      return words;
    }
  }

  /** Of two series together. */
  LogLikelihood plus(LogLikelihood other) {
    return new LogLikelihood(value + other.value, convention, count + other.count);
  }

  /** Another value of the same kind. */
  LogLikelihood of(double other) {
    return new LogLikelihood(other, convention, count);
  }

  @Override
  public String toString() {
    return NumberWords.format("%.4f (%s)", value, convention.words());
  }
}
