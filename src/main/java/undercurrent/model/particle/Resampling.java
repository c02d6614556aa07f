package undercurrent.model.particle;

/** Systematic resampling (Kitagawa 1996): particle i is chosen Nwᵢ times, rounded up or down. */
public final class Resampling {
  private Resampling() {}

  /**
   * Chooses the particle that holds the share (m + u)/M of the total weight, for each m.
   *
   * @param weights summing to one
   * @param u uniform in [0, 1)
   * @param chosen out, of any size M; ascending
   */
  public static void systematic(double[] weights, double u, int[] chosen) {
    double cumulative = weights[0];
    int i = 0;
    for (int m = 0; m < chosen.length; m++) {
      double share = (m + u) / chosen.length;
      while (share > cumulative && i < weights.length - 1) cumulative += weights[++i];
      chosen[m] = i;
    }
  }
}
