package undercurrent.inference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import undercurrent.math.Randomness;
import undercurrent.math.StandardNormal;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.EmittedRows;
import undercurrent.model.Normal;
import undercurrent.model.deep.DeepMarkovModel;
import undercurrent.model.deep.DeepSettings;
import undercurrent.series.BouncingBall;
import undercurrent.series.ClipCounts;
import undercurrent.series.Dataset;
import undercurrent.series.Sequence;
import undercurrent.series.SeriesSet;
import undercurrent.settings.Settings;

/** Of many channels the same is computed by moments, and frames are scored as one channel. */
final class WideSeriesTest {
  private static final int ROWS = 40;
  private static Dataset ball;
  private static DeepMarkovModel model;

  @BeforeAll
  static void makeABall() {
    SeriesSet set = new BouncingBall("ball", 9, 2, 0, 8, new ClipCounts(3, 1, 2)).generate(1);
    ball = Dataset.of(set, 0);
    DeepSettings normal = Settings.with(DeepSettings.defaults(), "likelihood", "gaussian");
    model = DeepMarkovModel.of(Settings.with(normal, "hiddenUnits", 4), ball, 1);
  }

  /** Rows of numbers as an emission gives them. */
  private record Numbers(float[] mean, float[] sd) implements EmittedRows {
    @Override
    public double logDensity(int row, float[] x, float[] mask, int at) {
      throw new UnsupportedOperationException();
    }

    @Override
    public double draw(int row, int channel, double noise) {
      int at = row * (mean.length / ROWS) + channel;
      return mean[at] + sd[at] * noise;
    }
  }

  private static Numbers numbers(int size, double between) {
    Randomness random = Randomness.of(5);
    float[] mean = new float[ROWS * size];
    float[] sd = new float[ROWS * size];
    for (int i = 0; i < mean.length; i++) {
      mean[i] = (float) (between * random.normal());
      sd[i] = (float) (0.5 + random.uniform());
    }
    return new Numbers(mean, sd);
  }

  private static double[] weights() {
    double[] weights = new double[ROWS];
    for (int i = 0; i < ROWS; i++) weights[i] = 2.0 * i / (ROWS * (ROWS - 1));
    return weights;
  }

  @Test
  void momentsAreThoseOfTheMixture() {
    int size = 3;
    Numbers rows = numbers(size, 2);
    double[] weights = weights();
    MixtureMoments all = new MixtureMoments(size).of(weights, rows, false);
    for (int d = 0; d < size; d++) {
      double first = 0;
      double second = 0;
      for (int i = 0; i < ROWS; i++) {
        double m = rows.mean[i * size + d];
        double s = rows.sd[i * size + d];
        first += weights[i] * m;
        second += weights[i] * (m * m + s * s);
      }
      assertEquals(first, all.mean(d), 1e-12);
      assertEquals(Math.sqrt(second - first * first), all.deviation(d), 1e-12);
    }
  }

  @Test
  void whereEverythingIsNormalQuantilesAndMomentsAgree() {
    int size = ball.observationSize();
    float[] same = new float[ROWS * size];
    float[] spread = new float[ROWS * size];
    Arrays.fill(same, 0.3f);
    Arrays.fill(spread, 0.2f);
    Sequence clip = ball.whole().getFirst();
    Points points = new Points(1024).weighted(weights());
    PointRows byPoints = new PointRows(points, ball, clip, size, 0.9, false);
    WideRows byMoments = new WideRows(ball, clip, size, 0.9, false);
    Numbers rows = new Numbers(same, spread);
    for (ObservedRows each : List.of(byPoints, byMoments)) each.set(0, weights(), rows);
    ScoredBand exact = byPoints.collected();
    ScoredBand wide = byMoments.collected();
    assertArrayEquals(exact.observation().mean().row(0), wide.observation().mean().row(0), 1e-9);
    assertArrayEquals(exact.observation().lower().row(0), wide.observation().lower().row(0), 2e-3);
    assertArrayEquals(exact.observation().upper().row(0), wide.observation().upper().row(0), 2e-3);
    assertArrayEquals(exact.crps().row(0), wide.crps().row(0), 1e-3);
    assertArrayEquals(exact.pit().row(0), wide.pit().row(0), 2e-3);
    assertFalse(wide.observation().hasMedian());
  }

