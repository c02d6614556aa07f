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

  /**
   * The standard error of {@link #perStep} from one set of drawn particles to another; NaN where
   * nothing is drawn, or the part has no rows.
   */
  default double perStepError(Part part) {
    return Double.NaN;
  }

  /**
   * Does what takes time before the first iteration; not needed before a state is restored. A fit
   * that is not prepared is prepared at its first use.
   *
   * @throws IllegalArgumentException one sentence, when the model does not fit the data
   */
  default void prepare() {}

  /** Where the fit stands, so that it can go on with the same bits; a file keeps it. */
  double[] state();

  /**
   * Goes to where a fit of the same data and settings stood.
   *
   * @throws IllegalArgumentException one sentence, when the state is not of such a fit
   */
  void restore(double[] state);
}
