package undercurrent.model.exact;

import undercurrent.model.linear.Learner;
import undercurrent.model.linear.LinearSystem;
import undercurrent.model.linear.Observations;

/** A kind of linear system, being learned. */
interface SystemKind {
  /** How it is learned, from the training part. */
  Learner learner();

  /** The best system so far, for rows at these times. */
  LinearSystem system(double[] times);

  /**
   * One series of the training part.
   *
   * @param times of its rows
   */
  record Learned(double[] times, Observations seen) {}
}
