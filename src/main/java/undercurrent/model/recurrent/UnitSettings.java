package undercurrent.model.recurrent;

import undercurrent.model.ModelSettings;
import undercurrent.settings.Knob;

/**
 * The settings of a continuous recurrent unit.
 *
 * @param maps between observations and latent observations
 * @param latentObservations n, numbers of a latent observation
 * @param hiddenUnits of the networks between observations and latent observations
 * @param matrices K, of which the drift is a mixture
 * @param hiddenRows the share of rows that the filter does not see while it is trained
 * @param deviationFloor least standard deviation of what is observed and of latent observations
 */
public record UnitSettings(
    @Knob(group = "model") MapKind maps,
    @Knob(group = "model", when = "maps=networks", min = 1, max = 16) int latentObservations,
    @Knob(group = "model", when = "maps=networks", min = 1, max = 2048) int hiddenUnits,
    @Knob(group = "model", min = 1, max = 32) int matrices,
    @Knob(group = "model", max = 0.9) double hiddenRows,
    @Knob(group = "model", min = 1e-6, max = 1, advanced = true) double deviationFloor)
    implements ModelSettings {

  /** What lies between observations and latent observations. */
  public enum MapKind {
    /** An encoder and a decoder. */
    NETWORKS,
    /** Nothing: each channel is a latent observation with noise. */
    IDENTITY
  }

  /** What a new experiment starts from. */
  public static UnitSettings defaults() {
    int latentObservations = 2;
    int hiddenUnits = 32;
    int matrices = 5;
    double hiddenRows = 0.5;
    double deviationFloor = 1e-2;
    return new UnitSettings(
        MapKind.NETWORKS, latentObservations, hiddenUnits, matrices, hiddenRows, deviationFloor);
  }
}
