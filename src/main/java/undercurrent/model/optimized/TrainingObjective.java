package undercurrent.model.optimized;

/** The criterion that Q and R are trained on. */
public enum TrainingObjective {
  /**
   * Mean squared error of the filtered state in what H sees, against the true state: supervised.
   */
  STATE_ERROR,
  /** Minus the log-likelihood of what is seen, in nats a step; the true states are not used. */
  LIKELIHOOD
}
