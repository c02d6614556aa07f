package undercurrent.series;

import java.util.List;
import undercurrent.math.Randomness;

/**
 * One sine wave with noise, y = a (sin(2π k t / (T − 1)) + s N(0, 1)), t = 0 … T−1: eight tenths
 * are for training, one for validation, one for the test.
 *
 * @param name of the set
 * @param steps T
 * @param cycles k
 * @param amplitude a
 * @param noise s
 */
public record NoisySine(String name, int steps, int cycles, double amplitude, double noise)
    implements Generator {
  /** The sizes of a well-known demonstration of deep Kalman filters. */
  public static final NoisySine USUAL = new NoisySine("noisy sine", 500, 10, 10, 0.2);

  /** A wave of 100 steps, which shows little of itself within a few of them. */
  public static final NoisySine SLOW = new NoisySine("slow wave", 801, 8, 1, 0.1);

  private static final double TRAINING = 0.8;
  private static final double VALIDATION = 0.9;

  @Override
  public SeriesSet generate(long seed) {
    Randomness random = Randomness.of(seed).named("noisy sine");
    double[] times = new double[steps];
    double[][] values = new double[steps][];
    for (int t = 0; t < steps; t++) {
      times[t] = t;
      values[t] = new double[] {clean(t), clean(t) + amplitude * noise * random.normal()};
    }
    return new SeriesSet(
        name,
        GeneratedSet.channels(List.of("clean"), List.of("noisy")),
        new TimeAxis("t", "", false, true),
        List.of(new Series(name, times, values)),
        new Split(List.of(), TRAINING, VALIDATION));
  }

  /** The wave without its noise, at any step. */
  public double clean(int t) {
    return amplitude * StrictMath.sin(2 * StrictMath.PI * cycles * t / (steps - 1));
  }
}
