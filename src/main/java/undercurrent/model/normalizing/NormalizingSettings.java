package undercurrent.model.normalizing;

import undercurrent.model.ModelSettings;
import undercurrent.settings.Knob;

/**
 * The settings of a normalizing Kalman filter.
 *
 * @param flow from the base space to the data
 * @param flowLayers coupling layers
 * @param flowUnits of the hidden layer of each of them
 * @param dynamics of the base space
 * @param season steps of a season
 * @param latentSize of free matrices
 */
public record NormalizingSettings(
    @Knob(group = "model") FlowKind flow,
    @Knob(group = "model", when = "flow=coupling", min = 2, max = 16) int flowLayers,
    @Knob(group = "model", when = "flow=coupling", min = 1, max = 512) int flowUnits,
    @Knob(group = "model") Dynamics dynamics,
    @Knob(group = "model", when = "dynamics=seasonal", min = 2, max = 10_000) int season,
    @Knob(group = "model", when = "dynamics=linear", min = 1, max = 8) int latentSize)
    implements ModelSettings {

  /** The invertible map from the base space to the data. */
  public enum FlowKind {
    /** A monotone function of each channel. */
    ELEMENTWISE,
    /** The exponential function. */
    LOG,
    /** Coupling layers, which make channels depend on each other. */
    COUPLING,
    /** None: a plain Kalman filter. */
    NONE
  }

  /** The linear-Gaussian model of the base space. */
  public enum Dynamics {
    /** A random walk for each channel. */
    LEVEL,
    /** A random walk whose slope is one too, for each channel. */
    TREND,
    /** A trend and the first harmonics of a season, for each channel. */
    SEASONAL,
    /** One state of all channels, whose matrices are learned. */
    LINEAR
  }

  /** What a new experiment starts from. */
  public static NormalizingSettings defaults() {
    int layers = 4;
    int units = 16;
    int season = 12;
    int latentSize = 2;
    return new NormalizingSettings(
        FlowKind.ELEMENTWISE, layers, units, Dynamics.LEVEL, season, latentSize);
  }
}
