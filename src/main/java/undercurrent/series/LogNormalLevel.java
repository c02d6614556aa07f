package undercurrent.series;

import java.util.ArrayList;
import java.util.List;
import undercurrent.math.Randomness;

/**
 * Levels that are random walks, seen through the exponential function:
 *
 * <pre>
 *   l₁ ~ N(0, 0.25)      lₜ = lₜ₋₁ + N(0, 0.01)      y = exp(l + N(0, 0.05))
 * </pre>
 *
 * @param count how many series
 * @param steps T of each
 */
public record LogNormalLevel(int count, int steps) implements Generator {
  /** The sizes of the sample. */
  public static final LogNormalLevel USUAL = new LogNormalLevel(40, 100);

  /** Of l₁. */
  public static final double FIRST_VARIANCE = 0.25;

  /** Of lₜ − lₜ₋₁. */
  public static final double STATE_VARIANCE = 0.01;

  /** Of log y − l. */
  public static final double NOISE_VARIANCE = 0.05;

  @Override
  public SeriesSet generate(long seed) {
    return generate(seed, Splits.chosen(count));
  }

  /** With a split of its own. */
  public SeriesSet generate(long seed, Split split) {
    Randomness root = Randomness.of(seed).named("log-normal level");
    List<Series> series = new ArrayList<>(count);
    for (int s = 0; s < count; s++) series.add(walk(Integer.toString(s), root.at(s)));
    return new SeriesSet(
        "log-normal level",
        GeneratedSet.channels(List.of("median"), List.of("y")),
        new TimeAxis("time step", "", false, true),
        series,
        split);
  }

  private Series walk(String name, Randomness random) {
    double[] times = new double[steps];
    double[][] values = new double[steps][];
    double level = StrictMath.sqrt(FIRST_VARIANCE) * random.normal();
    for (int t = 0; t < steps; t++) {
      if (t > 0) level += StrictMath.sqrt(STATE_VARIANCE) * random.normal();
      double seen = level + StrictMath.sqrt(NOISE_VARIANCE) * random.normal();
      times[t] = t;
      values[t] = new double[] {StrictMath.exp(level), StrictMath.exp(seen)};
    }
    return new Series(name, times, values);
  }
}
