package undercurrent.model.deep;

import undercurrent.settings.Knob;

/** The distribution of what is observed given the state: settings that all deep kinds share. */
public record EmissionSettings(
    @Knob(group = "model") Likelihood likelihood,
    @Knob(group = "model", when = "likelihood=automatic|gaussian|student-t") Noise noise,
    @Knob(
            group = "model",
            when = "noise=fixed & likelihood=automatic|gaussian|student-t",
            min = 1e-3,
            max = 100,
            advanced = true)
        double fixedNoise,
    @Knob(
            group = "model",
            when = "likelihood=poisson|negative-binomial|zero-inflated-poisson",
            advanced = true)
        RateLink rateLink) {
  public static final EmissionSettings USUAL =
      new EmissionSettings(Likelihood.AUTOMATIC, Noise.LEARNED, 0.1, RateLink.SOFTPLUS);

  /** Where the standard deviation of a Gaussian emission comes from. */
  public enum Noise {
    LEARNED,
    FIXED,
    STATE_DEPENDENT
  }
}
