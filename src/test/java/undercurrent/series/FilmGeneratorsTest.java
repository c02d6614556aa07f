package undercurrent.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Generated films against their equations. */
final class FilmGeneratorsTest {
  private static final ClipCounts FEW = new ClipCounts(20, 5, 5);

  private static double[] pixels(SeriesSet set, int clip, int frame) {
    int[] observed = set.observedChannels();
    double[] row = set.series().get(clip).row(frame);
    return Arrays.copyOfRange(row, observed[0], observed[0] + observed.length);
  }

  /** The middle of the light, (x, y), and how much of it there is. */
  private static double[] light(double[] frame, int side) {
    double sum = 0;
    double x = 0;
    double y = 0;
    for (int i = 0; i < frame.length; i++) {
      sum += frame[i];
      x += frame[i] * (i % side + 0.5);
      y += frame[i] * (Math.floorDiv(i, side) + 0.5);
    }
    return new double[] {x / sum, y / sum, sum};
  }

  @ParameterizedTest
  @ValueSource(strings = {"new-ball", "new-falling-ball", "new-large-ball"})
  void theBallIsDrawnWhereItIs(String id) {
    SeriesSet set = Samples.find(id).orElseThrow().open(2);
    FrameShape shape = set.frame().orElseThrow();
    double radius = shape.width() / 8.0;
    for (int s = 0; s < 20; s++) {
      for (int t = 0; t < 20; t++) {
        double[] light = light(pixels(set, s, t), shape.width());
        assertEquals(set.series().get(s).value(t, 0), light[0], 0.06);
        assertEquals(set.series().get(s).value(t, 1), light[1], 0.06);
        assertEquals(Math.PI * radius * radius, light[2], 0.35 * radius);
      }
    }
    assertEquals(200, set.split().bySeries().stream().filter(p -> p == Part.TRAINING).count());
    assertEquals(350, set.series().size());
  }

  /** Many small steps of a ball whose velocity is turned at a wall. */
  private static void assertMotion(BouncingBall ball, double exact) {
    SeriesSet set = ball.generate(3);
    for (Series clip : set.series()) {
      double[] p = {clip.value(0, 0), clip.value(0, 1)};
      double[] v = {clip.value(0, 2), clip.value(0, 3)};
      int small = 20_000;
      for (int t = 1; t < clip.length(); t++) {
        for (int i = 0; i < small; i++) {
          for (int d = 0; d < 2; d++) {
            p[d] += v[d] / small;
            if (p[d] < ball.radius() && v[d] < 0) v[d] = -v[d];
            if (p[d] > ball.side() - ball.radius() && v[d] > 0) v[d] = -v[d];
          }
          v[1] += ball.gravity() / small;
        }
        for (int d = 0; d < 2; d++) assertEquals(p[d], clip.value(t, d), exact, "frame " + t);
      }
    }
  }

  @Test
  void theBallIsReflectedByTheWalls() {
    assertMotion(new BouncingBall("ball", 16, 2, 0, 20, FEW), 2e-3);
  }

  @Test
  void theFallingBallFollowsItsEquation() {
    assertMotion(new BouncingBall("ball", 16, 2, 0.15, 20, FEW), 1e-2);
  }

  @Test
  void theFallingBallKeepsItsEnergy() {
    SeriesSet set = new BouncingBall("ball", 16, 2, 0.3, 200, FEW).generate(1);
    for (Series clip : set.series()) {
      double first = energy(clip, 0);
      for (int t = 1; t < 200; t++) assertEquals(first, energy(clip, t), 1e-5 * first);
    }
  }

  private static double energy(Series clip, int t) {
    return 0.5 * clip.value(t, 3) * clip.value(t, 3) + 0.3 * (16 - clip.value(t, 1));
  }

  @Test
  void theDiscBeatsWithAPeriodOfTwelve() {
    SeriesSet set = BeatingDisc.USUAL.generate(1);
    assertEquals("Film of 4000 frames in 100 clips of 24 × 24", FilmWords.of(set));
    for (int s = 0; s < 20; s++) {
      Series clip = set.series().get(s);
      for (int t = 0; t < 40; t++) {
        double radius = clip.value(t, 0);
        assertEquals(Math.PI * (radius * radius + 1 / 12.0), light(pixels(set, s, t), 24)[2], 1);
        assertTrue(radius >= 4 && radius <= 8);
        if (t >= 12) assertEquals(clip.value(t - 12, 0), radius, 1e-6);
        // A wave around 6 has r(t+1) + r(t−1) = 12 + 2 cos(2π/12) (r(t) − 6).
        if (t == 0 || t == 39) continue;
        double sum = clip.value(t + 1, 0) + clip.value(t - 1, 0);
        assertEquals(12 + 2 * Math.cos(Math.PI / 6) * (radius - 6), sum, 1e-5);
      }
      double[] one = light(pixels(set, s, 0), 24);
      double[] other = light(pixels(set, s, 39), 24);
      assertEquals(one[0], other[0], 0.05);
      assertEquals(12, one[0], 1.02);
      assertEquals(12, one[1], 1.02);
    }
  }

