package undercurrent.model.deep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import undercurrent.math.GradientCheck;
import undercurrent.math.Parameters;
import undercurrent.math.Randomness;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.Normal;
import undercurrent.model.formula.Evaluator;
import undercurrent.model.formula.Formula;
import undercurrent.series.RungeKutta;
import undercurrent.series.Sequence;
import undercurrent.series.Support;
import undercurrent.settings.Settings;

/** Known systems in place of networks, by their equations written out here. */
final class GivenSystemTest {
  private static DeepSettings settings(Object... changes) {
    DeepSettings settings = Settings.with(DeepSettings.defaults(), "hiddenUnits", 4);
    for (int i = 0; i < changes.length; i += 2) {
      settings = Settings.with(settings, (String) changes[i], changes[i + 1]);
    }
    return settings;
  }

  /** Channels whose values the model sees as (x − 3)/2. */
  private static ChannelStatistics channels(int size) {
    double[] shift = new double[size];
    double[] scale = new double[size];
    java.util.Arrays.fill(shift, 3);
    java.util.Arrays.fill(scale, 2);
    return new ChannelStatistics(new double[size], shift, scale, new double[size], Support.REAL);
  }

  private static DeepMarkovModel model(int size, DeepSettings settings) {
    return DeepMarkovModel.of(settings, channels(size), 1);
  }

  @ParameterizedTest
  @CsvSource({"drifting_walk, 1.4, 20", "sine_drift, 1.4, 5"})
  void densitiesOfAWalkAreThoseOfItsEquations(String equations, double z, double variance) {
    DeepMarkovModel model = model(1, settings("equations", equations, "latentSize", 1));
    Tape tape = new Tape(model.parameters());
    Value state = Constants.rows(tape, 2, z);
    Value context = tape.input(2, 0);
    Normal next = model.transition().record(tape, state, context);
    Normal first = model.prior().record(tape, context);
    Normal emitted = model.emission().record(tape, state).moments(tape);
    tape.forward();
    boolean isSine = equations.equals("sine_drift");
    assertEquals(z + (isSine ? 2 * Math.sin(z) : 0.05), next.mean().get(1, 0), 1e-6);
    assertEquals(Math.sqrt(isSine ? 5 : 10), next.sd().get(1, 0), 1e-6);
    assertEquals(0, first.mean().get(0, 0));
    assertEquals(1, first.sd().get(0, 0));
    // In the units of the model (x − 3)/2.
    assertEquals((z / 2 - 3) / 2, emitted.mean().get(0, 0), 1e-6);
    assertEquals(Math.sqrt(variance) / 2, emitted.sd().get(0, 0), 1e-6);
  }

  @Test
  void theCoupledPairMovesByItsEquations() {
    DeepMarkovModel model = model(2, settings("equations", "coupled_pair"));
    Parameters parameters = model.parameters();
    set(parameters, "transition.alpha", 0.7);
    set(parameters, "transition.beta", -0.3);
    Tape tape = new Tape(parameters);
    Value z = Constants.rows(tape, 1, 0.9, -1.6);
    Normal next = model.transition().record(tape, z, tape.input(1, 0));
    tape.forward();
    assertEquals(0.2 * 0.9 + Math.tanh(0.7 * -1.6), next.mean().get(0, 0), 1e-6);
    assertEquals(0.2 * -1.6 + Math.sin(-0.3 * 0.9), next.mean().get(0, 1), 1e-6);
    assertEquals(1, next.sd().get(0, 1));
  }

  private static final String TYPED =
      """
      a' = 0.2*a + tanh(alpha*b) + noise
      b' = 0.2*b + sin(beta*a) + noise
      y1 = a/2 + s*noise
      y2 = b/2 + sqrt(0.1)*noise
      a(0) = 0 +- 1; b(0) = 0.5 +- 2
      alpha ~ 0.3; beta ~ -0.2; s ~ -0.7
      """;

