package undercurrent.model.density;

import undercurrent.model.ModelSettings;
import undercurrent.settings.Knob;

/**
 * The settings of a conditional density.
 *
 * @param flowLayers coupling layers
 * @param flowUnits of each hidden layer of their networks
 * @param flowDepth hidden layers of each network
 */
public record DensitySettings(
    @Knob(group = "model", min = 2, max = 32) int flowLayers,
    @Knob(group = "model", min = 1, max = 512) int flowUnits,
    @Knob(group = "model", min = 1, max = 6, advanced = true) int flowDepth)
    implements ModelSettings {
  /** What a new experiment starts from. */
  public static DensitySettings defaults() {
    int layers = 8;
    int units = 24;
    int depth = 2;
    return new DensitySettings(layers, units, depth);
  }
}
