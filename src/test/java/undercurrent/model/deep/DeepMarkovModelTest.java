package undercurrent.model.deep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import undercurrent.math.GradientCheck;
import undercurrent.math.Randomness;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.Conditioning;
import undercurrent.model.Posterior;
import undercurrent.model.Rollout;
import undercurrent.series.Sequence;
import undercurrent.series.Support;
import undercurrent.settings.Settings;

class DeepMarkovModelTest {
  private static final DeepSettings SMALL =
      Settings.with(DeepSettings.defaults(), "hiddenUnits", 5);

  private static DeepMarkovModel model(DeepSettings settings, boolean binary) {
    return DeepMarkovModel.of(
        settings,
        ChannelStatistics.plain(new double[] {0.4, 0.6}, binary ? Support.BINARY : Support.REAL),
        5);
  }

  private static Sequence sequence(int steps, long seed, boolean binary) {
    Randomness random = Randomness.of(seed);
    float[] values = new float[2 * steps];
    float[] mask = new float[2 * steps];
    for (int i = 0; i < values.length; i++) {
      values[i] = binary ? random.below(2) : (float) random.normal();
      mask[i] = random.uniform() < 0.8 ? 1 : 0;
    }
    return new Sequence(0, 0, steps, values, mask);
  }

  static Stream<DeepSettings> everyKind() {
    List<DeepSettings> all = new ArrayList<>();
    for (NetworkKind network : NetworkKind.values()) {
      all.add(Settings.with(SMALL, "network", network));
    }
    all.add(Settings.with(Settings.with(SMALL, "network", "structured_both"), "cell", "lstm"));
    all.add(Settings.with(SMALL, "transition", "mlp"));
    all.add(Settings.with(SMALL, "prior", "standard"));
    all.add(Settings.with(SMALL, "noise", "fixed"));
    all.add(Settings.with(SMALL, "noise", "state_dependent"));
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("everyKind")
  void elboHasTheRightGradientForEveryKind(DeepSettings settings) {
    checkGradient(model(settings, false), false);
  }

  @Test
  void elboHasTheRightGradientForBinaryData() {
    checkGradient(model(SMALL, true), true);
  }

  private static void checkGradient(DeepMarkovModel model, boolean binary) {
    Tape tape = new Tape(model.parameters());
    MarkovObjective objective = model.record(tape, 4, 3);
    objective.clear();
    objective.put(0, sequence(4, 1, binary));
    objective.put(1, sequence(2, 2, binary));
    objective.put(2, sequence(4, 3, binary));
    objective.noise(Randomness.of(9));
    List<Value> outputs = List.of(objective.logLikelihood(), objective.klTerms());
    GradientCheck.check(tape, model.parameters(), outputs, new double[] {0.1, -0.05}, 150);
  }

  @Test
  void paddingCountsForNothing() {
    DeepMarkovModel model = model(SMALL, false);
    double[] elbo = new double[2];
    for (int padded = 0; padded < 2; padded++) {
      MarkovObjective objective = model.record(new Tape(model.parameters()), 3 + 4 * padded, 1);
      objective.clear();
      objective.put(0, sequence(3, 4, false));
      objective.noise(Randomness.of(2));
      objective.forward();
      elbo[padded] = objective.terms().value(1);
    }
    assertEquals(elbo[0], elbo[1]);
  }

  @ParameterizedTest
  @CsvSource({"overshooting, 3", "dropout, 0.5"})
  void whatIsForTrainingAloneDoesNotChangeTheBoundThatIsMeasured(String key, String value) {
    DeepMarkovModel plain = model(SMALL, false);
    DeepMarkovModel other = model(Settings.with(SMALL, key, value), false);
    double[] training = new double[2];
    double[] measured = new double[2];
    for (int i = 0; i < 2; i++) {
      DeepMarkovModel model = i == 0 ? plain : other;
      training[i] = bound(model, new Tape(model.parameters()));
      measured[i] = bound(model, new Tape(model.parameters(), false));
    }
    assertEquals(training[0], measured[0]);
    assertEquals(measured[0], measured[1]);
    assertNotEquals(training[0], training[1]);
  }

  private static double bound(DeepMarkovModel model, Tape tape) {
    MarkovObjective objective = model.record(tape, 6, 1);
    objective.clear();
    objective.put(0, sequence(6, 4, false));
    objective.noise(Randomness.of(2));
    objective.forward();
    return objective.terms().value(1);
  }

  @ParameterizedTest
  @EnumSource(NetworkKind.class)
  void aNetworkSeesTheFutureOnlyIfItSaysSo(NetworkKind kind) {
    DeepMarkovModel model = model(Settings.with(SMALL, "network", kind), false);
    Sequence before = sequence(6, 8, false);
    float[] changed = before.values().clone();
    changed[2 * 4] += 1;
    float[] mask = before.mask().clone();
    java.util.Arrays.fill(mask, 1);
    Posterior posterior = model.posterior(6, 3);
    float[] first = mean(posterior, new Sequence(0, 0, 6, before.values(), mask));
    float[] second = mean(posterior, new Sequence(0, 0, 6, changed, mask));
    int atThree = (3 * 3) * 2;
    int atFour = (4 * 3) * 2;
    if (kind.seesFuture()) assertNotEquals(first[atThree], second[atThree]);
    else assertEquals(first[atThree], second[atThree]);
    assertNotEquals(first[atFour], second[atFour]);
    assertEquals(
        kind.seesFuture() ? Conditioning.SMOOTHED : Conditioning.FILTERED, model.conditioning());
  }

  private static float[] mean(Posterior posterior, Sequence sequence) {
    return posterior.draw(sequence, Randomness.of(4)).mean().clone();
  }

  @Test
  void gatedTransitionStartsNearTheIdentity() {
    DeepMarkovModel model = model(SMALL, false);
    for (var entry : model.parameters().entries()) {
      if (!entry.name().startsWith("transition.mean")) continue;
      for (int i = 0; i < entry.size(); i++) {
        boolean diagonal = entry.rows() == 2 && i % 3 == 0;
        assertEquals(diagonal ? 1f : 0f, model.parameters().data()[entry.offset() + i]);
      }
    }
  }

  @Test
  void theGenerativeHalfAndTheElboUseTheSameTransition() {
    DeepMarkovModel model = model(SMALL, false);
    MarkovObjective objective = model.record(new Tape(model.parameters()), 3, 1);
    objective.clear();
    objective.put(0, sequence(3, 4, false));
    objective.noise(Randomness.of(2));
    objective.forward();
    Value z = objective.drawn().z();
    float[] after = {0.3f, -0.4f};
    Rollout.Transition next = model.rollout(1).transition().orElseThrow();
    next.from(Rollout.Step.of(sequence(3, 4, false), 1), new float[] {z.get(0, 0), z.get(0, 1)});
    double expected = 0;
    for (int i = 0; i < 2; i++) {
      double sd = objective.next().sd().get(0, i);
      double u = ((double) after[i] - objective.next().mean().get(0, i)) / sd;
      expected -= 0.5 * u * u + Math.log(sd) + 0.5 * Math.log(2 * Math.PI);
    }
    assertEquals(expected, next.logDensity(0, after, 0), 1e-12);
  }
}
