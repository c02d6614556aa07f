package undercurrent.training;

/** What happens in one update of a model with weights, in this order. */
public enum StepPhase {
  /** The inference network reads the series. */
  NETWORK,
  /** A latent path is drawn from q. */
  SAMPLE,
  /** The transition predicts each state from the one before it. */
  PREDICT,
  /** The emission gives the distribution of the observations. */
  EMIT,
  /** Both are compared: reconstruction and KL. */
  SCORE,
  /** The weights move along the gradient. */
  UPDATE
}