  @Test
  void likelihoodsOfAllRowsAreThoseOfEach() {
    Tape tape = new Tape(model.parameters(), false);
    Value mean = tape.input(ROWS, 5);
    Value sd = tape.input(1, 5);
    Numbers numbers = numbers(5, 1);
    System.arraycopy(numbers.mean, 0, mean.data(), 0, mean.size());
    System.arraycopy(numbers.sd, 0, sd.data(), sd.offset(), sd.size());
    Normal normal = new Normal(mean, sd);
    float[] x = {9, 1, -1, 0.5f, 2, 0.1f};
    float[] mask = {1, 1, 0, 1, 1, 1};
    double[] all = new double[ROWS];
    normal.logDensities(x, mask, 1, all);
    for (int i = 0; i < ROWS; i++) assertEquals(normal.logDensity(i, x, mask, 1), all[i], 0);
  }

  @Test
  void aFrameIsScoredAsOneChannelOverAllItsCells() {
    Estimator estimator = new SamplingEstimator(model, ball, 1);
    List<Answers> answers = Answers.of(estimator, ball);
    List<Score> scores = Scores.of(answers, estimator, model, ball, 1).list();
    Score smoothed =
        scores.stream().filter(s -> s.name().equals("smoothed")).findFirst().orElseThrow();
    assertEquals(WideSeries.FRAME, smoothed.channel());
    assertEquals(1, scores.stream().filter(s -> s.name().equals("predicted")).count());
    int[] cells = ball.source().observedChannels();
    double squares = 0;
    double crps = 0;
    long count = 0;
    for (Answers answer : answers) {
      Estimate e = answer.smoothed();
      for (int t = 0; t < e.length(); t++) {
        for (int d = 0; d < cells.length; d++) {
          double truth = ball.source().series().get(e.series()).value(t, cells[d]);
          double gap = e.observation().mean().at(t, d) - truth;
          squares += gap * gap;
          crps += e.crps().at(t, d);
          count++;
        }
      }
    }
    assertEquals(count, smoothed.count());
    assertEquals(Math.sqrt(squares / count), smoothed.rmse(), 1e-12);
    assertEquals(crps / count, smoothed.crps(), 1e-12);
    assertTrue(smoothed.coverage() > 0.5);
    assertEquals(1, WideSeries.scoreNotes(ball.source()).size());
  }

  @Test
  void bandsOfAForecastAreThoseOfItsMoments() {
    Estimate forecast = new SamplingEstimator(model, ball, 1).forecast(4, 4, 4);
    Band band = forecast.observation();
    double z = StandardNormal.quantile(0.95);
    int[] cells = ball.source().observedChannels();
    for (int d = 0; d < cells.length; d++) {
      double mean = band.mean().at(3, d);
      assertEquals(mean - band.lower().at(3, d), band.upper().at(3, d) - mean, 1e-9);
      double deviation = (band.upper().at(3, d) - mean) / z;
      double truth = ball.source().series().get(4).value(7, cells[d]);
      assertEquals(Crps.normal(mean, deviation, truth), forecast.crps().at(3, d), 1e-9);
    }
    // Drawn frames lie around the mean as far as the deviation says.
    double gap = 0;
    for (double[][] path : forecast.paths()) {
      double z0 =
          (path[3][0] - band.mean().at(3, 0)) / (band.upper().at(3, 0) - band.mean().at(3, 0)) * z;
      gap += z0 * z0 / forecast.paths().length;
    }
    assertEquals(1, gap, 0.6);
    assertTrue(forecast.notes().stream().anyMatch(n -> n.contains("normal distribution")));
  }

  @Test
  void pathsAreFewerTheMoreChannelsThereAre() {
    assertEquals(500, WideSeries.paths(500, 64));
    assertEquals(250, WideSeries.paths(500, 256));
    assertEquals(32, WideSeries.paths(500, 4096));
    assertEquals(16, WideSeries.paths(16, 4096));
    assertEquals(1000, WideSeries.rows(1000, 64));
    assertEquals(250, WideSeries.rows(1000, 256));
    assertEquals(List.of(), WideSeries.bandNotes(64, 500));
  }
}
