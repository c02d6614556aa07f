package undercurrent.model.optimized;

import java.util.Locale;

/**
 * A series of which the truth is known, to learn from.
 *
 * @param states [T][n]
 * @param observations [T][m], none missing
 */
public record LabelledSeries(double[][] states, double[][] observations) {
  public LabelledSeries {
    if (states.length != observations.length || states.length < 2) {
      throw new IllegalArgumentException(
          String.format(
                  Locale.ROOT,
                  "A series with %d states and %d observations cannot be learned from; it needs as"
                      + " many of",
                  states.length,
                  observations.length)
              + " both, and at least 2.");
    }
    for (int t = 0; t < observations.length; t++) {
      for (double value : observations[t]) {
        if (!Double.isFinite(value)) {
          throw new IllegalArgumentException(
              String.format(
                  Locale.ROOT,
                  "The observation at step %d is missing; the optimised filter needs all of them.",
                  t + 1));
        }
      }
    }
  }

  /** T. */
  public int steps() {
    return states.length;
  }
}
