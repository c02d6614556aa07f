package undercurrent.series;

import undercurrent.math.Progress;

/**
 * The classical fourth-order Runge–Kutta step for dx/dt = f(x), of one state or of many that lie
 * one after another in the same array.
 */
public final class RungeKutta {
  /** Numbers that go on together: few enough to stay in the fastest cache. */
  private static final int BLOCK = 384;

  private final Field field;
  private final double[] ahead;
  private final double[] slope;
  private final double[] sum;

  private RungeKutta(Field field, int size) {
    this.field = field;
    ahead = new double[size];
    slope = new double[size];
    sum = new double[size];
  }

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
    RungeKutta work = new RungeKutta(field, x.length);
    for (int i = 0; i < count; i++) {
      Progress.within(i);
      work.step(now, h);
    }
    return now;
  }

  /**
   * The same of many states.
   *
   * @param size of a state
   * @param out where they are then, in the same order
   */
  public static void steps(Field field, double[] x, int size, double h, int count, double[] out) {
    int block = Math.max(1, BLOCK / size) * size;
    double[] now = new double[Math.min(block, x.length)];
    RungeKutta work = new RungeKutta(field, now.length);
    for (int from = 0; from < x.length; from += block) {
      int some = Math.min(block, x.length - from);
      // What is left of an earlier block at the end is computed too, and is not used.
      System.arraycopy(x, from, now, 0, some);
      for (int i = 0; i < count; i++) {
        Progress.within(i);
        work.step(now, h);
      }
      System.arraycopy(now, 0, out, from, some);
    }
  }

  private void step(double[] now, double h) {
    // x + h/6 (k₁ + 2 k₂ + 2 k₃ + k₄)
    field.at(now, sum);
    for (int i = 0; i < now.length; i++) ahead[i] = now[i] + h / 2 * sum[i];
    half(now, h / 2);
    half(now, h);
    field.at(ahead, slope);
    for (int i = 0; i < now.length; i++) now[i] += h / 6 * (sum[i] + slope[i]);
  }

  /** Takes a slope in the middle, and goes on to where the next one is taken. */
  private void half(double[] now, double far) {
    field.at(ahead, slope);
    for (int i = 0; i < now.length; i++) {
      ahead[i] = now[i] + far * slope[i];
      sum[i] += 2 * slope[i];
    }
  }
}
