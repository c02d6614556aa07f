package undercurrent.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import undercurrent.math.Randomness;
import undercurrent.model.deep.DeepMarkovModel;
import undercurrent.model.deep.DeepSettings;
import undercurrent.series.Channel;
import undercurrent.series.Dataset;
import undercurrent.series.Part;
import undercurrent.series.Samples;
import undercurrent.series.Series;
import undercurrent.series.SeriesSet;
import undercurrent.series.Split;
import undercurrent.series.TimeAxis;
import undercurrent.settings.Settings;

final class ScoresTest {
  private static final DeepSettings TINY = Settings.with(DeepSettings.defaults(), "hiddenUnits", 2);

  /** Training mean 2; the test series climbs from 0 by one a step. */
  private static Dataset ramp() {
    double[][] flat = new double[10][1];
    for (int t = 0; t < 10; t++) flat[t][0] = t % 2 == 0 ? 1 : 3;
    double[][] climbing = new double[10][1];
    for (int t = 0; t < 10; t++) climbing[t][0] = t;
    double[] times = IntStream.range(0, 10).asDoubleStream().toArray();
    SeriesSet set =
        new SeriesSet(
            "ramp",
            List.of(new Channel("x", "m", Channel.Kind.REAL, Channel.Role.OBSERVED)),
            new TimeAxis("t", "s", false, true),
            List.of(new Series("a", times, flat), new Series("b", times, climbing)),
            new Split(List.of(Part.TRAINING, Part.TEST), 1, 1));
    return Dataset.of(set, 0);
  }

  private static Score score(Scores scores, String name) {
    return scores.list().stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void baselinesHaveTheErrorsOfAHandComputation() {
    Dataset data = ramp();
    DeepMarkovModel model = DeepMarkovModel.of(TINY, data, 1);
    Estimator estimator = new SamplingEstimator(model, data, 1);
    Scores scores = Scores.of(Answers.of(estimator, data), estimator, model, data, 1);
    assertEquals(Part.TEST, scores.part());
    // Each step is one higher than the step before.
    assertEquals(1, score(scores, "predicted: persistence").rmse(), 1e-12);
    // Seen 0 … 4, so persistence says 4 for 5 … 9: √((1+4+9+16+25)/5).
    assertEquals(Math.sqrt(11), score(scores, "forecast: persistence").rmse(), 1e-12);
    // The training mean is 2: errors 3 … 7.
    assertEquals(Math.sqrt(27), score(scores, "forecast: mean").rmse(), 1e-12);
    assertEquals(5, score(scores, "forecast").count());
    double[][] predicted = estimator.online(1).predicted().observation().mean().all();
    double squares = 0;
    for (int row = 5; row < 10; row++) squares += Math.pow(predicted[row][0] - row, 2) / 5;
    assertEquals(Math.sqrt(squares), score(scores, "forecast: one step ahead").rmse(), 1e-9);
    assertEquals("m", score(scores, "forecast").unit());
    // Both are asked about the same rows: not the first, into which nothing can persist.
    assertEquals(9, score(scores, "predicted: persistence").count());
    assertEquals(9, score(scores, "predicted").count());
  }

  @Test
  void aPerfectPointForecastHasNoErrorAndABandCountsWhatLiesInside() {
    SeriesSet set = ramp().source();
    ScoreMeter meter = new ScoreMeter("made", 0.9, set, 1);
    double[][] mean = {{5}, {6}, {7}, {8}};
    double[][] lower = {{4}, {6.5}, {6}, {7}};
    double[][] upper = {{6}, {7}, {8}, {9}};
    Band band = new Band(mean, lower, upper);
    meter.add(
        new Estimate(
            1,
            undercurrent.model.Conditioning.FORECAST,
            "sample paths",
            0.9,
            5,
            new double[] {5, 6, 7, 8},
            band,
            band,
            new double[0][][],
            NumberRows.of(new double[][] {{1}, {2}, {3}, {6}}),
            List.of(),
            Estimate.NO_REGIMES,
            List.of()),
        5,
        10);
    Score made = meter.scores(place -> true).getFirst();
    assertEquals(0, made.rmse(), 1e-12);
    assertEquals(0.75, made.coverage(), 1e-12);
    assertEquals(3, made.crps(), 1e-12);
    assertEquals(0, made.mae(), 1e-12);
  }

  @Test
  void theSquaredErrorIsOfTheMeanAndTheAbsoluteErrorOfTheMedian() {
    ScoreMeter meter = new ScoreMeter("made", 0.9, ramp().source(), 1);
    // Observed are 5 and 6: errors of the mean 3 and 4, of the median 1 and −2.
    double[][] mean = {{8}, {10}};
    double[][] median = {{6}, {4}};
    Band band =
        new Band(
            NumberRows.of(mean),
            NumberRows.of(new double[][] {{3}, {3}}),
            NumberRows.of(new double[][] {{7}, {7}}),
            NumberRows.of(median));
    meter.add(
        new Estimate(
            1,
            undercurrent.model.Conditioning.FORECAST,
            "sample paths",
            0.9,
            5,
            new double[] {5, 6},
            band,
            band,
            new double[0][][],
            NumberRows.of(new double[2][1]),
            List.of(),
            Estimate.NO_REGIMES,
            List.of()),
        5,
        10);
    Score made = meter.scores(place -> true).getFirst();
    assertEquals(Math.sqrt((9 + 16) / 2.0), made.rmse(), 1e-12);
    assertEquals(1.5, made.mae(), 1e-12);
  }

  @Test
  void constantVelocityOfTheStormsHasThePublishedErrors() {
    Dataset storms = Dataset.of(Samples.find("storms").orElseThrow().open(), 0);
    DeepMarkovModel model = DeepMarkovModel.of(TINY, storms, 1);
    List<LeadError> leads =
        new LeadErrors(model, storms, 0.9, 20, 10).measure(Part.TEST, Randomness.of(1));
    double[] velocity = {27.0, 68.2, 177.8, 459.0};
    double[] stay = {115, 226, 435, 808};
    for (int k = 0; k < 4; k++) {
      assertEquals(velocity[k], leads.get(k).constantVelocity(), 0.1);
      assertEquals(stay[k], leads.get(k).persistence(), 0.55);
      assertEquals(new double[] {6, 12, 24, 48}[k], leads.get(k).hours(), 1e-9);
      assertTrue(leads.get(k).model() > 0);
    }
  }
}
