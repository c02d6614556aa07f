package undercurrent.model.optimized;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import undercurrent.math.Randomness;

/** 100 targets of the authors' file; skipped where they are not at hand. */
final class RecordedLidarTest {
  private static final Path FILE = Path.of("../shared/data/local/lidar_targets_000_099.csv");

  /** target, step, x, y, vx, vy, zx, zy. */
  private static List<LabelledSeries> targets() throws IOException {
    Assumptions.assumeTrue(Files.exists(FILE));
    Map<Integer, List<double[]>> rows = new TreeMap<>();
    for (String line : Files.readAllLines(FILE).stream().skip(1).toList()) {
      double[] cells = Arrays.stream(line.split(",")).mapToDouble(Double::parseDouble).toArray();
      rows.computeIfAbsent((int) cells[0], key -> new ArrayList<>()).add(cells);
    }
    return rows.values().stream()
        .map(r -> new LabelledSeries(columns(r, 2, 6), columns(r, 6, 8)))
        .toList();
  }

  private static double[][] columns(List<double[]> rows, int from, int to) {
    return rows.stream().map(row -> Arrays.copyOfRange(row, from, to)).toArray(double[][]::new);
  }

  /** Half is learned from and half tested on, both ways; about 14 % of the error goes. */
  @Test
  void trainingLowersTheErrorOnRecordedTargets() throws IOException {
    Tracker tracker = Tracker.constantVelocity();
    TrainingRecipe all = new TrainingRecipe(0.05, 100, 42, 1, 0.15, 10, 99, 100);
    double ratios = 0;
    for (int half = 0; half < 2; half++) {
      List<LabelledSeries> known = new ArrayList<>();
      List<LabelledSeries> tested = new ArrayList<>();
      for (LabelledSeries series : targets()) {
        ((known.size() + tested.size()) % 2 == half ? known : tested).add(series);
      }
      NoiseTraining training =
          new NoiseTraining(tracker, TrainingObjective.STATE_ERROR, all, known, Randomness.of(1))
              .run();
      FilterErrors estimated = FilterErrors.of(tracker, Noise.estimated(tracker, known), tested);
      FilterErrors optimised = FilterErrors.of(tracker, training.best(), tested);
      ratios += optimised.overall() / estimated.overall() / 2;
      assertTrue(estimated.minus(optimised).z() > 3);
    }
    assertTrue(ratios > 0.80 && ratios < 0.90, "ratio " + ratios);
  }
}
