package undercurrent.model.kvae;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static undercurrent.model.kvae.KalmanVaeGolden.A;
import static undercurrent.model.kvae.KalmanVaeGolden.D;
import static undercurrent.model.kvae.KalmanVaeGolden.STATES;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import undercurrent.math.DeepGolden;
import undercurrent.math.Parameters;
import undercurrent.math.Randomness;
import undercurrent.math.Tape;
import undercurrent.model.deep.ChannelStatistics;
import undercurrent.model.linear.FilterResult;
import undercurrent.model.linear.KalmanFilter;
import undercurrent.model.linear.KalmanSmoother;
import undercurrent.model.linear.LinearSystem;
import undercurrent.model.linear.Moments;
import undercurrent.model.linear.Observations;
import undercurrent.series.Sequence;
import undercurrent.series.Support;

/** The linear model inside a Kalman VAE, beside the program's filter of linear systems. */
final class KalmanVaeLinearTest {
  private static final int STEPS = 12;

  private static KalmanVae one(int modes) {
    ChannelStatistics channels = ChannelStatistics.plain(new double[D], Support.REAL);
    KalmanVae model = new KalmanVae(KalmanVaeGolden.settings(modes), channels, 0, 3);
    Randomness random = Randomness.of(5);
    Parameters p = model.parameters();
    for (String name : List.of("modes.f", "modes.h")) {
      Parameters.Entry entry = DeepGolden.entry(p, name);
      for (int i = 0; i < entry.size(); i++) {
        p.set(entry, i, p.get(entry, i) + 0.2 * random.normal());
      }
    }
    return model;
  }

  /** With a gap of three steps and one at the end. */
  private static Sequence gappy() {
    float[] values = new float[STEPS * D];
    float[] mask = new float[STEPS * D];
    for (int t = 0; t < STEPS; t++) {
      for (int d = 0; d < D; d++) {
        boolean isMissing = (t >= 4 && t < 7) || t == STEPS - 1;
        mask[t * D + d] = isMissing ? 0 : 1;
        values[t * D + d] = isMissing ? 0 : (float) Math.sin(0.6 * t + d);
      }
    }
    return new Sequence(0, 0, STEPS, values, mask);
  }

  /** One mode: log p(a) is that of a linear system, to ten digits, also where steps are missing. */
  @Test
  void oneModeIsALinearSystem() {
    KalmanVae model = one(1);
    KalmanVaeObjective objective =
        new KalmanVaeObjective(model, new Tape(model.parameters()), STEPS, 1);
    objective.clear();
    objective.put(0, gappy());
    objective.noise(Randomness.of(9));
    objective.forward();
    double[][] a = new double[STEPS][A];
    for (int t = 0; t < STEPS; t++) {
      boolean isMissing = gappy().observedAt(t) == 0;
      for (int i = 0; i < A; i++) a[t][i] = isMissing ? Double.NaN : objective.path().get(t, i);
    }
    LinearSystem system = model.system(same(new double[] {1}), new double[STEPS][0]);
    double[] expected = KalmanFilter.filter(system, Observations.of(a)).logLikelihoods();
    for (int t = 0; t < STEPS; t++) {
      assertEquals(
          expected[t],
          objective.filter().logDensity(t, 0),
          1e-10 * Math.max(1, Math.abs(expected[t])));
    }
  }

  private static double[][] same(double[] weights) {
    double[][] all = new double[STEPS][];
    java.util.Arrays.fill(all, weights);
    return all;
  }

  private static double[][] table(JsonNode node) {
    double[][] table = new double[node.size()][];
    for (int t = 0; t < table.length; t++) {
      table[t] = new double[node.get(t).size()];
      for (int i = 0; i < table[t].length; i++) {
        JsonNode number = node.get(t).get(i);
        table[t][i] = number.isNull() ? Double.NaN : number.doubleValue();
      }
    }
    return table;
  }

  /** Predicted, filtered and smoothed, by the weights and encodings of the known answers. */
  @Test
  void theStatesAreTheKnownOnes() {
    KalmanVae model = KalmanVaeGolden.model();
    for (int b = 0; b < 2; b++) {
      JsonNode golden = KalmanVaeGolden.sequenceNode(b);
      int steps = KalmanVaeGolden.length(b);
      double[][] inputs = new double[steps][1];
      for (int t = 0; t < steps; t++) inputs[t][0] = Math.cos(0.6 * t + 0.5 * b);
      LinearSystem system = model.system(table(golden.get("alpha")), inputs);
      FilterResult run = KalmanFilter.filter(system, Observations.of(table(golden.get("a"))));
      assertMoments(golden, "predicted", run.predicted());
      assertMoments(golden, "filtered", run.filtered());
      assertMoments(golden, "smoothed", KalmanSmoother.smooth(run).smoothed());
    }
  }

