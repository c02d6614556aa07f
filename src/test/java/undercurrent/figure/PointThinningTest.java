package undercurrent.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import undercurrent.math.Randomness;

final class PointThinningTest {
  private static final Box PLOT = new Box(10, 10, 300, 200);
  private static final double RADIUS = 0.9;
  private static final int FINE = 4;

  private static double[] cloud(int count) {
    var random = Randomness.of(5).named("heap");
    double[] dots = new double[2 * count];
    for (int i = 0; i < count; i++) {
      dots[2 * i] = 10 + 300 * random.uniform();
      dots[2 * i + 1] = Math.clamp(110 + 25 * random.normal(), 10, 210);
    }
    return dots;
  }

  /** Of dots in pixels; in the units of the plot y goes upwards. */
  private static Optional<PointThinning> heap(double[] dots) {
    double[] x = new double[dots.length / 2];
    double[] y = new double[dots.length / 2];
    for (int i = 0; i < x.length; i++) {
      x[i] = dots[2 * i];
      y[i] = 220 - dots[2 * i + 1];
    }
    Extent extent = new Extent(new Range(10, 310), new Range(10, 210));
    return PointThinning.of(x, y, new Scales(extent, PLOT), RADIUS);
  }

  /** Quarters of pixels that are inked, dot by dot and bar by bar. */
  private static boolean[][] inked(double[] dots, double[][] bars) {
    boolean[][] ink = new boolean[340 * FINE][240 * FINE];
    for (int i = 0; i < dots.length; i += 2) {
      fill(
          ink,
          dots[i] - RADIUS,
          dots[i + 1] - RADIUS,
          dots[i] + RADIUS,
          dots[i + 1] + RADIUS,
          i,
          dots);
    }
    for (double[] bar : bars) fill(ink, bar[0], bar[1], bar[2], bar[5], -1, dots);
    return ink;
  }

  private static void fill(
      boolean[][] ink,
      double left,
      double top,
      double right,
      double bottom,
      int dot,
      double[] dots) {
    for (int a = Math.max(0, (int) (left * FINE)); a < right * FINE && a < ink.length; a++) {
      for (int b = Math.max(0, (int) (top * FINE)); b < bottom * FINE && b < ink[a].length; b++) {
        double x = (a + 0.5) / FINE;
        double y = (b + 0.5) / FINE;
        if (dot < 0 || Math.hypot(x - dots[dot], y - dots[dot + 1]) <= RADIUS) ink[a][b] = true;
      }
    }
  }

  private static boolean isNear(boolean[][] ink, int a, int b) {
    for (int i = Math.max(0, a - FINE); i <= Math.min(ink.length - 1, a + FINE); i++) {
      for (int j = Math.max(0, b - FINE); j <= Math.min(ink[i].length - 1, b + FINE); j++) {
        if (ink[i][j]) return true;
      }
    }
    return false;
  }

  @Test
  void aHeapInksWhatItsDotsInk() {
    double[] dots = cloud(60_000);
    PointThinning heap = heap(dots).orElseThrow();
    assertTrue(heap.dots().length / 2 + heap.bars().length < 30_000, "parts");
    boolean[][] before = inked(dots, new double[0][]);
    boolean[][] after = inked(heap.dots(), heap.bars());
    int ink = 0;
    int other = 0;
    for (int a = 0; a < before.length; a++) {
      for (int b = 0; b < before[a].length; b++) {
        if (before[a][b]) ink++;
        if (before[a][b] == after[a][b]) continue;
        other++;
        assertTrue(isNear(before[a][b] ? after : before, a, b), "far from any dot");
      }
    }
    assertEquals(0, (double) other / ink, 0.1);
  }

  @Test
  void aFewDotsStayDots() {
    assertTrue(heap(cloud(1200)).isEmpty());
  }

  @Test
  void aMillionDotsAreAFewThousandParts() {
    PointThinning heap = heap(cloud(1_000_000)).orElseThrow();
    assertTrue(heap.dots().length / 2 + heap.bars().length < 12_000, "parts");
  }
}
