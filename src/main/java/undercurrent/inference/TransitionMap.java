package undercurrent.inference;

import java.util.Arrays;
import java.util.function.UnaryOperator;

/** Where the mean of a transition leads from some states, in the coordinates of an estimate. */
@FunctionalInterface
public interface TransitionMap {
  /** Most states of one call. */
  int MOST = 225;

  /**
   * The states one time step later.
   *
   * @param states {@code [N][Z]}, at most {@link #MOST}
   * @return {@code [N][Z]}
   */
  double[][] after(double[][] states);

  /** A map by where one state leads. */
  static TransitionMap each(UnaryOperator<double[]> next) {
    return states -> Arrays.stream(states).map(next).toArray(double[][]::new);
  }
}
