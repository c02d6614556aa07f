package undercurrent.series;

import java.util.List;
import undercurrent.math.Randomness;

/**
 * A target that turns now left, now right at a speed of 5, seen every 0.05 by a laser (position, sd
 * 0.15) and a radar (distance and its rate, sd 0.3, and bearing, sd 0.03) in turn. What a row does
 * not have is NaN.
 *
 * @param steps T
 */
public record LaserRadarTarget(int steps) implements Generator {
  public static final LaserRadarTarget USUAL = new LaserRadarTarget(500);
  private static final double DT = 0.05;
  private static final double SPEED = 5;
  private static final double LASER_SD = 0.15;
  private static final double RADAR_SD = 0.3;
  private static final double BEARING_SD = 0.03;

  @Override
  public SeriesSet generate(long seed) {
    Randomness random = Randomness.of(seed).named("laser and radar");
    double[][] values = new double[steps][];
    double[] p = {random.uniform(5, 15), random.uniform(5, 15)};
    double heading = random.uniform(0, 2 * StrictMath.PI);
    double turn = 0;
    for (int t = 0; t < steps; t++) {
      double[] v = {SPEED * StrictMath.cos(heading), SPEED * StrictMath.sin(heading)};
      double[] truth = {p[0], p[1], v[0], v[1]};
      values[t] = GeneratedSet.row(truth, t % 2 == 0 ? laser(p, random) : radar(p, v, random));
      // the turn forgets itself in about two units of time
      turn += -0.5 * turn * DT + 0.8 * Math.sqrt(DT) * random.normal();
      heading += turn * DT;
      for (int i = 0; i < 2; i++) p[i] += v[i] * DT;
    }
    return GeneratedSet.single(
        "laser and radar",
        GeneratedSet.channels(
            List.of("px", "py", "vx", "vy"),
            List.of("px_obs", "py_obs", "distance_obs", "bearing_obs", "rate_obs")),
        DT,
        values);
  }

  private static double[] laser(double[] p, Randomness random) {
    double x = p[0] + LASER_SD * random.normal();
    double y = p[1] + LASER_SD * random.normal();
    return new double[] {x, y, Double.NaN, Double.NaN, Double.NaN};
  }

  private static double[] radar(double[] p, double[] v, Randomness random) {
    double r = Math.hypot(p[0], p[1]);
    return new double[] {
      Double.NaN,
      Double.NaN,
      r + RADAR_SD * random.normal(),
      StrictMath.atan2(p[1], p[0]) + BEARING_SD * random.normal(),
      (p[0] * v[0] + p[1] * v[1]) / r + RADAR_SD * random.normal()
    };
  }
}