  @Test
  void pointsMoveEvenlyAndAddUp() {
    SeriesSet set = new MovingPoints(16, 2, 20, FEW).generate(1);
    for (int s = 0; s < 10; s++) {
      for (int t = 0; t < 20; t++) {
        double[] row = set.series().get(s).row(t);
        double[] frame = pixels(set, s, t);
        for (int i = 0; i < frame.length; i++) {
          double sum = 0;
          for (int p = 0; p < 2; p++) {
            double dx = (i % 16 + 0.5 - row[2 * p]) / 0.8;
            double dy = (Math.floorDiv(i, 16) + 0.5 - row[2 * p + 1]) / 0.8;
            sum += Math.exp(-0.5 * (dx * dx + dy * dy));
          }
          assertEquals(Math.min(1, sum), frame[i], 1e-5);
        }
      }
    }
  }

  /** On a plate of 100 × 100 the slowest mode decays by cos(π / 99) at each step. */
  @Test
  void theSlowestModeDecaysAsItsEigenvalueSays() {
    double[] mode = new double[100 * 100];
    for (int i = 0; i < mode.length; i++) {
      mode[i] = Math.sin(Math.PI * Math.floorDiv(i, 100) / 99) * Math.sin(Math.PI * (i % 100) / 99);
    }
    double[] next = HeatPlate.diffused(mode, 100);
    for (int i : new int[] {101, 2550, 5049, 9898}) {
      assertEquals(0.999496542385, next[i] / mode[i], 1e-10);
    }
  }

  @Test
  void thePlateSpreadsItsHeatWithTheNoiseOfTheScheme() {
    SeriesSet set = HeatPlate.USUAL.generate(1);
    assertEquals(256, set.truthChannels().length);
    assertEquals(256, Truth.behind(set, 256 + 40).orElseThrow() + 216);
    double motion = 0;
    double seen = 0;
    long motions = 0;
    long sights = 0;
    for (int s = 0; s < 100; s++) {
      for (int t = 0; t < 20; t++) {
        double[] row = set.series().get(s).row(t);
        double[] next = t < 19 ? set.series().get(s).row(t + 1) : row;
        double[] expected = Arrays.copyOf(row, 256);
        for (int step = 0; step < 3; step++) expected = HeatPlate.diffused(expected, 16);
        for (int i = 0; i < 256; i++) {
          boolean isBorder = i < 16 || i >= 240 || i % 16 == 0 || i % 16 == 15;
          if (isBorder) assertEquals(0, row[i]);
          // Far from 0, where nothing is clipped.
          if (row[i] > 100) {
            seen += Math.pow(row[256 + i] - row[i], 2);
            sights++;
          }
          if (t < 19 && expected[i] > 100) {
            motion += Math.pow(next[i] - expected[i], 2);
            motions++;
          }
        }
      }
    }
    assertEquals(10, Math.sqrt(seen / sights), 0.1);
    // One step's noise, and that of the two before it, spread: 3² (1 + ¼ + 9/64).
    assertEquals(3 * Math.sqrt(1 + 0.25 + 9.0 / 64), Math.sqrt(motion / motions), 0.05);
  }

  @Test
  void cauchyNoiseHasItsQuartiles() {
    SeriesSet set = HeatPlate.CAUCHY.generate(1);
    double[] seen =
        set.series().stream()
            .flatMapToDouble(
                clip -> {
                  double[] row = clip.row(3);
                  return java.util.stream.IntStream.range(0, 256)
                      .filter(i -> row[i] > 300 && row[i] < 700)
                      .mapToDouble(i -> row[256 + i] - row[i]);
                })
            .sorted()
            .toArray();
    assertTrue(seen.length > 2000, seen.length + " pixels");
    // A quarter lies below −scale and above the scale each; the standard error here is 0.5.
    assertEquals(-10, seen[seen.length / 4], 1.5);
    assertEquals(10, seen[3 * seen.length / 4], 1.5);
  }

  @Test
  void aPlateMayHaveAnySize() {
    SeriesSet set =
        new HeatPlate("plate", 40, HeatPlate.Noise.NORMAL, 5, new ClipCounts(1, 1, 1)).generate(1);
    assertEquals("Film of 15 frames in 3 clips of 40 × 40", FilmWords.of(set));
    assertEquals(Channel.Kind.REAL, set.channels().getLast().kind());
  }
}
