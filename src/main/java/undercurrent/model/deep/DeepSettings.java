package undercurrent.model.deep;

import java.util.List;
import undercurrent.model.ModelSettings;
import undercurrent.model.formula.Formula;
import undercurrent.settings.Knob;

/** The settings of a Deep Markov Model. */
public record DeepSettings(
    @Knob(group = "model", min = 1, max = 256) int latentSize,
    Units units,
    @Knob(group = "model", when = "equations=networks", advanced = true) PriorKind prior,
    @Knob(group = "model", when = "equations=networks") TransitionKind transition,
    Given given,
    Reading reading,
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

  /**
   * What of the generative half is given.
   *
   * @param equations a known system in place of networks
   * @param fix which boxes keep the weights that they start with, joined by commas
   * @param formula the equations that are typed
   */
  public record Given(
      @Knob(group = "model", advanced = true) Equations equations,
      @Knob(
              group = "model",
              pattern = "none|(prior|transition|emission)(,(prior|transition|emission)){0,2}",
              example = "transition,emission",
              advanced = true)
          String fix,
      @Knob(
              group = "model",
              when = "equations=formula",
              lines = true,
              example = "x' = 0.9*x; y = x",
              advanced = true)
          String formula) {
    private static final String NONE = "none";
    public static final Given NOTHING = new Given(Equations.NETWORKS, NONE, Formula.EXAMPLE);

    /**
     * Refuses what cannot be read.
     *
     * @throws undercurrent.text.TextMistake with the place of the mistake
     */
    public Given {
      // Settings of most experiments hold the example, which can be read.
      if (!formula.equals(Formula.EXAMPLE)) Formula.of(formula);
    }

    /** Whether boxes are networks. */
    public boolean isLearned() {
      return equations == Equations.NETWORKS;
    }

    /** The boxes that are not trained. */
    List<String> fixed() {
      return fix.equals(NONE) ? List.of() : List.of(fix.split(","));
    }
  }

  /**
   * What transition and emission read beside the state, and how far q is compared with them.
   *
   * @param gaps the time before a step is read, or a known transition applied as often as it is
   *     long
   * @param positions of a track the position before a step is read
   * @param edges xₜ₋₁ is read (DMM-Aug)
   * @param residualEmission the mean of the emission is xₜ₋₁ and a learned change of it
   * @param overshooting depth of latent overshooting, 1 for the plain bound
   */
  public record Reading(
      @Knob(group = "model", when = "equations=networks", absent = "false", advanced = true)
          boolean inputs,
      @Knob(group = "model", absent = "false", advanced = true) boolean gaps,
      @Knob(group = "model", when = "equations=networks", advanced = true) boolean positions,
      @Knob(group = "model", when = "equations=networks", advanced = true) boolean edges,
      @Knob(
              group = "model",
              when = "edges=true & likelihood=automatic|gaussian|student-t",
              advanced = true)
          boolean residualEmission,
      @Knob(group = "network", unit = "timeSteps", min = 1, max = 50, advanced = true)
          int overshooting) {
    public static final Reading USUAL = new Reading(true, false, false, false, false, 1);
  }

  /**
   * The inference network.
   *
   * @param embedding a ReLU layer between the observations and the recurrent layers
   * @param flowSteps of an inverse autoregressive flow on q
   */
  public record NetworkSettings(
      @Knob(group = "network") NetworkKind network,
      @Knob(group = "network", when = "network!=kalman-update", advanced = true) CellKind cell,
      @Knob(group = "network", when = "network!=kalman-update", max = 0.9, advanced = true)
          double dropout,
      @Knob(group = "network", when = "network!=kalman-update", advanced = true) boolean embedding,
      @Knob(group = "network", max = 8, advanced = true) int flowSteps) {
    public static final NetworkSettings USUAL =
        new NetworkSettings(NetworkKind.STRUCTURED_FUTURE, CellKind.GRU, 0, false, 0);
  }

  /** p(z₁). */
  public enum PriorKind {
    LEARNED,
    STANDARD,
    /** The transition of a learned z₀. */
    TRANSITION
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
        Given.NOTHING,
        Reading.USUAL,
        EmissionSettings.USUAL,
        NetworkSettings.USUAL,
        deviationFloor);
  }
}
