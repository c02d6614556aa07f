package undercurrent.model.dynamical;

import undercurrent.model.ModelSettings;

/** The settings of a dynamical VAE that reads what was observed before: STORN, VRNN and SRNN. */
public record AutoregressiveSettings(DynamicalSettings sizes) implements ModelSettings {

  /** What a new experiment starts from. */
  public static AutoregressiveSettings defaults() {
    return new AutoregressiveSettings(DynamicalSettings.USUAL);
  }
}
