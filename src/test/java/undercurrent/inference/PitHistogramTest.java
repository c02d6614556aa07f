package undercurrent.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import undercurrent.figure.Figure;
import undercurrent.figure.Figures;
import undercurrent.figure.Mark;
import undercurrent.math.Randomness;
import undercurrent.math.StandardNormal;
import undercurrent.model.Conditioning;
import undercurrent.series.SeriesSet;
import undercurrent.series.SineFamily;

/** How often chance gives which frequencies, and what the figure says of wrong distributions. */
final class PitHistogramTest {
  private static final SeriesSet SET = new SineFamily(1, 4000, 0.1).generate(1);

  /** Of N(0, 1) where N(shift, scale²) was predicted. */
  private static PitHistogram histogram(int rows, double shift, double scale) {
    return histogram(6, rows, shift, scale);
  }

  private static PitHistogram histogram(int seed, int rows, double shift, double scale) {
    Randomness random = Randomness.of(seed);
    double[][] pit = new double[rows][1];
    for (double[] row : pit) {
      row[0] = StandardNormal.cumulative((random.normal() - shift) / scale);
    }
    pit[0][0] = Double.NaN;
    Band band = EstimateRows.band(rows, 1);
    Estimate estimate =
        new Estimate(
                0,
                Conditioning.PREDICTED,
                "exact",
                0.9,
                0,
                new double[rows],
                band,
                band,
                new double[0][][],
                NumberRows.of(new double[rows][1]),
                List.of(),
                Estimate.NO_REGIMES,
                List.of())
            .withPit(NumberRows.of(pit));
    return PitHistogram.of(List.of(estimate)).orElseThrow();
  }

  /** By the definition: the probability of at most k is the first that is not smaller. */
  @Test
  void quantilesAreThoseOfTheBinomialDistribution() {
    for (int n : new int[] {7, 40, 200}) {
      for (double p : new double[] {0.05, 0.5, 0.95}) {
        long k = PitHistogram.quantile(n, p);
        assertTrue(atMost(n, k) >= p && (k == 0 || atMost(n, k - 1) < p), n + " " + p + " " + k);
      }
    }
  }

  private static double atMost(int n, long k) {
    double sum = 0;
    for (int i = 0; i <= k; i++) {
      double choose = 1;
      for (int j = 0; j < i; j++) choose = choose * (n - j) / (j + 1);
      sum += choose * Math.pow(0.1, i) * Math.pow(0.9, n - i);
    }
    return sum;
  }

  /** Of right distributions about one frequency in ten lies outside the band. */
  @Test
  void chanceKeepsNineOfTenInTheBand() {
    int outside = 0;
    for (int seed = 0; seed < 100; seed++) {
      PitHistogram histogram = histogram(seed, 501, 0, 1);
      for (long count : histogram.counts()[0]) {
        if (count < PitHistogram.quantile(500, 0.05) || count > PitHistogram.quantile(500, 0.95)) {
          outside++;
        }
      }
    }
    assertTrue(outside > 50 && outside < 110, outside + " of 1000");
  }

  @Test
  void valuesThatAreNotKnownDoNotCount() {
    PitHistogram histogram = histogram(100, 0, 1);
    assertEquals(99, histogram.total(0));
    assertTrue(PitHistogram.of(List.of()).isEmpty());
  }

  private static String summary(double shift, double scale) {
    int channel = SET.observedChannels()[0];
    Figure figure = Figures.calibration(SET, channel, histogram(2000, shift, scale));
    Mark.Layer bars =
        figure.marks().stream()
            .filter(m -> m instanceof Mark.Layer)
            .map(Mark.Layer.class::cast)
            .findFirst()
            .orElseThrow();
    // The deviations from uniform cancel.
    double sum = 0;
    for (int i = 0; i < bars.x().length; i += 2) {
      sum += bars.upper()[i] - 1 - (1 - bars.lower()[i]);
    }
    assertEquals(0, sum, 1e-9, Arrays.toString(bars.upper()));
    return figure.summary();
  }

  @Test
  void theFigureSaysHowDistributionsAreWrong() {
    assertTrue(summary(0, 1).endsWith("the predicted distributions fit."), summary(0, 1));
    assertTrue(summary(0, 0.5).endsWith("too narrow."), summary(0, 0.5));
    assertTrue(summary(0, 2).endsWith("too wide."), summary(0, 2));
    assertTrue(summary(1, 1).endsWith("below what is predicted."), summary(1, 1));
    assertTrue(summary(-1, 1).endsWith("above what is predicted."), summary(-1, 1));
  }
}
