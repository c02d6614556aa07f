package undercurrent.model.continuous;

import undercurrent.math.Progress;
import undercurrent.model.ModelWords;
import undercurrent.model.gaussian.Matrix;

/**
 * The moments of the state as a differential equation, dm/dt = A m, dP/dt = A P + P A' + L Qc L'
 * (Särkkä and Solin 2019, 6.2), in steps of the classical Runge-Kutta method of order 4: another
 * road to what {@link ContinuousSystem#over} gives at once, and one that shows the way between.
 */
public final class MomentEquation {
  private static final double STEPS = 20;
  private static final int FEWEST = 16;
  private static final int MOST = 100_000;
  private final ContinuousSystem system;
  private final int n;

  public MomentEquation(ContinuousSystem system) {
    this.system = system;
    n = system.latentSize();
  }

  /** The moments after a time of at least 0, in so many equal steps; the error falls as steps⁻⁴. */
  public StateMoments after(double time, int steps, StateMoments from) {
    if (from.mean().length != n) {
      throw new IllegalArgumentException(
          ModelWords.of("momentEquation.size", from.mean().length, n));
    }
    if (steps < 1) throw new IllegalArgumentException(ModelWords.of("momentEquation.steps"));
    double h = time / steps;
    double[] y = new double[n + n * n];
    System.arraycopy(from.mean(), 0, y, 0, n);
    for (int i = 0; i < n; i++) System.arraycopy(from.covariance()[i], 0, y, n + i * n, n);
    for (int s = 0; s < steps; s++) {
      Progress.within(s);
      double[] k1 = slope(y);
      double[] k2 = slope(plus(y, h / 2, k1));
      double[] k3 = slope(plus(y, h / 2, k2));
      double[] k4 = slope(plus(y, h, k3));
      for (int i = 0; i < y.length; i++) y[i] += h / 6 * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]);
    }
    double[] mean = new double[n];
    double[][] covariance = new double[n][n];
    System.arraycopy(y, 0, mean, 0, n);
    for (int i = 0; i < n; i++) System.arraycopy(y, n + i * n, covariance[i], 0, n);
    return new StateMoments(mean, covariance);
  }

  /**
   * The same in steps of at most 1 / (20 ‖A‖), which leaves about eight digits right; at most
   * 100,000 of them.
   */
  public StateMoments after(double time, StateMoments from) {
    double moves = time * DenseAlgebra.norm(Matrix.of(system.drift()));
    int steps = (int) Math.clamp(Math.ceil(STEPS * moves), FEWEST, MOST);
    return after(time, steps, from);
  }

  /** The longest time that {@link #after} goes through in steps as short as it wants. */
  public double longest() {
    return MOST / STEPS / DenseAlgebra.norm(Matrix.of(system.drift()));
  }

  /** (A m, A P + P A' + S). */
  private double[] slope(double[] y) {
    double[] slope = new double[y.length];
    double[][] a = system.drift();
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < n; k++) slope[i] += a[i][k] * y[k];
      for (int j = 0; j < n; j++) {
        double sum = system.spread()[i][j];
        for (int k = 0; k < n; k++) {
          sum += a[i][k] * y[n + k * n + j] + y[n + i * n + k] * a[j][k];
        }
        slope[n + i * n + j] = sum;
      }
    }
    return slope;
  }

  private static double[] plus(double[] y, double h, double[] slope) {
    double[] moved = y.clone();
    for (int i = 0; i < y.length; i++) moved[i] += h * slope[i];
    return moved;
  }
}
