package undercurrent.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import undercurrent.math.Randomness;

final class ThinningTest {
  @Test
  void aLongPathKeepsWhatMovesAndItsEnds() {
    var random = Randomness.of(4).named("path");
    double[] path = new double[200_000];
    for (int i = 2; i < path.length; i++) path[i] = path[i - 2] + 0.02 * random.normal();
    double[] thin = Thinning.of(path);
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