  @Test
  void typedEquationsAreRecordedAsTheyStand() {
    DeepMarkovModel model = model(2, settings("equations", "formula", "formula", TYPED));
    Tape tape = new Tape(model.parameters());
    Value z = Constants.rows(tape, 2, 0.9, -1.6);
    Value context = tape.input(2, 0);
    Normal next = model.transition().record(tape, z, context);
    Normal first = model.prior().record(tape, context);
    Normal emitted = model.emission().record(tape, z).moments(tape);
    tape.forward();
    assertEquals(List.of("alpha", "beta", "s"), List.copyOf(model.systemParameters().keySet()));
    assertEquals(-0.2, model.systemParameters().getOrDefault("beta", 0.0), 1e-7);
    assertEquals(0.2 * 0.9 + Math.tanh(0.3 * -1.6), next.mean().get(1, 0), 1e-6);
    assertEquals(0.2 * -1.6 + Math.sin(-0.2 * 0.9), next.mean().get(0, 1), 1e-6);
    assertEquals(1, next.sd().get(1, 1), 1e-6);
    assertEquals(0.5, first.mean().get(1, 1), 1e-6);
    assertEquals(2, first.sd().get(1, 1), 1e-6);
    // In the units of the model (x − 3)/2.
    assertEquals((0.45 - 3) / 2, emitted.mean().get(1, 0), 1e-6);
    assertEquals(0.7 / 2, emitted.sd().get(0, 0), 1e-6);
    assertEquals(Math.sqrt(0.1) / 2, emitted.sd().get(0, 1), 1e-6);
  }

