package undercurrent.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import undercurrent.math.DeepGolden;
import undercurrent.math.Parameters;
import undercurrent.math.Randomness;
import undercurrent.math.StandardNormal;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.Normal;

/** Scoring rules by the known answers of {@code golden/deep/scores.json}, and what PIT means. */
final class ScoringGoldenTest {
  private static final JsonNode GOLDEN = DeepGolden.read("scores");
  private static final double[] ENSEMBLE = {1.3, -0.4, 2, 0.1, 0.9};

  private static JsonNode named(String start) {
    return GOLDEN.properties().stream()
        .filter(e -> e.getKey().startsWith(start))
        .findFirst()
        .orElseThrow()
        .getValue();
  }

  private static void assertClose(JsonNode expected, double actual) {
    assertEquals(expected.doubleValue(), actual, 1e-9);
  }

  private static Points points(double... values) {
    Points points = new Points(values.length);
    points.of(values);
    return points;
  }

  @Test
  void continuousRankedProbabilityScores() {
    JsonNode normal = named("CRPS of N(.3");
    for (double y : new double[] {-1, 0.3, 2.5}) {
      assertClose(normal.get("y = " + y), Crps.normal(0.3, 1.2, y));
    }
    NormalMixture mixture =
        new NormalMixture(
            new double[] {0.5, 0.3, 0.2}, new double[] {-1, 0.4, 2}, new double[] {0.5, 1, 0.3});
    assertClose(named("CRPS of the mixture"), mixture.crps(0.6));
    JsonNode ensemble = named("ensemble (1.3").get("CRPS, E|X - y| - 1/2 E|X - X'| with 1/M^2");
    assertClose(ensemble, points(ENSEMBLE).crps(0.6));
    JsonNode fair = named("ensemble (1.3").get("fair CRPS, with 1/(M (M - 1))");
    assertClose(fair, points(ENSEMBLE).fairCrps(0.6));
    // A sum of two normals is one.
    double both = Math.sqrt(1.2 * 1.2 + 0.7 * 0.7 + 2 * 0.4 * 1.2 * 0.7);
    assertClose(named("CRPS of the sum"), Crps.normal(0.3 - 0.5, both, 1 + 0.2));
  }

  @Test
  void energyScores() {
    double[][] points = {{0.2, 1}, {-0.5, 0.3}, {1.1, -0.2}, {0.4, 0.4}};
    JsonNode expected = named("energy score").get("fair, with 1/(M (M - 1))");
    assertClose(expected, EnergyScore.of(points, new double[] {0.3, 0.1}));
    // In one dimension it is the CRPS.
    double[][] line = new double[ENSEMBLE.length][];
    for (int i = 0; i < line.length; i++) line[i] = new double[] {ENSEMBLE[i]};
    assertEquals(points(ENSEMBLE).fairCrps(0.6), EnergyScore.of(line, new double[] {0.6}), 1e-12);
    assertTrue(Double.isNaN(EnergyScore.of(points, new double[] {Double.NaN, 0})));
  }

  /** In the mean over small ensembles the fair score is that of the distribution. */
  @Test
  void drawnPointsAreScoredAsTheirDistribution() {
    Randomness random = Randomness.of(8);
    int ensembles = 40_000;
    double sum = 0;
    for (int i = 0; i < ensembles; i++) {
      double[] drawn = new double[4];
      for (int k = 0; k < drawn.length; k++) drawn[k] = 0.3 + 1.2 * random.normal();
      sum += points(drawn).fairCrps(2.5);
    }
    assertEquals(Crps.normal(0.3, 1.2, 2.5), sum / ensembles, 0.01);
  }

  @Test
  void intervalScores() {
    JsonNode golden = named("interval score");
    double lower = golden.get("lower").doubleValue();
    double upper = golden.get("upper").doubleValue();
    assertClose(golden.get("at 2.5"), IntervalScore.of(lower, upper, 0.9, 2.5));
    assertClose(golden.get("at 0"), IntervalScore.of(lower, upper, 0.9, 0));
    // It is 2 / α times the sum of the losses of its two quantiles.
    JsonNode loss = named("quantile loss").get("loss");
    double both = loss.get("0.05").doubleValue() + loss.get("0.95").doubleValue();
    assertEquals(2 / 0.1 * both, IntervalScore.of(lower, upper, 0.9, 2.5), 1e-9);
    assertTrue(Double.isNaN(IntervalScore.of(lower, upper, 0.9, Double.NaN)));
  }

  @Test
  void brierScores() {
    JsonNode golden = named("Brier, p");
    double[] p = {0.1, 0.7, 0.4, 0.95};
    double[] seen = {0, 1, 1, 1};
    double sum = 0;
    for (int i = 0; i < p.length; i++) {
      assertClose(golden.get("each").get(i), BrierScore.of(p[i], seen[i]));
      sum += BrierScore.of(p[i], seen[i]);
    }
    assertClose(golden.get("mean"), sum / p.length);
    double[] first = {0, 0, 1, 1, 1, 1, 1, 2, 2, 2};
    double[] second = {0, 0, 0, 0, 0, 0, 0, 1, 1, 2};
    double both = points(first).brier(1, 0.5) + points(second).brier(2, 0.5);
    assertClose(named("Brier of classes"), both / 2);
    // Codes of a standardised channel are rounded.
    assertEquals(points(first).brier(1, 0.5), points(first).brier(1.0000001, 0.5), 0);
    // A category that no point has.
    assertEquals(1 + 0.04 + 0.25 + 0.09, points(first).brier(7, 0.5), 1e-12);
  }

