package undercurrent.series;

import java.util.List;
import undercurrent.math.Randomness;

/**
 * A pendulum pushed by white noise of which only the sine of the angle is seen (Särkkä, Bayesian
 * Filtering and Smoothing, example 3.7): dt = 0.0125, g = 9.8, spectral density 1, y = sin θ + N(0,
 * 0.3²), from θ = π/2 at rest.
 *
 * @param steps T
 */
public record NoisyPendulum(int steps) implements Generator {
  public static final NoisyPendulum USUAL = new NoisyPendulum(400);
  public static final double DT = 0.0125;
  public static final double GRAVITY = 9.8;
  public static final double OBSERVATION_SD = 0.3;

  @Override
  public SeriesSet generate(long seed) {
    Randomness random = Randomness.of(seed).named("noisy pendulum");
    double[][] values = new double[steps][];
    double[] x = {StrictMath.PI / 2, 0};
    for (int t = 0; t < steps; t++) {
      x = next(x, random);
      values[t] = GeneratedSet.row(x, StrictMath.sin(x[0]) + OBSERVATION_SD * random.normal());
    }
    return GeneratedSet.single(
        "noisy pendulum",
        GeneratedSet.channels(List.of("theta", "omega"), List.of("sin_theta_obs")),
        DT,
        values);
  }

  /** (θ, ω) one step on, when nothing pushes. */
  public static double[] step(double[] x) {
    return step(x, DT);
  }

  /** The same after another time, of one state or of many that lie one after another. */
  public static double[] step(double[] x, double dt) {
    double[] swung = new double[x.length];
    for (int i = 0; i < x.length; i += 2) {
      // θ + ω dt,  ω - g sin θ dt
      swung[i] = x[i] + dt * x[i + 1];
      swung[i + 1] = x[i + 1] - GRAVITY * StrictMath.sin(x[i]) * dt;
    }
    return swung;
  }

  private static double[] next(double[] x, Randomness random) {
    // Q = [[dt³/3, dt²/2], [dt²/2, dt]] = L Lᵀ, L = [[√(dt³/3), 0], [√(3 dt)/2, √dt/2]]
    double first = random.normal();
    double second = random.normal();
    double angleNoise = Math.sqrt(DT * DT * DT / 3) * first;
    double speedNoise = Math.sqrt(3 * DT) / 2 * first + Math.sqrt(DT) / 2 * second;
    double[] swung = step(x);
    return new double[] {swung[0] + angleNoise, swung[1] + speedNoise};
  }
}
