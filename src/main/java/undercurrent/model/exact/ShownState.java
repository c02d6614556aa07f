package undercurrent.model.exact;

import undercurrent.model.linear.Moments;

/**
 * Something of a state that a person knows, such as a level or a season.
 *
 * @param channel a place among the observed ones, -1 of all
 * @param weights w [n]; it is w'z
 */
public record ShownState(String name, int channel, double[] weights) {
  /** One dimension of a state of n. */
  static ShownState dimension(String name, int place, int n) {
    double[] weights = new double[n];
    weights[place] = 1;
    return new ShownState(name, ExactModel.ALL, weights);
  }

  /** The same of one channel, a place among the observed ones. */
  ShownState of(int place) {
    return new ShownState(name, place, weights);
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
}
