package undercurrent.inference;

/** Where the mean of a transition leads from some states, in the coordinates of an estimate. */
@FunctionalInterface
public interface TransitionMap {
  /** Most states that are asked for at once. */
  int MOST = 225;

  /**
   * The states one time step later.
   *
   * @param states {@code [N][Z]}, at most {@link #MOST}
   * @return {@code [N][Z]}
   */
  double[][] after(double[][] states);
}
