package undercurrent.model.continuous;

import undercurrent.model.ModelWords;

/** Linear models of motion that have a name (Bar-Shalom, Li and Kirubarajan 2001, 6.2). */
public final class Processes {
  private Processes() {}

  /** dz = -z/τ dt + dW with the stationary variance s²; τ in the unit of the times. */
  public static ContinuousSystem ornsteinUhlenbeck(double tau, double variance) {
    return Kernel.MATERN_12.system(tau, variance);
  }

  /** (position, velocity): the velocity is a random walk that gains q per unit of time. */
  public static ContinuousSystem constantVelocity(double q) {
    return integrated(2, q);
  }

  /** (position, velocity, acceleration): the acceleration is a random walk that gains q. */
  public static ContinuousSystem constantAcceleration(double q) {
    return integrated(3, q);
  }

  /**
   * (position x, velocity v): dx = v dt, dv = (-ω² x - c v) dt + dW, with ω in radians and c per
   * unit of time and q what W gains. Without damping, c = 0, it is not stationary.
   */
  public static ContinuousSystem dampedOscillator(double omega, double damping, double q) {
    SizeChecks.positive("ω", omega);
    SizeChecks.positive("q", q);
    if (!(damping >= 0) || damping == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException(ModelWords.of("processes.damping", damping));
    }
    return ContinuousSystem.of(
        new double[][] {{0, 1}, {-omega * omega, -damping}},
        new double[][] {{0}, {1}},
        new double[][] {{q}});
  }

  private static ContinuousSystem integrated(int n, double q) {
    SizeChecks.positive("q", q);
    double[][] a = new double[n][n];
    for (int i = 1; i < n; i++) a[i - 1][i] = 1;
    double[][] l = new double[n][1];
    l[n - 1][0] = 1;
    return ContinuousSystem.of(a, l, new double[][] {{q}});
  }
}
