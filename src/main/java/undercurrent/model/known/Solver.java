package undercurrent.model.known;

import undercurrent.math.Progress;
import undercurrent.series.RungeKutta;

/** How a differential equation is followed. */
public enum Solver {
  /** The classical method of fourth order. */
  RUNGE_KUTTA,
  /** Straight ahead, of first order. */
  EULER;

  /**
   * Where states are after some steps of h.
   *
   * @param x states that lie one after another
   * @param size of a state
   * @param out where they are then, in the same order
   */
  void follow(RungeKutta.Field field, double[] x, int size, double h, int steps, double[] out) {
    if (this == RUNGE_KUTTA) RungeKutta.steps(field, x, size, h, steps, out);
    else ahead(field, x, h, steps, out);
  }

  private static void ahead(RungeKutta.Field field, double[] x, double h, int steps, double[] out) {
    double[] now = x.clone();
    double[] slope = new double[x.length];
    for (int step = 0; step < steps; step++) {
      Progress.within(step);
      field.at(now, slope);
      for (int i = 0; i < now.length; i++) now[i] += h * slope[i];
    }
    System.arraycopy(now, 0, out, 0, now.length);
  }
}
