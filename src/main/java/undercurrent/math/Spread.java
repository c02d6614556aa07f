package undercurrent.math;

import java.util.function.IntToDoubleFunction;

/** How much a number that is estimated by drawing changes from one set of draws to another. */
public final class Spread {
  private static final int REPEATS = 6;

  private Spread() {}

  /**
   * The variance of one estimate, by some that are independent.
   *
   * @param estimate by the number of the set of draws
   */
  public static double variance(IntToDoubleFunction estimate) {
    double[] values = new double[REPEATS];
    double mean = 0;
    for (int k = 0; k < REPEATS; k++) {
      values[k] = estimate.applyAsDouble(k);
      mean += values[k] / REPEATS;
    }
    double squares = 0;
    for (double value : values) squares += (value - mean) * (value - mean);
    return squares / (REPEATS - 1);
  }
}