  /** Every function, against the same in double precision. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "x*v/2 - (x - v) + k", "sin(x)*cos(v) - tan(x/3)", "tanh(x) + exp(v) + log(2 + x)",
        "sqrt(1 + x^2) + abs(v) - abs(x)", "min(x, v)*max(x, 2*v) + max(k, x)", "-x^3 + x^-2",
        "x^0.5 + x^1.7 + x^k + 2^v + x^0 + x^8"
      })
  void theTapeHasTheValuesAndSlopesOfTheFormula(String expression) {
    for (String form : List.of("x' = %s; v' = v", "dx/dt = 0.1*(%s); dv/dt = -v")) {
      String text = form.formatted(expression) + "; y1 = x; y2 = %s; k ~ 3".formatted(expression);
      DeepMarkovModel model = model(2, settings("equations", "formula", "formula", text));
      Tape tape = new Tape(model.parameters());
      double[] z = {0.7, -0.4};
      Value states = Constants.rows(tape, 1, z);
      Value next = model.transition().record(tape, states, tape.input(1, 0)).mean();
      Value seen = model.emission().record(tape, states).moments(tape).mean();
      tape.forward();
      Formula formula = Formula.of(text);
      double[] expected =
          formula.isContinuous()
              ? RungeKutta.steps(
                  (x, change) -> formula.motion(new double[] {3}, 1).values(x, 2, 1, change, 2),
                  z,
                  0.5,
                  2)
              : out(formula.motion(new double[] {3}, 1), z);
      assertEquals(expected[0], next.get(0, 0), 1e-5 * (1 + Math.abs(expected[0])), expression);
      assertEquals(expected[1], next.get(0, 1), 1e-5, expression);
      double[] observed = out(formula.observation(new double[] {3}, 1), z);
      assertEquals((observed[1] - 3) / 2, seen.get(0, 1), 1e-5, expression);
      GradientCheck.check(
          tape, model.parameters(), List.of(next, seen), new double[] {0.3, -0.2}, 20);
    }
  }

  private static double[] out(Evaluator evaluator, double[] z) {
    double[] out = new double[2];
    evaluator.values(z, 2, 1, out, 2);
    return out;
  }

  private static void set(Parameters parameters, String name, double number) {
    for (Parameters.Entry entry : parameters.entries()) {
      if (entry.name().equals(name)) parameters.data()[entry.offset()] = (float) number;
    }
  }

  @ParameterizedTest
  @CsvSource({
    "drifting_walk, 1, structured_both",
    "sine_drift, 1, product_future",
    "sine_drift, 1, mean_field_both",
    "coupled_pair, 2, kalman_update",
    "coupled_pair, 2, structured_future",
    "coupled_pair, 2, structured_both with a flow",
    "formula, 2, structured_both",
    "formula, 2, kalman_update"
  })
  void theBoundHasTheRightGradient(String equations, int size, String how) {
    DeepSettings settings = settings("equations", equations, "latentSize", size);
    settings = Settings.with(settings, "network", how.split(" ")[0]);
    settings = Settings.with(settings, "formula", TYPED);
    settings = Settings.with(settings, "flowSteps", how.endsWith("flow") ? 1 : 0);
    DeepMarkovModel model = model(size, settings);
    if (size == 2) set(model.parameters(), "transition.alpha", 0.4);
    Tape tape = new Tape(model.parameters());
    MarkovObjective objective = model.record(tape, 4, 2);
    objective.clear();
    Randomness random = Randomness.of(3);
    for (int b = 0; b < 2; b++) {
      float[] values = new float[4 * size];
      float[] mask = new float[4 * size];
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) random.normal();
        mask[i] = i == 2 ? 0 : 1;
      }
      objective.put(b, new Sequence(0, 0, 4, values, mask));
    }
    objective.noise(random);
    List<Value> outputs = List.of(objective.logLikelihood(), objective.klTerms());
    GradientCheck.check(tape, model.parameters(), outputs, new double[] {0.1, -0.05}, 150);
  }

  @Test
  void aFixedTransitionHasTheKnownParametersAndIsHeld() {
    DeepSettings fixed = settings("equations", "coupled_pair", "fix", "transition,emission");
    Parameters parameters = model(2, fixed).parameters();
    List<String> held = parameters.held().stream().map(Parameters.Entry::name).toList();
    assertEquals(List.of("transition.alpha", "transition.beta"), held);
    assertEquals(0.5f, parameters.data()[parameters.held().getFirst().offset()]);
    assertEquals(-0.1f, parameters.data()[parameters.held().getLast().offset()]);
    assertTrue(model(2, settings("equations", "coupled_pair")).parameters().held().isEmpty());
  }

  @Test
  void whatDoesNotFitIsRefused() {
    assertRefused(
        "The setting 'latentSize' must be 1 with the equations 'drifting-walk'.",
        1,
        settings("equations", "drifting_walk"));
    assertRefused(
        "The equations 'sine-drift' are those of 1 observed channels, and the data have 2; choose"
            + " other columns or equations.",
        2,
        settings("equations", "sine_drift", "latentSize", 1));
    assertRefused(
        "The setting 'fix' would keep the transition as it was drawn at random; choose 'equations'"
            + " to give it, or set fix to 'none'.",
        1,
        settings("fix", "transition"));
    Exception refused =
        assertThrows(IllegalArgumentException.class, () -> settings("fix", "everything"));
    assertEquals(
        "The setting 'fix' cannot be 'everything'; it is written like transition,emission.",
        refused.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          x' = x*t; y = x | 8 | a Deep Markov Model gives its equations no time; leave it out.
          x' = x+u; y = x | 8 | a Deep Markov Model gives its equations no inputs; leave it out.
          dx/dt = v; dv/dt = noise; y = x | 2 | a Deep Markov Model needs noise on every state; add + 0.1*noise to this one.
          """)
  void whatNoNetworkKnowsIsRefusedWithItsPlace(String text, int column, String what) {
    assertRefused(
        "In the equations, line 1, column %s: %s".formatted(column, what),
        1,
        settings("equations", "formula", "formula", text));
  }

  private static void assertRefused(String sentence, int size, DeepSettings settings) {
    Exception refused = assertThrows(IllegalArgumentException.class, () -> model(size, settings));
    assertEquals(sentence, refused.getMessage());
  }
}
