package undercurrent.series;

import java.util.List;
import undercurrent.math.Randomness;

/**
 * A slowly damped oscillator: xₜ₊₁ = A xₜ + N(0, 1e-8 I), A = [[1, 0.1], [-0.001, 0.999]], x₀ = (1,
 * 0), yₜ = xₜ + N(0, 0.01 I); variances. A filter that assumes 1e-4 and 0.1 instead is the lesson
 * about wrong noise.
 *
 * @param steps T; a turn takes about 630
 */
public record DampedOscillator(int steps) implements Generator {
  public static final DampedOscillator USUAL = new DampedOscillator(1000);
  private static final double PROCESS_SD = 1e-4;
  private static final double OBSERVATION_SD = 0.1;

  @Override
  public SeriesSet generate(long seed) {
    Randomness random = Randomness.of(seed).named("damped oscillator");
    double[][] values = new double[steps][];
    double[] x = {1, 0};
    for (int t = 0; t < steps; t++) {
      values[t] =
          GeneratedSet.row(
              x, x[0] + OBSERVATION_SD * random.normal(), x[1] + OBSERVATION_SD * random.normal());
      x = next(x, random);
    }
    return GeneratedSet.single(
        "damped oscillator",
        GeneratedSet.channels(
            List.of("position", "velocity"), List.of("position_obs", "velocity_obs")),
        1,
        values);
  }

  private static double[] next(double[] x, Randomness random) {
    return new double[] {
      x[0] + 0.1 * x[1] + PROCESS_SD * random.normal(),
      -0.001 * x[0] + 0.999 * x[1] + PROCESS_SD * random.normal()
    };
  }
}
