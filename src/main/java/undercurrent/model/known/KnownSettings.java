package undercurrent.model.known;

import undercurrent.model.ModelSettings;
import undercurrent.settings.Knob;

/** How a model whose equations are known is filtered, and what is known of its noise and start. */
public record KnownSettings(
    FilterSettings filtering,
    @Knob(group = "model", when = "startDeviation!=0", min = -1e9, max = 1e9, advanced = true)
        double startMean,
    @Knob(group = "model", max = 1e9, advanced = true) double startDeviation)
    implements ModelSettings {

  /** Noise and start are found by the kind. */
  public static KnownSettings defaults() {
    return new KnownSettings(FilterSettings.USUAL, 0, 0);
  }
}
