package undercurrent.series;

import java.util.ArrayList;
import java.util.List;
import undercurrent.math.Randomness;

/**
 * Series of the linear system of Krishnan, Shalit and Sontag (2017), figure 4, on which the best
 * bound of every inference network is known:
 *
 * <pre>
 *   z₁ ~ N(0, 1)      zₜ ~ N(zₜ₋₁ + 0.05, 10)      xₜ ~ N(½ zₜ, 20)
 * </pre>
 *
 * @param count how many series
 */
public record DriftingWalk(int count) implements Generator {
  /** The size of the sample. */
  public static final DriftingWalk USUAL = new DriftingWalk(800);

  /** T of each series. */
  public static final int STEPS = 25;

  private static final double DRIFT = 0.05;
  private static final double STATE_VARIANCE = 10;
  private static final double NOISE_VARIANCE = 20;

  @Override
  public SeriesSet generate(long seed) {
    return generate(seed, Splits.chosen(count));
  }

  /** With a split of its own. */
  public SeriesSet generate(long seed, Split split) {
    Randomness root = Randomness.of(seed).named("drifting walk");
    List<Series> series = new ArrayList<>(count);
    for (int s = 0; s < count; s++) series.add(walk(Integer.toString(s), root.at(s)));
    return new SeriesSet(
        "drifting walk",
        GeneratedSet.channels(List.of("z"), List.of("x")),
        new TimeAxis("time step", "", false, true),
        series,
        split);
  }

  private static Series walk(String name, Randomness random) {
    double[] times = new double[STEPS];
    double[][] values = new double[STEPS][];
    double z = random.normal();
    for (int t = 0; t < STEPS; t++) {
      if (t > 0) z = z + DRIFT + Math.sqrt(STATE_VARIANCE) * random.normal();
      times[t] = t;
      values[t] = new double[] {z, 0.5 * z + Math.sqrt(NOISE_VARIANCE) * random.normal()};
    }
    return new Series(name, times, values);
  }

  /** The observations of one series, {@code [T][1]}. */
  public static double[][] draw(Randomness random) {
    double[][] x = new double[STEPS][1];
    double[] seen = walk("", random).channel(1);
    for (int t = 0; t < STEPS; t++) x[t][0] = seen[t];
    return x;
  }

  /** log p(x) of one series by the Kalman filter, in nats. */
  public static double logLikelihood(double[] x) {
    double m = 0;
    double p = 1;
    double sum = 0;
    for (int t = 0; t < x.length; t++) {
      if (t > 0) {
        m += DRIFT;
        p += STATE_VARIANCE;
      }
      double s = 0.25 * p + NOISE_VARIANCE;
      double e = x[t] - 0.5 * m;
      sum -= 0.5 * (StrictMath.log(2 * Math.PI * s) + e * e / s);
      double k = p * 0.5 / s;
      m += k * e;
      p -= k * 0.5 * p;
    }
    return sum;
  }
}
