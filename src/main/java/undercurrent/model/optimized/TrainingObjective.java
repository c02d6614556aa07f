package undercurrent.model.optimized;

/** What Q and R are trained for. */
public enum TrainingObjective {
  /**
   * Mean squared error of the filtered state in what H sees, against the true state: supervised.
   */
  STATE_ERROR,
  /** Minus the log-likelihood of what is seen, in nats a step; the true states are not used. */
  LIKELIHOOD
}
