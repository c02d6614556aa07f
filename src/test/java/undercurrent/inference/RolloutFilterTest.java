package undercurrent.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import undercurrent.math.Randomness;
import undercurrent.model.EmittedRows;
import undercurrent.model.Rollout;
import undercurrent.series.Sequence;

final class RolloutFilterTest {
  private static final LinearGaussian NILE = new LinearGaussian(1000, 1e5, 1, 1469.1, 15099);
  private static final LinearGaussian DAMPED = new LinearGaussian(0.5, 2, 0.8, 0.3, 0.5);

  static Sequence sequence(double[] x) {
    float[] values = new float[x.length];
    float[] mask = new float[x.length];
    for (int t = 0; t < x.length; t++) {
      mask[t] = Double.isNaN(x[t]) ? 0 : 1;
      values[t] = mask[t] == 0 ? 0 : (float) x[t];
    }
    return new Sequence(0, 0, x.length, values, mask);
  }

  private static double[] damped(int steps) {
    Randomness random = Randomness.of(3).named("data");
    double[] x = new double[steps];
    double z = 0.5;
    for (int t = 0; t < steps; t++) {
      z = 0.8 * z + Math.sqrt(0.3) * random.normal();
      x[t] = t % 7 == 3 ? Double.NaN : z + Math.sqrt(0.5) * random.normal();
    }
    return x;
  }

  private static double[] nile() throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("samples/01_nile.csv"))) {
      return lines.skip(1).mapToDouble(l -> Double.parseDouble(l.split(",", -1)[1])).toArray();
    }
  }

  /** Keeps weighted means. */
  private static final class Means implements RolloutFilter.Observer {
    final double[] filtered;
    final double[] predicted;

    Means(int steps) {
      filtered = new double[steps];
      predicted = new double[steps];
    }

    @Override
    public void predicted(int step, double[] weights, float[] z, EmittedRows emitted) {
      for (int i = 0; i < weights.length; i++) predicted[step] += weights[i] * z[i];
    }

    @Override
    public void filtered(int step, double[] weights, float[] z, EmittedRows emitted) {
      for (int i = 0; i < weights.length; i++) filtered[step] += weights[i] * z[i];
    }
  }

  @Test
  void logLikelihoodOfTheNileIsTheExactOneWithinItsError() throws IOException {
    double[] flow = nile();
    assertEquals(-639.3007, NILE.exact(flow).logLikelihood(), 1e-4);
    // Mean and deviation of log p̂ for 1,024 particles: -639.36 and 0.31.
    int runs = 40;
    double sum = 0;
    double squares = 0;
    RolloutFilter filter = new RolloutFilter(NILE.rollout(1024));
    for (int k = 0; k < runs; k++) {
      Randomness random = Randomness.of(k).named("nile");
      double value =
          filter.run(sequence(flow), flow.length, random, new Means(flow.length)).logLikelihood();
      sum += value;
      squares += value * value;
    }
    double mean = sum / runs;
    double sd = Math.sqrt(squares / runs - mean * mean);
    assertEquals(-639.36, mean, 3 * 0.31 / Math.sqrt(runs), "sd " + sd);
    assertEquals(0.31, sd, 0.12);
  }

  @Test
  void filteredMeansAreTheKalmanFiltersAlsoOverGaps() {
    double[] x = damped(60);
    Means means = new Means(x.length);
    new RolloutFilter(DAMPED.rollout(20_000)).run(sequence(x), x.length, Randomness.of(1), means);
    double[] exact = DAMPED.exact(x).filtered();
    for (int t = 0; t < x.length; t++) {
      assertEquals(exact[t], means.filtered[t], 0.03, "step " + t);
      if (t > 0) assertEquals(0.8 * exact[t - 1], means.predicted[t], 0.03, "step " + t);
    }
  }

  @Test
  void nothingBeforeAStepMovesWhenTheStepChanges() {
    double[] x = damped(30);
    double[] changed = x.clone();
    changed[20] += 3;
    Means before = new Means(x.length);
    Means after = new Means(x.length);
    RolloutFilter filter = new RolloutFilter(DAMPED.rollout(300));
    filter.run(sequence(x), x.length, Randomness.of(1), before);
    filter.run(sequence(changed), x.length, Randomness.of(1), after);
    assertTrue(Arrays.equals(before.filtered, 0, 20, after.filtered, 0, 20));
    assertTrue(Arrays.equals(before.predicted, 0, 21, after.predicted, 0, 21));
    assertTrue(Math.abs(before.filtered[20] - after.filtered[20]) > 0.5);
  }

  @Test
  void pathsDrawnBackwardsHaveTheSmoothersMeansAndVariances() {
    double[] x = damped(40);
    Rollout rollout = DAMPED.rollout(2000);
    History history = new History();
    new RolloutFilter(rollout).run(sequence(x), x.length, Randomness.of(1), history);
    float[][] paths = new SmoothedPaths(rollout, sequence(x), history).draw(1000, Randomness.of(2));
    LinearGaussian.Exact exact = DAMPED.exact(x);
    for (int t = 0; t < x.length; t++) {
      double mean = 0;
      double square = 0;
      for (float z : paths[t]) {
        mean += z / 1000.0;
        square += (double) z * z / 1000;
      }
      assertEquals(exact.smoothed()[t], mean, 0.09, "mean at " + t);
      assertEquals(exact.smoothedVariance()[t], square - mean * mean, 0.06, "variance at " + t);
    }
  }

  @Test
  void anImpossibleObservationLeavesTheParticlesAsTheyWere() {
    double[] x = {0.1, 1e30, 0.2};
    Means means = new Means(3);
    RolloutFilter.Outcome outcome =
        new RolloutFilter(DAMPED.rollout(100)).run(sequence(x), 3, Randomness.of(1), means);
    assertTrue(Double.isFinite(means.filtered[2]));
    assertTrue(outcome.logLikelihood() < -1e20);
  }
}
