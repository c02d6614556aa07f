package undercurrent.model.dynamical;

import undercurrent.model.ModelSettings;
import undercurrent.settings.Knob;

/**
 * The settings of RVAE.
 *
 * @param causal whether an observation depends on states up to its own alone
 */
public record RvaeSettings(DynamicalSettings sizes, @Knob(group = "model") boolean causal)
    implements ModelSettings {

  /** What a new experiment starts from. */
  public static RvaeSettings defaults() {
    return new RvaeSettings(DynamicalSettings.USUAL, true);
  }
}
