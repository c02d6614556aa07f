package undercurrent.model.known;

import undercurrent.model.ModelSettings;
import undercurrent.settings.Knob;

/** How a model whose equations are known is filtered, and what is known of its noise and start. */
public record KnownSettings(
    @Knob(group = "model") FilterKind filter,
    @Knob(group = "model", when = "filter=ensemble|bootstrap|guided", min = 2, max = 100_000)
        int particles,
    @Knob(group = "model", max = 1e9) double motionNoise,
    @Knob(group = "model", max = 1e9) double observationNoise,
    @Knob(group = "model", when = "startDeviation!=0.0", min = -1e9, max = 1e9, advanced = true)
        double startMean,
    @Knob(group = "model", max = 1e9, advanced = true) double startDeviation)
    implements ModelSettings {

  /** Noise and start are found by the kind. */
  public static KnownSettings defaults() {
    int particles = 300;
    return new KnownSettings(FilterKind.UKF, particles, 0, 0, 0, 0);
  }
}
