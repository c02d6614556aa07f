package undercurrent.model.dynamical;

import undercurrent.model.deep.EmissionSettings;
import undercurrent.settings.Knob;

/**
 * The settings that all dynamical VAEs share.
 *
 * @param hiddenUnits of the recurrent layers and of the hidden layers of all heads
 */
public record DynamicalSettings(
    @Knob(group = "model", min = 1, max = 256) int latentSize,
    @Knob(group = "model", min = 1, max = 2048) int hiddenUnits,
    EmissionSettings emission,
    @Knob(group = "model", min = 1e-6, max = 1, advanced = true) double deviationFloor) {

  /** What a new experiment starts from. */
  static final DynamicalSettings USUAL = new DynamicalSettings(2, 32, EmissionSettings.USUAL, 1e-3);
}
