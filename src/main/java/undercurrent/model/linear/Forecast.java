package undercurrent.model.linear;

import java.util.Locale;

/**
 * What comes after the last step of a series, nothing of it seen.
 *
 * @param states the latent state, [horizon]
 * @param observations what would be observed, [horizon]
 */
public record Forecast(Moments states, Moments observations) {
  /** Of a system without inputs. */
  public static Forecast of(FilterResult filter, int horizon) {
    return of(filter, new double[horizon][0]);
  }

  /** With the inputs that are to come, [horizon][k]. */
  public static Forecast of(FilterResult filter, double[][] futureInputs) {
    int steps = filter.observations().steps();
    int horizon = futureInputs.length;
    LinearSystem system = filter.system();
    Observations longer = filter.observations().followedBy(futureInputs);
    system.require(longer);
    if (filter.diffuseSteps() == steps && system.diffuseSize() > filter.diffuseValues) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%d observed values do not fix the %d diffuse directions of the start; forecast a"
                  + " longer series.",
              filter.observations().count(),
              system.diffuseSize()));
    }
    int n = system.latentSize();
    FilterPass pass = new FilterPass(system, longer);
    pass.diffuse = 0;
    System.arraycopy(filter.filtered.mean, (steps - 1) * n, pass.mean, 0, n);
    System.arraycopy(filter.filtered.covariance, (steps - 1) * n * n, pass.covariance, 0, n * n);
    Moments states = new Moments(horizon, n);
    for (int s = 0; s < horizon; s++) {
      pass.predict(steps - 1 + s);
      System.arraycopy(pass.mean, 0, states.mean, s * n, n);
      System.arraycopy(pass.covariance, 0, states.covariance, s * n * n, n * n);
    }
    return new Forecast(states, Emitted.observations(system, longer, states, steps));
  }
}
