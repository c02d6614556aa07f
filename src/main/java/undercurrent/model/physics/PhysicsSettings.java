package undercurrent.model.physics;

import undercurrent.model.ModelSettings;
import undercurrent.model.deep.DeepSettings.Units;
import undercurrent.model.deep.EmissionSettings;
import undercurrent.model.formula.Formula;
import undercurrent.settings.Knob;

/**
 * The settings of a physics-guided deep Markov model.
 *
 * @param networkReadsInputs whether the recurrent layers of the inference network read u too
 */
public record PhysicsSettings(
    @Knob(group = "model") Guidance guidance,
    Share share,
    Known known,
    Units units,
    @Knob(group = "network", advanced = true) boolean networkReadsInputs,
    Spread spread,
    @Knob(group = "model", min = 1e-6, max = 1, advanced = true) double deviationFloor)
    implements ModelSettings {
  /** No matrix. */
  static final String NONE = "none";

  static final String NUMBER = "[-+]?(\\d+\\.?\\d*|\\.\\d+)(e[-+]?\\d+)?";
  static final String ROW = NUMBER + "(," + NUMBER + ")*";
  static final String MATRIX = ROW + "(;" + ROW + ")*";

  /**
   * How much of a state is physics.
   *
   * @param alpha the share of the known part, at the start or for good
   * @param holdAlpha whether it stays there
   */
  public record Share(
      @Knob(group = "model", when = "guidance=two-chains|one-chain", max = 1) double alpha,
      @Knob(group = "model", when = "guidance=two-chains|one-chain") boolean holdAlpha) {}

  /**
   * The known part, in the units of the file.
   *
   * @param stateMatrix A, {@code [Z][Z]}
   * @param inputMatrix B, {@code [Z][U]}, or none
   * @param outputMatrix C, {@code [D][Z]}
   * @param learnMatrices whether A and B are learned from there on
   * @param formula equations in their place
   */
  public record Known(
      @Knob(group = "model") KnownForm knownForm,
      @Knob(
              group = "model",
              when = "knownForm=continuous|discrete",
              pattern = MATRIX,
              example = "0,1;-9.8,-0.2")
          String stateMatrix,
      @Knob(
              group = "model",
              when = "knownForm=continuous|discrete",
              pattern = NONE + "|" + MATRIX,
              example = "0;1")
          String inputMatrix,
      @Knob(
              group = "model",
              when = "knownForm=continuous|discrete",
              pattern = MATRIX,
              example = "1,0")
          String outputMatrix,
      @Knob(group = "model", when = "knownForm=continuous|discrete", advanced = true)
          boolean learnMatrices,
      @Knob(
              group = "model",
              when = "knownForm=formula",
              lines = true,
              example = "dx/dt = v; dv/dt = -x; y = x")
          String formula) {
    /**
     * Refuses what cannot be read.
     *
     * @throws undercurrent.text.TextMistake with the place of the mistake
     */
    public Known {
      Formula.of(formula);
    }
  }

  /**
   * Where standard deviations come from.
   *
   * @param stateNoise of the transition
   * @param noise of what is observed
   */
  public record Spread(
      @Knob(group = "model", advanced = true) StateNoise stateNoise,
      @Knob(group = "model") EmissionSettings.Noise noise,
      @Knob(group = "model", when = "noise=fixed", min = 1e-3, max = 100, advanced = true)
          double fixedNoise) {}

  /** Where the standard deviation of a transition comes from. */
  public enum StateNoise {
    /** A network of the state. */
    STATE_DEPENDENT,
    /** One learned number for each state. */
    LEARNED
  }

  /** What a new experiment starts from: an oscillator with a period of about six time units. */
  public static PhysicsSettings defaults() {
    double half = 0.5;
    double noise = 0.1;
    double floor = 1e-3;
    return new PhysicsSettings(
        Guidance.ONE_CHAIN,
        new Share(half, false),
        new Known(KnownForm.FORMULA, "0,1;-1,-0.1", NONE, "1,0", false, Formula.EXAMPLE),
        new Units(40, 0, 0, 64),
        true,
        new Spread(StateNoise.STATE_DEPENDENT, EmissionSettings.Noise.STATE_DEPENDENT, noise),
        floor);
  }
}
