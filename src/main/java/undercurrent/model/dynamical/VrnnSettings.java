package undercurrent.model.dynamical;

import undercurrent.model.ModelSettings;
import undercurrent.model.deep.EmissionSettings;
import undercurrent.settings.Knob;

/**
 * The settings of a variational RNN.
 *
 * @param hiddenUnits of the recurrent layer and of the hidden layers of all heads
 */
public record VrnnSettings(
    @Knob(group = "model", min = 1, max = 256) int latentSize,
    @Knob(group = "model", min = 1, max = 2048) int hiddenUnits,
    EmissionSettings emission,
    @Knob(group = "model", min = 1e-6, max = 1, advanced = true) double deviationFloor)
    implements ModelSettings {

  /** What a new experiment starts from. */
  public static VrnnSettings defaults() {
    int latentSize = 2;
    int hiddenUnits = 32;
    double deviationFloor = 1e-3;
    return new VrnnSettings(latentSize, hiddenUnits, EmissionSettings.USUAL, deviationFloor);
  }
}
