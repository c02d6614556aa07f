package undercurrent.model;

/** What an estimate of the latent state at time t has seen. */
public enum Conditioning {
  /** x₁:ₜ₋₁ */
  PREDICTED,
  /** x₁:ₜ */
  FILTERED,
  /** x₁:T, or from xₜ on */
  SMOOTHED,
  /** x₁:T, for times beyond T */
  FORECAST
}
