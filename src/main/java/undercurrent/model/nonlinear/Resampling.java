package undercurrent.model.nonlinear;

import undercurrent.math.Randomness;

/** How the particles that go on are chosen by their weights. */
public enum Resampling {
  /** One uniform number for all (Kitagawa 1996): particle i goes on Nwᵢ times, rounded. */
  SYSTEMATIC,
  /** One uniform number for each: the textbook's, with the most noise. */
  MULTINOMIAL;

  /** The particle that each of N new ones comes from, in ascending order. */
  public int[] ancestors(double[] weights, Randomness random) {
    double[] shares = new double[weights.length];
    double first = random.uniform();
    for (int i = 0; i < shares.length; i++) {
      shares[i] = this == SYSTEMATIC ? (i + first) / shares.length : random.uniform();
    }
    if (this == MULTINOMIAL) java.util.Arrays.sort(shares);
    int[] ancestors = new int[shares.length];
    double cumulative = weights[0];
    int i = 0;
    for (int k = 0; k < shares.length; k++) {
      while (shares[k] > cumulative && i < weights.length - 1) cumulative += weights[++i];
      ancestors[k] = i;
    }
    return ancestors;
  }
}
