package undercurrent.model.deep;

import undercurrent.settings.Knob;

/**
 * The distribution of what is observed given the state: settings that all deep kinds share.
 *
 * @param couplings of a RealNVP emission
 */
public record EmissionSettings(
    @Knob(group = "model") Likelihood likelihood,
    @Knob(group = "model", when = "likelihood=automatic|gaussian|student-t|real-nvp") Noise noise,
    @Knob(
            group = "model",
            when = "noise=fixed & likelihood=automatic|gaussian|student-t|real-nvp",
            min = 1e-3,
            max = 100,
            advanced = true)
        double fixedNoise,
    @Knob(
            group = "model",
            when = "likelihood=poisson|negative-binomial|zero-inflated-poisson",
            advanced = true)
        RateLink rateLink,
    Couplings couplings) {
  public static final EmissionSettings USUAL =
      new EmissionSettings(
          Likelihood.AUTOMATIC, Noise.LEARNED, 0.1, RateLink.SOFTPLUS, Couplings.USUAL);

  /**
   * Coupling layers between the Gaussian of a state and the observations.
   *
   * @param flowUnits of the hidden layer of each of them
   */
  public record Couplings(
      @Knob(group = "model", when = "likelihood=real-nvp", min = 2, max = 16, advanced = true)
          int flowLayers,
      @Knob(group = "model", when = "likelihood=real-nvp", min = 1, max = 512, advanced = true)
          int flowUnits) {
    public static final Couplings USUAL = new Couplings(4, 16);
  }

  /** Where the standard deviation of a Gaussian emission comes from. */
  public enum Noise {
    LEARNED,
    FIXED,
    STATE_DEPENDENT
  }
}
