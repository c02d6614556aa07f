package undercurrent.model.known;

import undercurrent.settings.Knob;

/**
 * The filter of known equations, and the noise; one of 0 is learned.
 *
 * @param particles of filters that have some
 * @param motionNoise deviation in a unit of time, or in a step
 */
public record FilterSettings(
    @Knob(group = "model") FilterKind filter,
    @Knob(group = "model", when = "filter=ensemble|bootstrap|guided", min = 2, max = 100_000)
        int particles,
    @Knob(group = "model", max = 1e9) double motionNoise,
    @Knob(group = "model", max = 1e9) double observationNoise) {
  /** Sigma points, and noise that is learned. */
  public static final FilterSettings USUAL = new FilterSettings(FilterKind.UKF, 300, 0, 0);
}
