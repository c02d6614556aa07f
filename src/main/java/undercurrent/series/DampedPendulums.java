package undercurrent.series;

import java.util.ArrayList;
import java.util.List;
import undercurrent.math.Randomness;

/**
 * A damped pendulum that is let go from large angles, again and again: θ̈ = −9.8 sin θ − 0.2 θ̇ by
 * Runge–Kutta steps of 0.01, of which the angle is seen every 0.1 with noise N(0, 0.05²). It starts
 * at an angle of up to 2.4 rad and a speed of up to 1 rad per time unit.
 *
 * @param count how many series
 * @param steps T of each
 */
public record DampedPendulums(int count, int steps) implements Generator {
  /** The sizes of the sample. */
  public static final DampedPendulums USUAL = new DampedPendulums(200, 50);

  private static final double GRAVITY = 9.8;
  private static final double DAMPING = 0.2;
  private static final double INTERVAL = 0.1;
  private static final double WIDEST = 2.4;
  private static final double NOISE = 0.05;
  private static final int SUBSTEPS = 10;

  @Override
  public SeriesSet generate(long seed) {
    return generate(seed, Splits.chosen(count));
  }

  /** With a split of its own. */
  public SeriesSet generate(long seed, Split split) {
    Randomness root = Randomness.of(seed).named("damped pendulums");
    List<Series> series = new ArrayList<>(count);
    for (int s = 0; s < count; s++) {
      Randomness random = root.at(s);
      double[] x = {random.uniform(-WIDEST, WIDEST), random.uniform(-1, 1)};
      series.add(
          GeneratedSet.path(
              Integer.toString(s),
              DampedPendulums::flow,
              x,
              steps,
              INTERVAL,
              SUBSTEPS,
              NOISE,
              random));
    }
    return new SeriesSet(
        "damped pendulums",
        GeneratedSet.channels(List.of("angle", "speed"), List.of("angle_obs")),
        new TimeAxis("t", "", false, true),
        series,
        split);
  }

  /** d(θ, θ̇)/dt. */
  private static void flow(double[] x, double[] change) {
    change[0] = x[1];
    change[1] = -GRAVITY * StrictMath.sin(x[0]) - DAMPING * x[1];
  }
}
