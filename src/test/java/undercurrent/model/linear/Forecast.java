package undercurrent.model.linear;

/**
 * What the filter predicts of steps after a series, of which nothing is observed.
 *
 * @param filter over the series and the steps after it
 * @param from the first step after the series
 */
public record Forecast(FilterResult filter, int from) {
  /** Of a system without inputs. */
  public static Forecast of(LinearSystem system, Observations seen, int horizon) {
    return of(system, seen, new double[horizon][0]);
  }

  /** With the inputs that are to come, [horizon][k]. */
  public static Forecast of(LinearSystem system, Observations seen, double[][] futureInputs) {
    return new Forecast(KalmanFilter.filter(system, seen.followedBy(futureInputs)), seen.steps());
  }

  /** Mean of the observation h steps after the first, of one channel. */
  public double mean(int h) {
    return Emitted.predicted(filter).mean(from + h, 0);
  }

  /** Variance of the observation h steps after the first, of one channel. */
  public double variance(int h) {
    return Emitted.predicted(filter).variance(from + h, 0);
  }

  /** Mean of a state. */
  public double stateMean(int h, int i) {
    return filter.predicted().mean(from + h, i);
  }

  /** Variance of a state. */
  public double stateVariance(int h, int i) {
    return filter.predicted().variance(from + h, i);
  }
}
