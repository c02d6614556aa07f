package undercurrent.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import undercurrent.math.Randomness;

/**
 * A point goes around a circle, slowly or fast in turn, and its distances from three beacons are
 * observed with noise; a few rows in the middle are hidden.
 *
 * <pre>
 *   zₜ₊₁ = R(a) zₜ + N(0, 0.02² I), |z₁| = 1     a = 0.15 or 0.6, each for 12 to 24 steps
 *   xₜᵢ = |zₜ − bᵢ| + N(0, 0.05²)                bᵢ at a distance of 1.5 from the centre
 * </pre>
 *
 * @param count how many series
 * @param steps T of each
 */
public record AlternatingRotations(int count, int steps) implements Generator {
  /** The sizes of the sample. */
  public static final AlternatingRotations USUAL = new AlternatingRotations(80, 80);

  private static final int BEACONS = 3;
  private static final double REACH = 1.5;

  /** By how much the point turns in a step. */
  public static final double SLOW = 0.15;

  /** The same, when it is fast. */
  public static final double FAST = 0.6;

  private static final double[] ANGLE = {SLOW, FAST};
  private static final int SHORTEST = 12;
  private static final int LONGEST = 24;
  private static final int HIDDEN = 6;
  private static final double PROCESS_SD = 0.02;
  private static final double OBSERVATION_SD = 0.05;

  @Override
  public SeriesSet generate(long seed) {
    return generate(seed, Splits.chosen(count));
  }

  /** With a split of its own. */
  public SeriesSet generate(long seed, Split split) {
    Randomness root = Randomness.of(seed).named("alternating rotations");
    List<Series> series = new ArrayList<>(count);
    for (int s = 0; s < count; s++) series.add(path(Integer.toString(s), root.at(s)));
    return new SeriesSet(
        "two speeds",
        GeneratedSet.channels(
            List.of("u", "v", "speed"), List.of("beacon 1", "beacon 2", "beacon 3")),
        new TimeAxis("time step", "", false, true),
        series,
        split);
  }

  private Series path(String name, Randomness random) {
    double[] times = new double[steps];
    double[][] values = new double[steps][];
    double start = random.uniform(0, 2 * StrictMath.PI);
    double[] z = {StrictMath.cos(start), StrictMath.sin(start)};
    int regime = random.below(2);
    int left = 1 + random.below(LONGEST);
    int hidden = steps / 4 + random.below(steps / 2);
    for (int t = 0; t < steps; t++) {
      if (t > 0) z = moved(ANGLE[regime], z, random);
      times[t] = t;
      double[] seen = distances(z[0], z[1]);
      for (int i = 0; i < seen.length; i++) seen[i] += OBSERVATION_SD * random.normal();
      if (t >= hidden && t < hidden + HIDDEN) Arrays.fill(seen, Double.NaN);
      values[t] = GeneratedSet.row(new double[] {z[0], z[1], ANGLE[regime]}, seen);
      if (--left == 0) {
        regime = 1 - regime;
        left = SHORTEST + random.below(LONGEST - SHORTEST + 1);
      }
    }
    return new Series(name, times, values);
  }

  private static double[] moved(double angle, double[] z, Randomness random) {
    double c = StrictMath.cos(angle);
    double s = StrictMath.sin(angle);
    return new double[] {
      c * z[0] - s * z[1] + PROCESS_SD * random.normal(),
      s * z[0] + c * z[1] + PROCESS_SD * random.normal()
    };
  }

  /** How far a point is from each of the beacons, without noise. */
  public static double[] distances(double u, double v) {
    double[] distances = new double[BEACONS];
    for (int i = 0; i < BEACONS; i++) {
      double at = 2 * StrictMath.PI * i / BEACONS;
      double toU = u - REACH * StrictMath.cos(at);
      double toV = v - REACH * StrictMath.sin(at);
      distances[i] = StrictMath.sqrt(toU * toU + toV * toV);
    }
    return distances;
  }
}
