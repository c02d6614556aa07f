package undercurrent.model;

import undercurrent.math.Tape;

/**
 * p(xₜ|·) on a tape, and read from it. What is read is of the last replay, in double precision: the
 * weights of particles need it.
 */
public interface EmissionDensity extends Density {
  /** Whether values are names of categories, of which a larger one has no other meaning. */
  default boolean isOfCategories() {
    return false;
  }

  /** Records the mean and the standard deviation of each number. */
  Normal moments(Tape tape);

  /**
   * log p(x) of a row, summed over what is observed.
   *
   * @param row of this distribution
   * @param x has the numbers of the row from {@code at} on
   * @param mask 1 = observed, 0 = missing, at the same places
   */
  double logDensity(int row, float[] x, float[] mask, int at);

  /**
   * The same numbers of x by all rows of this distribution.
   *
   * @param out is filled, one a row
   */
  default void logDensities(float[] x, float[] mask, int at, double[] out) {
    for (int i = 0; i < out.length; i++) out[i] = logDensity(i, x, mask, at);
  }

  /**
   * The value of a channel whose probability is that of a standard normal below {@code noise}: with
   * noise drawn, a draw; with a fixed one, a quantile.
   */
  double draw(int row, int channel, double noise);

  /**
   * The values of all channels of a row together, by one number each for {@link #draw(int, int,
   * double)}: channels that depend on one another are drawn as they do.
   *
   * @param out is filled, {@code [D]}
   */
  default void draw(int row, double[] noise, double[] out) {
    for (int d = 0; d < out.length; d++) out[d] = draw(row, d, noise[d]);
  }

  /**
   * What bands are made of: draws, or where these take two values only, the probability of the
   * upper one.
   */
  default double shown(int row, int channel, double noise) {
    return draw(row, channel, noise);
  }

  /** The same of all channels together, as {@link #draw(int, double[], double[])}. */
  default void shown(int row, double[] noise, double[] out) {
    for (int d = 0; d < out.length; d++) out[d] = shown(row, d, noise[d]);
  }
}
