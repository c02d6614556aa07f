package undercurrent.model.known;

import undercurrent.model.gaussian.Gaussian;
import undercurrent.model.gaussian.MomentRule;
import undercurrent.model.gaussian.PointCloud;

/** What a filter believes about one state, in the filter's own form. */
public sealed interface Belief {
  /**
   * One normal distribution.
   *
   * @param rule how the filter sends it through the emission
   */
  record Normal(Gaussian state, MomentRule rule) implements Belief {}

  /** Weighted points. */
  record Cloud(PointCloud points) implements Belief {}
}
