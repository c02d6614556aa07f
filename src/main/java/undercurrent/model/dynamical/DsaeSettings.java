package undercurrent.model.dynamical;

import undercurrent.model.ModelSettings;
import undercurrent.settings.Knob;

/**
 * The settings of DSAE.
 *
 * @param staticSize numbers of w, which is drawn once for a whole series
 */
public record DsaeSettings(
    DynamicalSettings sizes, @Knob(group = "model", min = 1, max = 256) int staticSize)
    implements ModelSettings {

  /** What a new experiment starts from. */
  public static DsaeSettings defaults() {
    return new DsaeSettings(DynamicalSettings.USUAL, 2);
  }
}
