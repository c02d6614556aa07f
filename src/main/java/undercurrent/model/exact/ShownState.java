package undercurrent.model.exact;

import undercurrent.model.exact.FittedQuantity.Dimension;
import undercurrent.model.linear.Moments;

/**
 * Something of a state that a person knows, such as a level or a season.
 *
 * @param channel a place among the observed ones, -1 of all
 * @param weights w [n]; it is w'z, standardised as the model sees the values
 * @param unit of the file, or of its transformed values
 * @param centre what 0 of it is in that unit
 * @param scale what 1 of it is more
 */
public record ShownState(
    String name, int channel, double[] weights, String unit, double centre, double scale) {
  /** The same of one channel, a place among the observed ones. */
  ShownState of(int place) {
    return new ShownState(name, place, weights, unit, centre, scale);
  }

  /** w'm at a step. */
  public double mean(Moments states, int t) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) sum += weights[i] * states.mean(t, i);
    return sum;
  }

  /** √(w'P w) at a step. */
  public double deviation(Moments states, int t) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] == 0) continue;
      for (int j = 0; j < weights.length; j++) {
        sum += weights[i] * weights[j] * states.covariance(t, i, j);
      }
    }
    return Math.sqrt(Math.max(0, sum));
  }

  /**
   * In the model's units.
   *
   * @param factor what 1 of the model is, beside the scale of the channel
   * @param unit what follows the channel's unit, such as "/d"; of a bare number all of it
   */
  record Raw(String name, double[] weights, Dimension dimension, double factor, String unit) {
    /** One dimension of a state of n. */
    static Raw dimension(
        String name, int place, int n, Dimension dimension, double factor, String unit) {
      double[] weights = new double[n];
      weights[place] = 1;
      return new Raw(name, weights, dimension, factor, unit);
    }

    /** Of a channel, in its units. */
    ShownState scaled(FileUnits units, int place) {
      return new ShownState(
          name,
          ExactModel.ALL,
          weights,
          dimension.words(units.ofState(place), unit),
          dimension == Dimension.LEVEL ? units.centre(place) : 0,
          factor * dimension.factor(units.scale(place)));
    }
  }
}