  private static void assertMoments(JsonNode golden, String kind, Moments actual) {
    JsonNode mean = golden.get("z " + kind + " mean");
    JsonNode covariance = golden.get("z " + kind + " covariance");
    for (int t = 0; t < actual.steps(); t++) {
      for (int i = 0; i < STATES; i++) {
        assertEquals(mean.get(t).get(i).doubleValue(), actual.mean(t, i), 1e-5, kind);
        for (int j = 0; j < STATES; j++) {
          double expected = covariance.get(t).get(i).get(j).doubleValue();
          double most = 1e-5 * Math.max(1, Math.abs(expected));
          assertEquals(expected, actual.covariance(t, i, j), most, kind);
        }
      }
    }
  }

  /**
   * What a bound loses that draws each state by itself from its smoothed marginal, which is why
   * this one draws none: log p(a) − E[log p(a, z) − Σ log q(zₜ)], of constant velocities.
   */
  @Test
  void independentDrawsOfStatesWouldCostTheKnownGap() {
    int steps = 20;
    ChannelStatistics channels = ChannelStatistics.plain(new double[D], Support.REAL);
    KalmanVae model = new KalmanVae(KalmanVaeGolden.settings(1), channels, 0, 1);
    Parameters p = model.parameters();
    Parameters.Entry h = DeepGolden.entry(p, "modes.h");
    for (int i = 0; i < h.size(); i++) p.set(h, i, i == 0 || i == STATES + 1 ? 1 : 0);
    Parameters.Entry f = DeepGolden.entry(p, "modes.f");
    p.set(f, 2, 0.2);
    p.set(f, STATES + 3, 0.2);
    double[][] weights = new double[steps][];
    java.util.Arrays.fill(weights, new double[] {1});
    LinearSystem system = model.system(weights, new double[steps][0]);
    FilterResult run = KalmanFilter.filter(system, Observations.of(new double[steps][A]));
    Moments z = KalmanSmoother.smooth(run).smoothed();
    double q = 0.08;
    double r = 0.03;
    double first = 20;
    double sum = 0;
    for (int t = 0; t < steps; t++) {
      // All means are 0, as the observations are: what is expected of squares is a covariance.
      for (int i = 0; i < A; i++) sum += gaussian(z.covariance(t, i, i), r);
      for (int i = 0; i < STATES; i++) {
        double square = z.covariance(t, i, i);
        if (t > 0) {
          double[][] before = new double[STATES][STATES];
          for (int j = 0; j < STATES; j++) {
            for (int k = 0; k < STATES; k++) before[j][k] = z.covariance(t - 1, j, k);
          }
          square += before[i][i];
          if (i < A) square += 0.4 * before[i][i + 2] + 0.04 * before[i + 2][i + 2];
        }
        sum += gaussian(square, t == 0 ? first : q);
      }
      sum += 0.5 * (STATES * (1 + Math.log(2 * Math.PI)) + logDeterminant(z, t));
    }
    double golden =
        KalmanVaeGolden.ALL
            .get("KL of independent draws from the joint, T = 20 (KV-2 of MODELS.md)")
            .doubleValue();
    assertEquals(82.0735, golden, 1e-3);
    assertEquals(golden, run.logLikelihood().value() - sum, 1e-3);
  }

  /** E log N(x; 0, variance) by E x². */
  private static double gaussian(double square, double variance) {
    return -0.5 * (Math.log(2 * Math.PI * variance) + square / variance);
  }

  /** By elimination. */
  private static double logDeterminant(Moments z, int t) {
    double[][] a = new double[STATES][STATES];
    for (int i = 0; i < STATES; i++) {
      for (int j = 0; j < STATES; j++) a[i][j] = z.covariance(t, i, j);
    }
    double sum = 0;
    for (int k = 0; k < STATES; k++) {
      sum += Math.log(a[k][k]);
      for (int i = k + 1; i < STATES; i++) {
        double factor = a[i][k] / a[k][k];
        for (int j = k; j < STATES; j++) a[i][j] -= factor * a[k][j];
      }
    }
    return sum;
  }

