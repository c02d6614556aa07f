package undercurrent.model.deep;

import undercurrent.model.ModelSettings;
import undercurrent.settings.Knob;

/** The settings of a Deep Markov Model. */
public record DeepSettings(
    @Knob(group = "model", min = 1, max = 256) int latentSize,
    Units units,
    @Knob(group = "model", advanced = true) PriorKind prior,
    @Knob(group = "model") TransitionKind transition,
    EmissionSettings emission,
    NetworkSettings inference,
    @Knob(group = "model", min = 1e-6, max = 1, advanced = true) double deviationFloor)
    implements ModelSettings {

  /** The width of the networks; 0 takes the hidden units. */
  public record Units(
      @Knob(group = "model", min = 1, max = 2048) int hiddenUnits,
      @Knob(group = "model", max = 2048, advanced = true) int transitionUnits,
      @Knob(group = "model", max = 2048, advanced = true) int emissionUnits,
      @Knob(group = "model", max = 2048, advanced = true) int networkUnits) {
    /** All networks as wide as this. */
    public static Units of(int hidden) {
      return new Units(hidden, 0, 0, 0);
    }

    public int transition() {
      return own(transitionUnits);
    }

    public int emission() {
      return own(emissionUnits);
    }

    public int network() {
      return own(networkUnits);
    }

    private int own(int units) {
      return units == 0 ? hiddenUnits : units;
    }
  }

  /** The inference network. */
  public record NetworkSettings(
      @Knob(group = "network") NetworkKind network,
      @Knob(group = "network", advanced = true) CellKind cell) {
    public static final NetworkSettings USUAL =
        new NetworkSettings(NetworkKind.STRUCTURED_FUTURE, CellKind.GRU);
  }

  /** p(z₁). */
  public enum PriorKind {
    LEARNED,
    STANDARD
  }

  /** p(zₜ|zₜ₋₁). */
  public enum TransitionKind {
    GATED,
    MLP
  }

  /** What a new experiment starts from. */
  public static DeepSettings defaults() {
    int latentSize = 2;
    double deviationFloor = 1e-3;
    return new DeepSettings(
        latentSize,
        Units.of(32),
        PriorKind.LEARNED,
        TransitionKind.GATED,
        EmissionSettings.USUAL,
        NetworkSettings.USUAL,
        deviationFloor);
  }
}
