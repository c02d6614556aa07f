package undercurrent.series;

import java.util.List;
import undercurrent.math.Randomness;

/**
 * Regime-switching rotations: a point in the plane moves around (-1.5, 0) to the left, or around
 * (1.5, 0) to the right and twice as fast, and the regime changes with probability 0.02 a step.
 *
 * <pre>
 *   zₜ₊₁ = c + 0.985 R(a) (zₜ - c) + N(0, 0.05² I)     xₜ = zₜ + N(0, 0.4² I)
 *   c = (-1.5, 0), a = 0.15 or c = (1.5, 0), a = -0.3
 * </pre>
 *
 * @param steps T
 */
public record SwitchingRotations(int steps) implements Generator {
  public static final SwitchingRotations USUAL = new SwitchingRotations(800);
  private static final double[] CENTRE = {-1.5, 1.5};
  private static final double[] ANGLE = {0.15, -0.3};
  private static final double KEPT = 0.985;
  private static final double CHANGE = 0.02;
  private static final double PROCESS_SD = 0.05;
  private static final double OBSERVATION_SD = 0.4;

  @Override
  public SeriesSet generate(long seed) {
    Randomness random = Randomness.of(seed).named("taking turns");
    double[][] values = new double[steps][];
    int regime = 0;
    double[] z = {-2.5, 0};
    for (int t = 0; t < steps; t++) {
      if (random.uniform() < CHANGE) regime = 1 - regime;
      if (t > 0) z = moved(regime, z, random);
      values[t] =
          GeneratedSet.row(
              new double[] {z[0], z[1], regime + 1},
              z[0] + OBSERVATION_SD * random.normal(),
              z[1] + OBSERVATION_SD * random.normal());
    }
    return GeneratedSet.single(
        "taking turns",
        GeneratedSet.channels(List.of("u", "v", "regime"), List.of("u_obs", "v_obs")),
        1,
        values);
  }

  private static double[] moved(int regime, double[] z, Randomness random) {
    double c = KEPT * StrictMath.cos(ANGLE[regime]);
    double s = KEPT * StrictMath.sin(ANGLE[regime]);
    double u = z[0] - CENTRE[regime];
    return new double[] {
      CENTRE[regime] + c * u - s * z[1] + PROCESS_SD * random.normal(),
      s * u + c * z[1] + PROCESS_SD * random.normal()
    };
  }
}
