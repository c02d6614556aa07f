package undercurrent.model.deep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import undercurrent.math.GradientCheck;
import undercurrent.math.Parameters;
import undercurrent.math.Randomness;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.Normal;
import undercurrent.model.Rollout;
import undercurrent.series.Channel;
import undercurrent.series.Dataset;
import undercurrent.series.Series;
import undercurrent.series.SeriesSet;
import undercurrent.series.Split;
import undercurrent.series.TimeAxis;
import undercurrent.settings.Settings;

/** How deep Markov models read uneven times. */
final class GapReadingTest {
  /** The typical gap of the data is 2. */
  private static Dataset data(int channels) {
    double[] times = {0, 2, 4, 10, 12, 14, 15};
    Randomness random = Randomness.of(6);
    double[][] values = new double[times.length][channels];
    for (double[] row : values) for (int d = 0; d < channels; d++) row[d] = random.normal();
    values[2][0] = Double.NaN;
    List<Channel> observed = new ArrayList<>();
    for (int d = 0; d < channels; d++) {
      observed.add(new Channel("x" + d, "", Channel.Kind.REAL, Channel.Role.OBSERVED));
    }
    TimeAxis time = new TimeAxis("t", "", false, false);
    List<Series> series = List.of(new Series("a", times, values));
    return Dataset.of(new SeriesSet("uneven", observed, time, series, Split.NONE), 0);
  }

  private static DeepSettings settings(Object... changes) {
    DeepSettings settings = Settings.with(DeepSettings.defaults(), "hiddenUnits", 4);
    settings = Settings.with(settings, "gaps", true);
    for (int i = 0; i < changes.length; i += 2) {
      settings = Settings.with(settings, (String) changes[i], changes[i + 1]);
    }
    return settings;
  }

  private static DeepMarkovModel model(int channels, Object... changes) {
    return DeepMarkovModel.of(settings(changes), data(channels), 1);
  }

  /** p(zₜ|zₜ₋₁) after a gap, as mean and deviation of each dimension. */
  private static double[][] after(DeepMarkovModel model, float gap, double... z) {
    Tape tape = new Tape(model.parameters());
    Value context = tape.input(1, model.sides().contextSize());
    int size = model.observationSize();
    Rollout.Step step = new Rollout.Step(new float[0], gap, new float[size], new float[size]);
    model.sides().fillContext(step, 0, context.data(), 0);
    Normal next = model.transition().record(tape, Constants.rows(tape, 1, z), context);
    tape.forward();
    double[][] both = new double[2][z.length];
    for (int i = 0; i < z.length; i++) {
      both[0][i] = next.mean().get(0, i);
      both[1][i] = next.sd().get(0, i);
    }
    return both;
  }

  /** A walk of k steps has k times the drift and the variance of one. */
  @ParameterizedTest
  @CsvSource({"2, 1", "0.1, 1", "3.1, 2", "6, 3", "16, 8", "1e9, 8", "NaN, 1"})
  void aKnownWalkIsTakenAsOftenAsTheGapIsLong(float gap, int steps) {
    DeepMarkovModel model = model(1, "equations", "drifting_walk", "latentSize", 1);
    double[][] next = after(model, gap, 1.4);
    assertEquals(1.4 + steps * 0.05, next[0][0], 1e-5);
    assertEquals(Math.sqrt(steps * 10), next[1][0], 1e-5);
  }

  /** Moments of three steps of a nonlinear system, beside 200,000 paths of it. */
  @Test
  void severalStepsOfAKnownSystemHaveTheMomentsOfItsPaths() {
    DeepMarkovModel model = model(2, "equations", "coupled_pair", "fix", "transition");
    double[][] next = after(model, 6, 0.9, -1.6);
    Randomness random = Randomness.of(12);
    double[] sum = new double[2];
    double[] squares = new double[2];
    int paths = 200_000;
    for (int p = 0; p < paths; p++) {
      double a = 0.9;
      double b = -1.6;
      for (int step = 0; step < 3; step++) {
        double first = 0.2 * a + Math.tanh(0.5 * b) + random.normal();
        b = 0.2 * b + Math.sin(-0.1 * a) + random.normal();
        a = first;
      }
      sum[0] += a;
      sum[1] += b;
      squares[0] += a * a;
      squares[1] += b * b;
    }
    for (int i = 0; i < 2; i++) {
      double mean = sum[i] / paths;
      assertEquals(mean, next[0][i], 0.02);
      assertEquals(Math.sqrt(squares[i] / paths - mean * mean), next[1][i], 0.03);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "networks, 1, structured_future",
    "networks, 2, kalman_update",
    "drifting_walk, 1, product_both",
    "coupled_pair, 2, structured_both"
  })
  void theBoundHasTheRightGradient(String equations, int size, String network) {
    DeepMarkovModel model =
        model(size, "equations", equations, "latentSize", size, "network", network);
    Parameters parameters = model.parameters();
    for (Parameters.Entry entry : parameters.entries()) {
      if (entry.name().equals("transition.alpha")) parameters.set(entry, 0, 0.4);
    }
    // Away from the corners of ReLU at which a bias of 0 lies.
    Randomness random = Randomness.of(5);
    float[] weights = parameters.data();
    for (int i = 0; i < weights.length; i++) weights[i] += (float) (0.1 * random.normal());
    Tape tape = new Tape(parameters);
    MarkovObjective objective = model.record(tape, 7, 2);
    objective.clear();
    objective.put(0, data(size).whole().getFirst());
    objective.put(1, data(size).whole().getFirst());
    objective.noise(Randomness.of(3));
    List<Value> outputs = List.of(objective.logLikelihood(), objective.klTerms());
    GradientCheck.check(tape, parameters, outputs, new double[] {0.1, -0.05}, 150);
  }

  /** Networks read the gap in typical ones; what is not known is a typical one. */
  @Test
  void networksReadTheGapAsANumber() {
    DeepMarkovModel model = model(1);
    SideInputs sides = model.sides();
    assertEquals(1, sides.contextSize());
    float[] read = new float[sides.seenSize()];
    sides.fillSeen(data(1).whole().getFirst(), 3, read, 0);
    assertEquals(3f, read[2]);
    double[][] typical = after(model, 2, 0.3, 0.1);
    assertArrayEquals(typical[0], after(model, Float.NaN, 0.3, 0.1)[0]);
    assertTrue(Math.abs(typical[0][0] - after(model, 8, 0.3, 0.1)[0][0]) > 1e-4);
    assertArrayEquals(after(model, 200, 0.3, 0.1)[0], after(model, 1e30f, 0.3, 0.1)[0]);
  }

  @Test
  void withoutTheSettingNothingIsReadOfTimes() {
    DeepMarkovModel plain =
        DeepMarkovModel.of(Settings.with(settings(), "gaps", false), data(1), 1);
    assertEquals(0, plain.sides().contextSize());
    assertEquals(2, plain.sides().seenSize());
    assertArrayEquals(after(plain, 2, 0.3, 0.1)[0], after(plain, 8, 0.3, 0.1)[0]);
  }
}
