package undercurrent.series;

import java.util.List;
import undercurrent.math.Randomness;

/**
 * The oscillator of van der Pol, ẍ = μ (1 - x²) ẋ - x with μ = 1.5, by Runge–Kutta steps of 0.01,
 * of which the position is seen every 0.1 with noise N(0, 0.2²).
 *
 * @param steps T
 */
public record VanDerPol(int steps) implements Generator {
  public static final VanDerPol USUAL = new VanDerPol(600);
  public static final double STEP = 0.01;
  public static final double MU = 1.5;
  public static final double OBSERVATION_SD = 0.2;

  /** d(x, ẋ)/dt of each of the states that lie one after another. */
  public static void flow(double[] x, double[] change) {
    for (int i = 0; i < x.length; i += 2) {
      change[i] = x[i + 1];
      change[i + 1] = MU * (1 - x[i] * x[i]) * x[i + 1] - x[i];
    }
  }

  @Override
  public SeriesSet generate(long seed) {
    Randomness random = Randomness.of(seed).named("van der pol");
    double[] x = {random.uniform(-2, 2), random.uniform(-2, 2)};
    double[][] values = new double[steps][];
    for (int t = 0; t < steps; t++) {
      values[t] = GeneratedSet.row(x, x[0] + OBSERVATION_SD * random.normal());
      x = RungeKutta.steps(VanDerPol::flow, x, STEP, 10);
    }
    return GeneratedSet.single(
        "van der pol",
        GeneratedSet.channels(List.of("x", "velocity"), List.of("x_obs")),
        10 * STEP,
        values);
  }
}
