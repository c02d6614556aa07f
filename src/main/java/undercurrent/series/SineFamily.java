package undercurrent.series;

import java.util.ArrayList;
import java.util.List;
import undercurrent.math.Randomness;

/**
 * Sine waves y = r sin(t/5 + θ), t = 0, 1, 2 …, with amplitude r ~ U(1, 2) and phase θ ~ U(0, 2π),
 * seen with noise.
 *
 * @param count how many series
 * @param steps T of each
 * @param noise standard deviation of the noise, may be 0
 */
public record SineFamily(int count, int steps, double noise) implements Generator {
  /** The sizes of the sample file. */
  public static final SineFamily USUAL = new SineFamily(60, 100, 0.1);

  /** Three times the series of a well-known demonstration of deep Kalman filters. */
  public static final SineFamily CLEAN = new SineFamily(300, 100, 0);

  @Override
  public SeriesSet generate(long seed) {
    Randomness root = Randomness.of(seed).named("sine family");
    List<Series> series = new ArrayList<>(count);
    for (int s = 0; s < count; s++) series.add(wave(Integer.toString(s), root.at(s)));
    return new SeriesSet(
        noise == 0 ? "clean sine family" : "sine family",
        GeneratedSet.channels(List.of("clean"), List.of(noise == 0 ? "seen" : "noisy")),
        new TimeAxis("t", "", false, true),
        series,
        Splits.chosen(count));
  }

  private Series wave(String name, Randomness random) {
    double amplitude = random.uniform(1, 2);
    double phase = random.uniform(0, 2 * StrictMath.PI);
    double[] times = new double[steps];
    double[][] values = new double[steps][];
    for (int t = 0; t < steps; t++) {
      double clean = amplitude * StrictMath.sin(t / 5.0 + phase);
      times[t] = t;
      values[t] = new double[] {clean, clean + noise * random.normal()};
    }
    return new Series(name, times, values);
  }
}
