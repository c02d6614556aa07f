package undercurrent.model.linear;

/** What a state says of the observations: H m + D u + d and H P H' + R at every step. */
public final class Emitted {
  private Emitted() {}

  /**
   * Mean and covariance of the observation at every step, under the conditioning of the states
   * (those of the same system and series, from step {@code from} on). Of a smoothed or filtered
   * state it is a new observation at that step, not the one that was seen.
   */
  public static Moments observations(
      LinearSystem system, Observations seen, Moments states, int from) {
    int n = system.latentSize();
    int m = system.observedSize();
    int k = system.inputSize();
    Moments emitted = new Moments(states.steps(), m);
    double[] work = new double[m * n];
    for (int s = 0; s < states.steps(); s++) {
      int t = from + s;
      double[] h = system.part(SystemPart.EMISSION).at(t);
      double[] r = seen.noise(system, t);
      Matrices.product(h, 0, states.covariance, s * n * n, work, m, n, n);
      for (int i = 0; i < m; i++) {
        int at = s * m + i;
        emitted.mean[at] =
            system.part(SystemPart.EMISSION_OFFSET).at(t)[i]
                + Matrices.dot(h, i * n, states.mean, s * n, n)
                + Matrices.dot(
                    system.part(SystemPart.EMISSION_INPUT).at(t), i * k, seen.inputs(), t * k, k);
        for (int j = 0; j < m; j++) {
          emitted.covariance[at * m + j] = r[i * m + j] + Matrices.dot(work, i * n, h, j * n, n);
        }
      }
    }
    return emitted;
  }

  /** What the filter expected at every step before it looked. */
  public static Moments predicted(FilterResult filter) {
    return observations(filter.system(), filter.observations(), filter.predicted(), 0);
  }

  /** What another observation at every step would be, the whole series known. */
  public static Moments smoothed(SmootherResult smoother) {
    FilterResult filter = smoother.filter();
    return observations(filter.system(), filter.observations(), smoother.smoothed(), 0);
  }
}
