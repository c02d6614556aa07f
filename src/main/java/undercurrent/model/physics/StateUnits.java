package undercurrent.model.physics;

import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * How large states become beside one another: the largest size of each along a motion that starts
 * as large as the data, such as the speed of an oscillator that is let go.
 */
final class StateUnits {
  private static final int STEPS = 200;

  /** Further away than this from its start a motion is not followed. */
  private static final double FARTHEST = 10;

  private StateUnits() {}

  /**
   * Of a motion.
   *
   * @param next the state one row later
   * @param start in the units of the file
   * @param seen the state that is observed
   * @return its size at the start for a state that does not move
   */
  static double[] of(UnaryOperator<double[]> next, double[] start, int seen) {
    double size = Math.abs(start[seen]);
    double[] largest = new double[start.length];
    double[] state = start;
    for (int t = 0; t < STEPS && Math.abs(state[seen]) < FARTHEST * size; t++) {
      if (!Arrays.stream(state).allMatch(Double::isFinite)) break;
      for (int i = 0; i < largest.length; i++) {
        largest[i] = Math.max(largest[i], Math.abs(state[i]));
      }
      state = next.apply(state);
    }
    double grown = largest[seen] / size;
    for (int i = 0; i < largest.length; i++) {
      largest[i] = largest[i] == 0 ? size : largest[i] / grown;
    }
    return largest;
  }
}
