package undercurrent.series;

import java.util.List;
import undercurrent.math.Randomness;

/**
 * The chaotic system of Lorenz (1963), σ = 10, ρ = 28, β = 8/3, by Runge–Kutta steps of 0.01, seen
 * every 0.02 with noise N(0, 1) on each coordinate, after 2,000 steps of settling.
 *
 * @param steps T
 */
public record Lorenz63(int steps) implements Generator {
  public static final Lorenz63 USUAL = new Lorenz63(2000);
  public static final double STEP = 0.01;
  private static final int SETTLING = 2000;

  /** dx/dt of each of the states that lie one after another. */
  public static void flow(double[] x, double[] change) {
    for (int i = 0; i < x.length; i += 3) {
      change[i] = 10 * (x[i + 1] - x[i]);
      change[i + 1] = x[i] * (28 - x[i + 2]) - x[i + 1];
      change[i + 2] = x[i] * x[i + 1] - 8.0 / 3 * x[i + 2];
    }
  }

  @Override
  public SeriesSet generate(long seed) {
    Randomness random = Randomness.of(seed).named("lorenz 63");
    double[] x = {1 + random.normal(), 1 + random.normal(), 1 + random.normal()};
    x = RungeKutta.steps(Lorenz63::flow, x, STEP, SETTLING);
    double[][] values = new double[steps][];
    for (int t = 0; t < steps; t++) {
      values[t] =
          GeneratedSet.row(
              x, x[0] + random.normal(), x[1] + random.normal(), x[2] + random.normal());
      x = RungeKutta.steps(Lorenz63::flow, x, STEP, 2);
    }
    return GeneratedSet.single(
        "lorenz 63",
        GeneratedSet.channels(List.of("x", "y", "z"), List.of("x_obs", "y_obs", "z_obs")),
        2 * STEP,
        values);
  }
}