  /** Of zeros and ones the CRPS of the coin is the Brier score of its probability. */
  @Test
  void scoresOfCoinsAgree() {
    double[] coins = {0, 0, 0, 1, 1, 1, 1, 1, 1, 1};
    assertEquals(BrierScore.of(0.7, 1), points(coins).crps(1), 1e-12);
    assertEquals(BrierScore.of(0.7, 0), points(coins).crps(0), 1e-12);
  }

  /** What is observed decides which score is taken, in the unit of its channel. */
  @Test
  void valuesAreScoredByWhatTheyAre() {
    Points codes = points(0, 0, 1, 1, 1, 2);
    assertEquals(BrierScore.of(0.7, 1), Scoring.BINARY.score(codes, 0.7, 1, 3, true), 0);
    assertEquals(codes.brier(1, 0.25), Scoring.CATEGORICAL.score(codes, 1, 1, 2, false), 0);
    assertEquals(2 * codes.crps(1.5), Scoring.NUMERIC.score(codes, 1, 1.5, 2, false), 0);
    assertEquals(2 * codes.fairCrps(1.5), Scoring.NUMERIC.score(codes, 1, 1.5, 2, true), 0);
    assertTrue(Double.isNaN(Scoring.BINARY.pit(codes, 1, 0.4)));
    assertEquals(codes.pit(1, 0.4), Scoring.CATEGORICAL.pit(codes, 1, 0.4), 0);
  }

  @Test
  void probabilitiesBelowObservations() {
    JsonNode pit = named("PIT");
    double[] at = {-1, 0.3, 2.5};
    for (int i = 0; i < at.length; i++) {
      JsonNode expected = pit.get("N(.3, 1.2^2) at -1, .3, 2.5").get(i);
      assertClose(expected, StandardNormal.cumulative((at[i] - 0.3) / 1.2));
    }
    String ensemble = "ensemble above at .6, (below + v (equal + 1)) / (M + 1), v = .35";
    assertClose(pit.get(ensemble), points(ENSEMBLE).pit(0.6, 0.35));
    assertClose(pit.get("ensemble (0, 1, 1, 2) at 1, v = .35"), points(0, 1, 1, 2).pit(1, 0.35));
  }

  /** Of observations drawn as the points are the probabilities are uniform, also with ties. */
  @Test
  void probabilitiesAreUniformWhereTheDistributionIsRight() {
    Randomness random = Randomness.of(5);
    long[] bins = new long[Score.BINS];
    int rows = 4000;
    for (int row = 0; row < rows; row++) {
      double[] counts = new double[50];
      for (int k = 0; k < counts.length; k++) counts[k] = Math.floor(4 * random.uniform());
      double seen = Math.floor(4 * random.uniform());
      double below = points(counts).pit(seen, Points.share(row, 0));
      bins[(int) Math.min(Score.BINS - 1, below * Score.BINS)]++;
    }
    for (long bin : bins) assertEquals(rows / 10.0, (double) bin, 80);
  }

  /** The log score is that of the density that rows are weighed by. */
  @Test
  void logScores() {
    Tape tape = new Tape(new Parameters(), false);
    Value mean = tape.input(1, 1);
    Value sd = tape.input(1, 1);
    mean.set(0, 0, 0.3);
    sd.set(0, 0, 1.2);
    double log = new Normal(mean, sd).logDensity(0, new float[] {2.5f}, new float[] {1}, 0);
    assertEquals(named("log score").doubleValue(), -log, 1e-6);
  }

  /** The CRPS is twice the mean of the quantile losses of all levels. */
  @Test
  void quantileLosses() {
    JsonNode golden = named("quantile loss");
    double twice = golden.get("twice the mean over levels (k + .5) / 1000").doubleValue();
    assertEquals(twice, Crps.normal(0.3, 1.2, 2.5), 1e-6);
    for (var level : golden.get("quantiles").properties()) {
      double quantile = 0.3 + 1.2 * StandardNormal.quantile(Double.parseDouble(level.getKey()));
      assertEquals(level.getValue().doubleValue(), quantile, 1e-8);
    }
  }

  /** Of points that stand for a distribution, as estimates of particles and paths are made. */
  @Test
  void probabilitiesBelowObservationsOfPointsAreThoseOfTheDistribution() {
    int count = 20_000;
    double[] counts = new double[count];
    double[] mixture = new double[count];
    double[] weights = {0.5, 0.3, 0.2};
    double[] means = {-1, 0.4, 2};
    double[] sds = {0.5, 1, 0.3};
    for (int i = 0; i < count; i++) {
      double share = (i + 0.5) / count;
      double term = Math.exp(-1.7);
      for (double below = term; below < share; below += term) term *= 1.7 / ++counts[i];
      int k = share < 0.5 ? 0 : share < 0.8 ? 1 : 2;
      double from = k == 0 ? 0 : k == 1 ? 0.5 : 0.8;
      mixture[i] = means[k] + sds[k] * StandardNormal.quantile((share - from) / weights[k]);
    }
    JsonNode pit = named("PIT");
    double two = pit.get("Poisson(1.7) at 2, randomised F(y - 1) + v p(y), v = .35").doubleValue();
    assertEquals(two, points(counts).pit(2, 0.35), 1e-4);
    assertEquals(
        pit.get("Poisson(1.7) at 0, v = .35").doubleValue(), points(counts).pit(0, 0.35), 1e-4);
    assertEquals(pit.get("mixture above at .6").doubleValue(), points(mixture).pit(0.6, 0.5), 2e-4);
  }
}
