package undercurrent.model.optimized;

import undercurrent.model.ModelWords;

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
          ModelWords.of("labelledSeries.size", states.length, observations.length));
    }
    for (int t = 0; t < observations.length; t++) {
      for (double value : observations[t]) {
        if (!Double.isFinite(value)) {
          throw new IllegalArgumentException(ModelWords.of("labelledSeries.missing", t + 1));
        }
      }
    }
  }

  /** T. */
  public int steps() {
    return states.length;
  }
}
