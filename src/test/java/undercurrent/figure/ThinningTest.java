package undercurrent.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import undercurrent.math.Randomness;

final class ThinningTest {
  @Test
  void aLongPathKeepsWhatMovesAndItsEnds() {
    var random = Randomness.of(4).named("path");
    double[] path = new double[200_000];
    for (int i = 2; i < path.length; i++) path[i] = path[i - 2] + 0.02 * random.normal();
    double[] thin = joined(Thinning.of(path));
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

  /** Each part begins where the one before ends. */
  private static double[] joined(List<double[]> parts) {
    List<Double> all = new ArrayList<>();
    for (double[] part : parts) {
      int from = all.isEmpty() ? 0 : 2;
      if (from > 0) {
        assertEquals(all.get(all.size() - 2), part[0], 0.0);
        assertEquals(all.getLast(), part[1], 0.0);
      }
      for (int i = from; i < part.length; i++) all.add(part[i]);
    }
    return all.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
