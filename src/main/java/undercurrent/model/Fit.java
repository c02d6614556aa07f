package undercurrent.model;

import undercurrent.series.Part;

/**
 * A model that is fitted by iterations and not by updates of weights. It is a machine of single
 * steps without clock, thread or chance: made again, the iterations give the same bits. Not
 * thread-safe.
 */
public interface Fit {
  /** Makes one iteration; does nothing once it has converged. */
  void step();

  /** Whether another iteration would gain nothing. */
  boolean isConverged();

  /**
   * What the fit is followed by, per time step of a part's rows; higher is better. NaN for a part
   * without rows.
   */
  double perStep(Part part);

  /** Whether that is a log-likelihood in nats, and not minus the squared error of the state. */
  default boolean isLikelihood() {
    return true;
  }
}
