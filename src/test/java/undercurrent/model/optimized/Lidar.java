package undercurrent.model.optimized;

import java.util.Arrays;
import java.util.List;
import undercurrent.series.LidarTargets;

/** Lidar targets with their true states. */
final class Lidar {
  private Lidar() {}

  static List<LabelledSeries> targets(int count, long seed) {
    return new LidarTargets(count)
        .generate(seed).series().stream().map(s -> labelled(s.values())).toList();
  }

  private static LabelledSeries labelled(double[][] rows) {
    return new LabelledSeries(columns(rows, 0, 4), columns(rows, 4, 6));
  }

  private static double[][] columns(double[][] rows, int from, int to) {
    return Arrays.stream(rows)
        .map(row -> Arrays.copyOfRange(row, from, to))
        .toArray(double[][]::new);
  }
}
