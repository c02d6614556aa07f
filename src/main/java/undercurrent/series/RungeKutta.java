package undercurrent.series;

/**
 * The classical fourth-order Runge–Kutta step for dx/dt = f(x), of one state or of many that lie
 * one after another in the same array.
 */
public final class RungeKutta {
  private RungeKutta() {}

  /** The right-hand side f of a differential equation. */
  @FunctionalInterface
  public interface Field {
    /**
     * @param x one state, or many one after another
     * @param change is given f of each, in the same order
     */
    void at(double[] x, double[] change);
  }

  /** x after some steps of h. */
  public static double[] steps(Field field, double[] x, double h, int count) {
    double[] now = x.clone();
    double[] ahead = new double[x.length];
    double[] slope = new double[x.length];
    double[] sum = new double[x.length];
    for (int step = 0; step < count; step++) {
      // x + h/6 (k₁ + 2 k₂ + 2 k₃ + k₄)
      field.at(now, sum);
      move(now, sum, h / 2, ahead);
      field.at(ahead, slope);
      move(now, slope, h / 2, ahead);
      addTwice(slope, sum);
      field.at(ahead, slope);
      move(now, slope, h, ahead);
      addTwice(slope, sum);
      field.at(ahead, slope);
      for (int i = 0; i < now.length; i++) now[i] += h / 6 * (sum[i] + slope[i]);
    }
    return now;
  }

  private static void move(double[] from, double[] direction, double h, double[] to) {
    for (int i = 0; i < to.length; i++) to[i] = from[i] + h * direction[i];
  }

  private static void addTwice(double[] slope, double[] sum) {
    for (int i = 0; i < sum.length; i++) sum[i] += 2 * slope[i];
  }
}
