package undercurrent.series;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Errors of trivial forecasts on generated films. Those expected were computed by a program in
 * Python with generators of its own, so that results on these films can be compared with others.
 */
final class FilmYardsticksTest {
  private static List<Series> test(SeriesSet set) {
    List<Series> all = new ArrayList<>();
    for (int s = 0; s < set.series().size(); s++) {
      if (set.split().bySeries().get(s) == Part.TEST) all.add(set.series().get(s));
    }
    return all;
  }

  private static double[] pixels(SeriesSet set, Series clip, int frame) {
    int first = set.observedChannels()[0];
    double[] row = clip.row(frame);
    return Arrays.copyOfRange(row, first, row.length);
  }

  @Test
  void theBallLeavesAsManyPixelsBlackAndGrey() {
    SeriesSet set = BouncingBall.USUAL.generate(1);
    double white = 0;
    double entropy = 0;
    int frames = 0;
    for (Series clip : test(set)) {
      for (int t = 0; t < 20; t++) {
        frames++;
        for (double p : pixels(set, clip, t)) {
          if (p > 0.5) white++;
          if (p > 0 && p < 1) entropy -= p * Math.log(p) + (1 - p) * Math.log(1 - p);
        }
      }
    }
    assertEquals(0.0491, white / frames / 256, 0.0005);
    assertEquals(6.28, entropy / frames, 0.1);
  }

  /** Root mean squared error of the last noisy frame that was seen, the tenth. */
  private static double persistence(SeriesSet set, int ahead) {
    double sum = 0;
    List<Series> clips = test(set);
    for (Series clip : clips) {
      double[] seen = clip.row(9);
      double[] clean = clip.row(9 + ahead);
      for (int i = 0; i < 256; i++) sum += Math.pow(seen[256 + i] - clean[i], 2);
    }
    return Math.sqrt(sum / clips.size() / 256);
  }

  @Test
  void persistenceOnThePlateHasTheKnownErrors() {
    SeriesSet set = HeatPlate.USUAL.generate(1);
    // The size of the disc differs much between clips; seeds differ by about a tenth.
    assertEquals(20.6, persistence(set, 5), 3);
    assertEquals(31.5, persistence(set, 10), 5);
  }

  @Test
  void repeatingTheLastSeenFrameOfTheDiscHasTheKnownErrors() {
    SeriesSet set = BeatingDisc.USUAL.generate(1);
    double squares = 0;
    double wrong = 0;
    int frames = 0;
    for (Series clip : test(set)) {
      for (int t = 0; t < 36; t++) {
        if (t % 5 == 0) continue;
        frames++;
        double[] last = pixels(set, clip, t / 5 * 5);
        double[] now = pixels(set, clip, t);
        for (int i = 0; i < now.length; i++) {
          squares += (last[i] - now[i]) * (last[i] - now[i]);
          if (last[i] > 0.5 != now[i] > 0.5) wrong++;
        }
      }
    }
    assertEquals(0.0775, squares / frames / 576, 0.004);
    assertEquals(0.0971, wrong / frames / 576, 0.005);
  }
}
