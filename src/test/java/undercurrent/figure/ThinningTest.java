package undercurrent.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import undercurrent.math.Randomness;

final class ThinningTest {
  private static double[] noisy(int points, double width) {
    var random = Randomness.of(3).named("thinning");
    double[] line = new double[2 * points];
    for (int i = 0; i < points; i++) {
      line[2 * i] = width * i / points;
      line[2 * i + 1] = 100 * random.normal();
    }
    return line;
  }

  /** Lowest, highest, first and last of each column of pixels. */
  private static Map<Integer, double[]> columns(double[] line) {
    Map<Integer, double[]> columns = new TreeMap<>();
    for (int i = 0; i < line.length; i += 2) {
      double y = line[i + 1];
      double[] column =
          columns.computeIfAbsent((int) Math.floor(line[i]), k -> new double[] {y, y, y, y});
      column[0] = Math.min(column[0], y);
      column[1] = Math.max(column[1], y);
      column[3] = y;
    }
    return columns;
  }

  @Test
  void aThinnedLineCoversTheSamePixels() {
    double[] line = noisy(100_000, 300);
    double[] thin = Thinning.of(line);
    assertTrue(thin.length <= 2 * 4 * 300, "points " + thin.length / 2);
    Map<Integer, double[]> before = columns(line);
    Map<Integer, double[]> after = columns(thin);
    assertEquals(before.keySet(), after.keySet());
    before.forEach(
        (x, column) ->
            org.junit.jupiter.api.Assertions.assertArrayEquals(
                column, after.getOrDefault(x, new double[0])));
  }

  @Test
  void aLineWithoutACrowdStaysAsItIs() {
    double[] line = noisy(500, 300);
    assertSame(line, Thinning.of(line));
  }

  @Test
  void aLineThatTurnsBackStaysAsItIs() {
    double[] line = noisy(100_000, 300);
    line[100] = 250;
    assertSame(line, Thinning.of(line));
  }

  @Test
  void aLongPathKeepsWhatMovesAndItsEnds() {
    var random = Randomness.of(4).named("path");
    double[] path = new double[200_000];
    for (int i = 2; i < path.length; i++) path[i] = path[i - 2] + 0.02 * random.normal();
    double[] thin = Thinning.ofPath(path);
    assertTrue(thin.length < path.length / 20, "points " + thin.length / 2);
    assertEquals(path[path.length - 1], thin[thin.length - 1], 0);
    int next = 0;
    for (int i = 0; i < path.length; i += 2) {
      boolean isKept = next < thin.length && path[i] == thin[next] && path[i + 1] == thin[next + 1];
      if (isKept) next += 2;
      double away = Math.hypot(path[i] - thin[next - 2], path[i + 1] - thin[next - 1]);
      assertTrue(away <= 0.3, "a point " + away + " pixels away");
    }
  }
}
