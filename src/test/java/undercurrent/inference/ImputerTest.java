package undercurrent.inference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import undercurrent.model.kvae.KalmanVae;
import undercurrent.model.kvae.KalmanVaeSettings;
import undercurrent.model.linear.Emitted;
import undercurrent.model.linear.FilterResult;
import undercurrent.model.linear.KalmanFilter;
import undercurrent.model.linear.Observations;
import undercurrent.series.BouncingBall;
import undercurrent.series.ClipCounts;
import undercurrent.series.Dataset;
import undercurrent.series.Sequence;
import undercurrent.settings.Settings;

/** Hidden rows of small clips, filled in by a model that was not trained. */
final class ImputerTest {
  private static final int FRAMES = 12;
  private final Dataset data =
      Dataset.of(new BouncingBall("ball", 8, 2, 0, FRAMES, new ClipCounts(2, 0, 3)).generate(1), 0);

  private KalmanVae model(int modes) {
    return KalmanVae.of(Settings.with(KalmanVaeSettings.defaults(), "modes", modes), data, 1);
  }

  private static boolean[] without(int from, int to) {
    boolean[] isSeen = new boolean[FRAMES];
    Arrays.fill(isSeen, true);
    Arrays.fill(isSeen, from, to, false);
    return isSeen;
  }

  /** What lies under hidden rows, and for the filter also behind them, makes no difference. */
  @Test
  void hiddenRowsAreNotLookedAt() {
    MeanEncodings encodings = new MeanEncodings(model(3));
    Sequence whole = data.whole().get(3);
    Sequence changed =
        new Sequence(
            3,
            0,
            FRAMES,
            whole.values().clone(),
            whole.mask(),
            new float[0],
            whole.gaps(),
            whole.shape());
    int size = data.observationSize();
    Arrays.fill(changed.values(), 4 * size, 7 * size, 0.5f);
    MeanEncodings.Path one = encodings.path(whole, without(4, 7));
    MeanEncodings.Path other = encodings.path(changed, without(4, 7));
    for (int t = 0; t < FRAMES; t++) {
      assertArrayEquals(one.smoothed()[t], other.smoothed()[t]);
      assertArrayEquals(one.predicted()[t], other.predicted()[t]);
    }
    MeanEncodings.Path cut = encodings.path(whole, without(4, FRAMES));
    for (int t = 0; t < 7; t++) assertArrayEquals(one.predicted()[t], cut.predicted()[t]);
    assertTrue(Math.abs(one.smoothed()[5][0] - cut.smoothed()[5][0]) > 1e-6);
  }

  /** With one mode the filter is that of a linear system of the mean encodings. */
  @Test
  void theFilterIsThatOfTheLinearSystem() {
    KalmanVae model = model(1);
    MeanEncodings encodings = new MeanEncodings(model);
    Sequence clip = data.whole().get(2);
    double[][] a = new double[FRAMES][];
    double[][] weights = new double[FRAMES][];
    boolean[] isSeen = without(5, 8);
    for (int t = 0; t < FRAMES; t++) {
      a[t] = isSeen[t] ? encodings.encoded(clip, t) : new double[] {Double.NaN, Double.NaN};
      weights[t] = new double[] {1};
    }
    FilterResult run =
        KalmanFilter.filter(model.system(weights, new double[FRAMES][0]), Observations.of(a));
    double[][] expected = Emitted.predicted(run).means();
    double[][] actual = encodings.path(clip, isSeen).predicted();
    for (int t = 0; t < FRAMES; t++) assertArrayEquals(expected[t], actual[t], 1e-9);
  }

  @Test
  void allPatternsAreMeasured() {
    Imputer imputer = new Imputer(model(2), data, 1, 3);
    Imputation all = imputer.measure();
    assertEquals(Imputation.Unit.WRONG_PIXELS, all.unit());
    assertEquals(4, all.byGap().size());
    assertEquals(3L * 7, all.byGap().getLast().rows());
    // All rows after the first four.
    assertEquals(3L * (FRAMES - 4), all.byShare().getLast().rows());
    assertEquals(1, all.byShare().getLast().hidden());
    // Of rows 0, 5 and 10, each of those between.
    assertEquals(3L * 8, imputer.every(5).rows());
    assertEquals(repeated(), imputer.gap(1).repeating(), 1e-12);
  }

  /** The frame before the middle one in its place. */
  private double repeated() {
    double sum = 0;
    for (int s = 2; s < 5; s++) {
      int middle = (FRAMES - 1) / 2;
      int[] channels = data.source().observedChannels();
      for (int channel : channels) {
        double before = data.source().series().get(s).value(middle - 1, channel);
        double here = data.source().series().get(s).value(middle, channel);
        if (before > 0.5 != here > 0.5) sum += 1.0 / channels.length / 3;
      }
    }
    return sum;
  }
}
