package undercurrent.series;

/** The classical fourth-order Runge–Kutta step for dx/dt = f(x). */
public final class RungeKutta {
  private RungeKutta() {}

  /** The right-hand side f of a differential equation. */
  @FunctionalInterface
  public interface Field {
    double[] at(double[] x);
  }

  /** x after time h. */
  public static double[] step(Field field, double[] x, double h) {
    // x + h/6 (k₁ + 2 k₂ + 2 k₃ + k₄)
    double[] k1 = field.at(x);
    double[] k2 = field.at(moved(x, k1, h / 2));
    double[] k3 = field.at(moved(x, k2, h / 2));
    double[] k4 = field.at(moved(x, k3, h));
    double[] next = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      next[i] = x[i] + h / 6 * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]);
    }
    return next;
  }

  /** x after some steps of h. */
  public static double[] steps(Field field, double[] x, double h, int count) {
    double[] now = x;
    for (int i = 0; i < count; i++) now = step(field, now, h);
    return now;
  }

  private static double[] moved(double[] x, double[] direction, double h) {
    double[] out = new double[x.length];
    for (int i = 0; i < x.length; i++) out[i] = x[i] + h * direction[i];
    return out;
  }
}
