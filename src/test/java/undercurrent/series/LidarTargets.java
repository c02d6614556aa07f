package undercurrent.series;

import java.util.ArrayList;
import java.util.List;
import undercurrent.math.Randomness;

/**
 * Targets that manoeuvre in the plane, seen by a lidar at the origin (the simple lidar of
 * Greenberg, Yannay and Mannor 2023). They start at U(-600, 600)² with speed U(30, 90) in any
 * heading; in each of 4 to 6 intervals of 5 to 8 steps an acceleration of N(0, 2²) along and U(-15,
 * 15) across the velocity is at work. Distance is seen with sd 2 and angle with sd 1.5°, turned
 * into (zx, zy): in these the noise has a direction and a size that change slowly along a track,
 * which a constant R does not know.
 *
 * @param targets how many
 */
public record LidarTargets(int targets) implements Generator {
  public static final LidarTargets USUAL = new LidarTargets(100);
  private static final double DISTANCE_SD = 2;
  private static final double ANGLE_SD = StrictMath.toRadians(1.5);

  @Override
  public SeriesSet generate(long seed) {
    Randomness random = Randomness.of(seed).named("lidar targets");
    List<Series> series = new ArrayList<>();
    for (int i = 0; i < targets; i++) {
      double[][] rows = rows(random.at(i));
      double[] times = new double[rows.length];
      for (int t = 0; t < times.length; t++) times[t] = t;
      series.add(new Series("target " + (i + 1), times, rows));
    }
    return new SeriesSet(
        "lidar targets",
        GeneratedSet.channels(List.of("x", "y", "vx", "vy"), List.of("zx", "zy")),
        new TimeAxis("time step", "", false, true),
        series,
        Splits.chosen(targets));
  }

  private static double[][] rows(Randomness random) {
    double[] p = {random.uniform(-600, 600), random.uniform(-600, 600)};
    double speed = random.uniform(30, 90);
    double heading = random.uniform(0, 2 * StrictMath.PI);
    double[] v = {speed * StrictMath.cos(heading), speed * StrictMath.sin(heading)};
    List<double[]> rows = new ArrayList<>();
    rows.add(row(p, v, random));
    int intervals = 4 + random.below(3);
    for (int interval = 0; interval < intervals; interval++) {
      int steps = 5 + random.below(4);
      double along = 2 * random.normal();
      double across = random.uniform(-15, 15);
      for (int step = 0; step < steps; step++) {
        double length = Math.hypot(v[0], v[1]);
        double c = v[0] / length;
        double s = v[1] / length;
        double[] a = {along * c - across * s, along * s + across * c};
        for (int i = 0; i < 2; i++) {
          // p + v + a/2,  v + a
          p[i] += v[i] + a[i] / 2;
          v[i] += a[i];
        }
        rows.add(row(p, v, random));
      }
    }
    return rows.toArray(double[][]::new);
  }

  private static double[] row(double[] p, double[] v, Randomness random) {
    double distance = Math.hypot(p[0], p[1]) + DISTANCE_SD * random.normal();
    double angle = StrictMath.atan2(p[1], p[0]) + ANGLE_SD * random.normal();
    return GeneratedSet.row(
        new double[] {p[0], p[1], v[0], v[1]},
        distance * StrictMath.cos(angle),
        distance * StrictMath.sin(angle));
  }
}
