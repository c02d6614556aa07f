package undercurrent.model.dynamical;

import undercurrent.model.ModelSettings;
import undercurrent.settings.Knob;

/**
 * The settings of a dynamical VAE that reads what was observed before: STORN, VRNN and SRNN.
 *
 * @param scheduledSampling the share of observations before in whose place it reads, while it is
 *     trained, what it makes itself
 */
public record AutoregressiveSettings(
    DynamicalSettings sizes, @Knob(group = "model", max = 1) double scheduledSampling)
    implements ModelSettings {

  /** What a new experiment starts from. */
  public static AutoregressiveSettings defaults() {
    return new AutoregressiveSettings(DynamicalSettings.USUAL, 0);
  }
}
