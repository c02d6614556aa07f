package undercurrent.series;

import java.util.List;
import undercurrent.math.Randomness;

/**
 * The univariate growth model (Kitagawa 1987): zₜ = z/2 + 25z/(1+z²) + 8 cos 1.2t + N(0, 10), x =
 * z²/20 + N(0, 1), z₁ ~ N(0, 5); variances. The sign of z is not seen.
 *
 * @param steps T
 */
public record UnivariateGrowth(int steps) implements Generator {
  public static final UnivariateGrowth USUAL = new UnivariateGrowth(300);

  @Override
  public SeriesSet generate(long seed) {
    Randomness random = Randomness.of(seed).named("univariate growth");
    double[][] values = new double[steps][];
    double z = Math.sqrt(5) * random.normal();
    for (int t = 0; t < steps; t++) {
      if (t > 0) z = grown(z, t) + Math.sqrt(10) * random.normal();
      values[t] = GeneratedSet.row(new double[] {z}, z * z / 20 + random.normal());
    }
    return GeneratedSet.single(
        "univariate growth", GeneratedSet.channels(List.of("z"), List.of("x_obs")), 1, values);
  }

  /** Where z goes at a step ≥ 1 when nothing pushes. */
  public static double grown(double z, int step) {
    return drift(z) + push(step);
  }

  /** Where z goes at any step. */
  public static double drift(double z) {
    return z / 2 + 25 * z / (1 + z * z);
  }

  /** What moves every state at a step. */
  public static double push(int step) {
    return 8 * StrictMath.cos(1.2 * step);
  }
}
