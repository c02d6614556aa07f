package undercurrent.model.deep;

/** From what a network gives to the rate of counts. */
public enum RateLink {
  /** softplus(a): beyond what was learned a rate grows no faster than the network's output. */
  SOFTPLUS,
  /** eᵃ: effects multiply, as in a Poisson regression. */
  EXPONENTIAL
}
