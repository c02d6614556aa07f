package undercurrent.model.deep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
    "coupled_pair, 2, structured_both with a flow"
  })
  void theBoundHasTheRightGradient(String equations, int size, String how) {
    DeepSettings settings = settings("equations", equations, "latentSize", size);
    settings = Settings.with(settings, "network", how.split(" ")[0]);
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

  private static void assertRefused(String sentence, int size, DeepSettings settings) {
    Exception refused = assertThrows(IllegalArgumentException.class, () -> model(size, settings));
    assertEquals(sentence, refused.getMessage());
  }
}