  /** Step by step the moments are those of the filter of the system that the weights make. */
  @Test
  void stepByStepItIsTheSameFilter() {
    KalmanVae model = KalmanVaeGolden.model();
    Sequence sequence = KalmanVaeGolden.sequence(0);
    KalmanVaeFilter filter = new KalmanVaeFilter(model, 2);
    int rows = 6;
    double[][] weights = new double[rows][];
    double[][] a = new double[rows][];
    double[][] inputs = new double[rows][1];
    for (int t = 0; t < rows; t++) {
      filter.step(sequence, t, t < 3, Randomness.of(t));
      weights[t] = filter.weights(1);
      a[t] = filter.wasSeen() ? filter.encoding(1) : new double[] {Double.NaN, Double.NaN};
      inputs[t][0] = sequence.inputsAt(t)[0];
      assertEquals(t < 3, filter.wasSeen());
    }
    FilterResult run = KalmanFilter.filter(model.system(weights, inputs), Observations.of(a));
    // Beyond what was seen the layer reads what the filter expects.
    Moments last = run.filtered();
    double[] h = model.modes().mixed(undercurrent.model.linear.SystemPart.EMISSION, weights[5]);
    for (int i = 0; i < A; i++) {
      double expected = 0;
      for (int j = 0; j < STATES; j++) expected += h[i * STATES + j] * last.mean(5, j);
      assertEquals(expected, filter.encoding(1)[i], 1e-5);
    }
    assertPathsFollow(model, filter, sequence, run, 5);
  }

  /** Paths that go on have the mean and the spread that the filter predicts. */
  private static void assertPathsFollow(
      KalmanVae model, KalmanVaeFilter filter, Sequence sequence, FilterResult run, int from) {
    int rows = 4000;
    Randomness random = Randomness.of(17);
    float[] all = filter.states(2 * rows, random);
    KalmanVaeRollout rollout = new KalmanVaeRollout(model, rows);
    float[] state = new float[rows * rollout.stateSize()];
    for (int r = 0; r < rows; r++) {
      // Every second state is of the path that is compared.
      int size = rollout.stateSize();
      System.arraycopy(all, (2 * r + 1) * size, state, r * size, size);
    }
    Moments now = run.filtered();
    for (int i = 0; i < STATES; i++) {
      assertSample(state, rollout.stateSize(), i, now.mean(from, i), now.variance(from, i));
    }
    float[] noise = new float[rows * rollout.latentSize()];
    random.normals(noise, 0, noise.length);
    rollout.step(undercurrent.model.Rollout.Step.of(sequence, from + 1), noise, state);
    // All paths read the same, so that they have the same matrices.
    StateLayout layout = StateLayout.of(model);
    double[] expected = new double[A];
    for (int r = 0; r < rows; r++) {
      for (int i = 0; i < A; i++) expected[i] += state[layout.read(r) + i] / rows;
    }
    for (int i = 0; i < A; i++) {
      assertEquals(expected[i], state[layout.read(7) + i], 1e-5);
      double sum = 0;
      for (int r = 0; r < rows; r++) sum += state[layout.encoding(r) + i] / rows;
      assertEquals(expected[i], sum, 0.3);
    }
    assertTrue(Double.isFinite(rollout.emit(state).mean()[0]));
  }

  private static void assertSample(
      float[] state, int size, int place, double mean, double variance) {
    int count = state.length / size;
    double sum = 0;
    double squares = 0;
    for (int r = 0; r < count; r++) sum += state[r * size + place] / count;
    for (int r = 0; r < count; r++) {
      squares += Math.pow(state[r * size + place] - mean, 2) / count;
    }
    assertEquals(mean, sum, 4 * Math.sqrt(variance / count));
    assertEquals(1, squares / variance, 0.1);
  }

  /** In the first stage the layer stays as it is, and then it is trained. */
  @Test
  void weightsAreTheSameAtFirst() {
    KalmanVae model = one(2);
    KalmanVaeObjective objective =
        new KalmanVaeObjective(model, new Tape(model.parameters()), STEPS, 1);
    objective.clear();
    objective.put(0, gappy());
    objective.noise(Randomness.of(9));
    Parameters.Entry head = DeepGolden.entry(model.parameters(), "mixing.weights.weight");
    Parameters.Entry f = DeepGolden.entry(model.parameters(), "modes.f");
    for (double done : new double[] {0, 0.09, 0.1, 0.5}) {
      objective.progress(done);
      objective.forward();
      objective.backward(1, STEPS);
      assertEquals(done >= 0.1, size(objective, head) > 0, "at " + done);
      assertTrue(size(objective, f) > 0);
    }
  }

  private static double size(KalmanVaeObjective objective, Parameters.Entry entry) {
    double sum = 0;
    for (int i = 0; i < entry.size(); i++) {
      sum += Math.abs(objective.tape().gradient()[entry.offset() + i]);
    }
    return sum;
  }
}
