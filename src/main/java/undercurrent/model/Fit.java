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

  /** What a file keeps of the fit as it is; empty where the iterations are made again. */
  default float[] weights() {
    return new float[0];
  }

  /** Goes from the start to where a fit was after so many iterations; the same bits. */
  default void restore(int iterations, float[] weights) {
    for (int i = 0; i < iterations && !isConverged(); i++) step();
  }
}
