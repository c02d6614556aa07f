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
    // A sum of two normals is one.
    double both = Math.sqrt(1.2 * 1.2 + 0.7 * 0.7 + 2 * 0.4 * 1.2 * 0.7);
    assertClose(named("CRPS of the sum"), Crps.normal(0.3 - 0.5, both, 1 + 0.2));
  }

  @Test
  void energyScores() {
    double[][] points = {{0.2, 1}, {-0.5, 0.3}, {1.1, -0.2}, {0.4, 0.4}};
    JsonNode expected = named("energy score").get("with 1/M^2");
    assertClose(expected, EnergyScore.of(points, new double[] {0.3, 0.1}));
    // In one dimension it is the CRPS.
    double[][] line = new double[ENSEMBLE.length][];
    for (int i = 0; i < line.length; i++) line[i] = new double[] {ENSEMBLE[i]};
    assertEquals(points(ENSEMBLE).crps(0.6), EnergyScore.of(line, new double[] {0.6}), 1e-12);
    assertTrue(Double.isNaN(EnergyScore.of(points, new double[] {Double.NaN, 0})));
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
