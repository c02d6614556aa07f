package undercurrent.model.deep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static undercurrent.math.DeepGolden.assertClose;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import undercurrent.math.DeepGolden;
import undercurrent.math.DoubleOracle;
import undercurrent.math.GradientCheck;
import undercurrent.math.Initial;
import undercurrent.math.Parameters;
import undercurrent.math.Randomness;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.Normal;
import undercurrent.model.Posterior;
import undercurrent.model.Rollout;
import undercurrent.series.Sequence;
import undercurrent.series.Shape;
import undercurrent.series.Support;
import undercurrent.settings.Settings;

/**
 * Every inference network, transition, first state and Gaussian deviation, inputs and overshooting
 * by the known answers of {@code golden/deep/dmm.json}: all values of each step, the sum, and
 * gradients.
 */
final class MarkovGoldenTest {
  private static final JsonNode GOLDEN = DeepGolden.read("dmm");
  private static final JsonNode FLOWS =
      DeepGolden.read("flows")
          .get(
              "IAF on q of dmm.json's structured_future, sampled KL, hidden 3 (z is the z' after"
                  + " the flow)");
  private static final String NETWORKS =
      "networks (gated transition, Gaussian emission with learned sd, GRU, N(0, I) at the first"
          + " step)";
  private static final String VARIANTS = "variants of structured_future";
  private static final int D = 3;
  private static final int Z = 2;
  private static final int[] LENGTHS = {4, 3};
  private static final DeepSettings BASE =
      with(DeepSettings.defaults(), "hiddenUnits", 3, "prior", "standard", "fixedNoise", 0.5);

  private static DeepSettings with(DeepSettings settings, Object... changes) {
    DeepSettings changed = settings;
    for (int i = 0; i < changes.length; i += 2) {
      changed = Settings.with(changed, (String) changes[i], changes[i + 1]);
    }
    return changed;
  }

  /**
   * One of the known answers.
   *
   * @param inputs U
   */
  record Case(String name, DeepSettings settings, int inputs, boolean binary, JsonNode golden) {
    static Case variant(String name, Object... changes) {
      return new Case(name, with(BASE, changes), 0, false, GOLDEN.get(VARIANTS).get(name));
    }

    DeepMarkovModel model() {
      double[] mean = new double[D];
      if (binary) Arrays.fill(mean, 0.5);
      ChannelStatistics channels =
          ChannelStatistics.plain(mean, binary ? Support.BINARY : Support.REAL);
      DeepMarkovModel model = DeepMarkovModel.of(settings, channels, inputs, 1);
      fill(model.parameters());
      fillFlow(model.parameters());
      return model;
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (NetworkKind network : NetworkKind.values()) {
      String name = Settings.text(network).replace('-', '_');
      JsonNode golden = GOLDEN.get(NETWORKS).get(name);
      cases.add(new Case(name, with(BASE, "network", network), 0, false, golden));
    }
    cases.add(Case.variant("transition mlp", "transition", "mlp"));
    cases.add(Case.variant("transition residual", "transition", "residual"));
    cases.add(Case.variant("transition linear", "transition", "linear"));
    cases.add(new Case("inputs", BASE, 1, false, GOLDEN.get(VARIANTS).get("inputs")));
    cases.add(Case.variant("cell lstm", "cell", "lstm"));
    cases.add(Case.variant("first state learned", "prior", "learned"));
    cases.add(Case.variant("first state by transition", "prior", "transition"));
    JsonNode bernoulli = GOLDEN.get(VARIANTS).get("emission bernoulli");
    cases.add(new Case("emission bernoulli", BASE, 0, true, bernoulli));
    cases.add(Case.variant("emission gaussian, fixed sd .5", "noise", "fixed"));
    cases.add(Case.variant("emission gaussian, sd of the state", "noise", "state_dependent"));
    cases.add(Case.variant("overshooting 2", "overshooting", 2));
    for (int steps = 1; steps <= 2; steps++) {
      cases.add(
          new Case(
              "flow of " + steps + " steps",
              with(BASE, "flowSteps", steps),
              0,
              false,
              FLOWS.get(steps + " steps")));
    }
    return cases.stream();
  }

  /** Also those for which there is no known answer. */
  static Stream<Case> allCases() {
    JsonNode none = GOLDEN.get("sizes");
    return Stream.concat(
        cases(),
        Stream.of(
            new Case("edges from x", with(BASE, "edges", true), 0, false, none),
            new Case(
                "residual emission",
                with(BASE, "edges", true, "residualEmission", true),
                1,
                false,
                none),
            new Case(
                "edges from x and inputs",
                with(BASE, "edges", true, "network", "product_past", "transition", "linear"),
                2,
                false,
                none),
            new Case(
                "overshooting 2 with a flow",
                with(BASE, "overshooting", 2, "flowSteps", 1),
                0,
                false,
                none),
            new Case("overshooting 3", with(BASE, "overshooting", 3), 1, false, none),
            new Case("embedding", with(BASE, "embedding", true), 1, false, none),
            new Case("plain cell", with(BASE, "cell", "rnn_tanh"), 0, false, none)));
  }

  private static void fillFlow(Parameters parameters) {
    for (int n = 0; has(parameters, "iaf" + n + ".hidden.weight"); n++) {
      DeepGolden.fill(parameters, "iaf" + n + ".hidden", 200 + 30 * n, 1);
      DeepGolden.fill(parameters, "iaf" + n + ".shift", 210 + 30 * n, 1);
      DeepGolden.fill(parameters, "iaf" + n + ".log_scale", 220 + 30 * n, 1);
    }
  }

  /** As it starts, a flow is the identity, and the bound that without it by sampled KL. */
  @Test
  void aFlowStartsAsTheIdentity() {
    Case of = new Case("identity", with(BASE, "flowSteps", 1), 0, false, FLOWS.get("0 steps"));
    DeepMarkovModel model = of.model();
    for (String head : List.of("iaf0.shift", "iaf0.log_scale")) {
      Initial.fill(model.parameters(), DeepGolden.entry(model.parameters(), head + ".weight"), 0);
      Initial.fill(model.parameters(), DeepGolden.entry(model.parameters(), head + ".bias"), 0);
    }
    MarkovObjective objective = filled(of, model);
    objective.forward();
    assertClose("sum", of.golden().get("sum"), objective.terms().value(1));
  }

  /** The layers of all groups by name; those that say so are vectors with the formula of a bias. */
  private static void fill(Parameters parameters) {
    boolean hasHidden =
        parameters.entries().stream().anyMatch(e -> e.name().startsWith("transition.hidden"));
    for (Map.Entry<String, JsonNode> group : GOLDEN.get("layers, k").properties()) {
      if (group.getKey().equals("gated transition") && hasHidden) continue;
      if (group.getKey().equals("linear") && hasHidden) continue;
      if (group.getKey().equals("mlp and residual") && !hasHidden) continue;
      for (Map.Entry<String, JsonNode> layer : group.getValue().properties()) {
        int k = layer.getValue().intValue();
        for (String name : layer.getKey().replaceAll(" \\(.*", "").split(", ")) {
          fill(parameters, group.getKey(), name, k);
        }
      }
    }
  }

  private static void fill(Parameters parameters, String group, String name, int k) {
    if (has(parameters, name) && !name.equals("transition.mean")) {
      DeepGolden.fillBias(parameters, name, k);
    }
    if (!has(parameters, name + ".weight")) return;
    // Of each network there is one; the keys of the others are of layers that have other shapes.
    boolean structured = has(parameters, "network.combiner.weight");
    boolean kalman = has(parameters, "network.hidden1.weight");
    if (group.equals("structured") && name.matches("network.(mean|spread)") && !structured) return;
    if (group.equals("kalman_update") && !kalman) return;
    DeepGolden.fill(parameters, name, k, 1);
    if (!name.equals("transition.mean") || group.equals("mlp and residual")) return;
    Parameters.Entry mean = DeepGolden.entry(parameters, name + ".weight");
    for (int i = 0; i < Z; i++) {
      double own = DeepGolden.weight(k, i, Z, i);
      DeepGolden.set(parameters, mean.offset() + i * Z + i, 1 + own);
    }
  }

  private static boolean has(Parameters parameters, String name) {
    return parameters.entries().stream().anyMatch(e -> e.name().equals(name));
  }

  static Sequence sequence(int b, boolean binary, int inputs) {
    int steps = LENGTHS[b];
    float[] values = new float[steps * D];
    float[] mask = new float[steps * D];
    float[] controls = new float[steps * inputs];
    for (int t = 0; t < steps; t++) {
      for (int d = 0; d < D; d++) {
        boolean missing = b == 0 ? t == 2 && d == 1 : t == 1;
        double x = Math.cos(0.8 * t - 0.5 * b + 1.1 * d);
        mask[t * D + d] = missing ? 0 : 1;
        values[t * D + d] = missing ? 0 : binary ? x > 0 ? 1 : 0 : (float) x;
      }
      for (int i = 0; i < inputs; i++) {
        controls[t * inputs + i] = (float) Math.cos(0.6 * t + 0.5 * b + 0.4 * i);
      }
    }
    float[] gaps = new float[steps];
    return new Sequence(0, 0, steps, values, mask, controls, gaps, new Shape.Vector(D));
  }

  private static MarkovObjective filled(Case of, DeepMarkovModel model) {
    MarkovObjective objective = model.record(new Tape(model.parameters()), 4, 2);
    objective.clear();
    for (int b = 0; b < 2; b++) objective.put(b, sequence(b, of.binary(), of.inputs()));
    for (int row = 0; row < 4 * 2; row++) {
      int t = row / 2;
      int b = row % 2;
      for (int i = 0; i < Z; i++) {
        objective.noise().set(row, i, Math.sin(1.7 * t + 0.9 * b + 0.6 * i + 0.3));
        for (Value second : objective.overshooting().noises()) {
          second.set(row, i, Math.sin(2.3 * t + 0.7 * b + 1.1 * i + 0.5));
        }
      }
    }
    return objective;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void valuesAndGradientsAreTheKnownOnes(Case of) {
    DeepMarkovModel model = of.model();
    MarkovObjective objective = filled(of, model);
    objective.forward();
    assertClose("sum", of.golden().get("sum"), objective.terms().value(1));
    for (int b = 0; b < 2; b++) {
      JsonNode sequence = of.golden().get("sequences").get(b);
      for (int t = 0; t < LENGTHS[b]; t++) checkStep(objective, sequence, t, b);
    }
    objective.backward(1, 1);
    float[] gradient = objective.tape().gradient();
    double sum = 0;
    for (float g : gradient) sum += g;
    for (Map.Entry<String, JsonNode> known : of.golden().get("gradient").properties()) {
      String place = known.getKey();
      double actual =
          place.startsWith("sum") ? sum : DeepGolden.slope(model.parameters(), gradient, place);
      assertClose(place, known.getValue(), actual);
    }
  }

  /** What the tape computes, in double precision with weights and data that are not rounded. */
  @ParameterizedTest
  @MethodSource("cases")
  void inDoublePrecisionTheSumIsTheKnownOne(Case of) {
    DeepMarkovModel model = of.model();
    MarkovObjective objective = filled(of, model);
    DoubleOracle oracle = new DoubleOracle(objective.tape());
    DeepGolden.exact(objective.tape(), model.parameters(), oracle);
    for (int row = 0; row < 4 * 2; row++) {
      int t = row / 2;
      int b = row % 2;
      for (int i = 0; i < Z; i++) {
        double noise = Math.sin(1.7 * t + 0.9 * b + 0.6 * i + 0.3);
        oracle.of(objective.noise())[row * Z + i] = noise;
        for (Value second : objective.overshooting().noises()) {
          oracle.of(second)[row * Z + i] = Math.sin(2.3 * t + 0.7 * b + 1.1 * i + 0.5);
        }
      }
      int seen = objective.seen().columns();
      for (int d = 0; d < D; d++) {
        double x = of.binary() ? objective.x().get(row, d) : Math.cos(0.8 * t - 0.5 * b + 1.1 * d);
        double value = x * objective.mask().get(row, d);
        oracle.of(objective.x())[row * D + d] = value;
        oracle.of(objective.seen())[row * seen + d] = value;
      }
      for (int i = 0; i < of.inputs() && t < LENGTHS[b]; i++) {
        double u = Math.cos(0.6 * t + 0.5 * b + 0.4 * i);
        oracle.of(objective.seen())[row * seen + 2 * D + i] = u;
        oracle.of(objective.context())[row * of.inputs() + i] = u;
      }
    }
    oracle.forward();
    double sum = 0;
    for (int row = 0; row < 4 * 2; row++) {
      if (row / 2 >= LENGTHS[row % 2]) continue;
      sum += oracle.get(objective.logLikelihood(), row);
      for (int i = 0; i < Z; i++) sum -= oracle.get(objective.klTerms(), row * Z + i);
    }
    double expected = of.golden().get("sum").doubleValue();
    assertEquals(expected, sum, 1e-9 * Math.max(1, Math.abs(expected)));
  }

  /** With the identity as its weights, an embedding of numbers that are not negative is none. */
  @Test
  void anEmbeddingIsALayerBeforeTheRecurrentOnes() {
    int width = 2 * D;
    DeepSettings plain = with(BASE, "hiddenUnits", width, "network", "structured_both");
    ChannelStatistics channels = ChannelStatistics.plain(new double[D], Support.REAL);
    DeepMarkovModel without = DeepMarkovModel.of(plain, channels, 1);
    DeepMarkovModel with = DeepMarkovModel.of(with(plain, "embedding", true), channels, 1);
    Parameters weights = with.parameters();
    for (Parameters.Entry entry : without.parameters().entries()) {
      Parameters.Entry same = DeepGolden.entry(weights, entry.name());
      System.arraycopy(
          without.parameters().data(), entry.offset(), weights.data(), same.offset(), entry.size());
    }
    Parameters.Entry embedding = DeepGolden.entry(weights, "network.embedding.weight");
    Initial.fill(weights, embedding, 0);
    for (int i = 0; i < width; i++) weights.set(embedding, i * width + i, 1);
    assertEquals(bound(without), bound(with), 1e-6);
    weights.set(embedding, 0, 0.5);
    assertNotEquals(bound(without), bound(with), 1e-3);
  }

  /** Of a sequence of numbers that are not negative. */
  private static double bound(DeepMarkovModel model) {
    Sequence sequence = sequence(0, true, 0);
    MarkovObjective objective = model.record(new Tape(model.parameters()), 4, 1);
    objective.clear();
    objective.put(0, sequence);
    objective.noise(Randomness.of(5));
    objective.forward();
    return objective.terms().value(1);
  }

  private static void checkStep(MarkovObjective objective, JsonNode sequence, int t, int b) {
    int row = t * 2 + b;
    double kl = 0;
    for (int i = 0; i < Z; i++) kl += objective.klTerms().get(row, i);
    if (sequence.has("kl")) {
      assertClose("kl", sequence.get("kl").get(t), kl);
    } else {
      // Of what was sampled.
      double q = sequence.get("log_q_z").get(t).doubleValue();
      double p = sequence.get("log_p_z").get(t).doubleValue();
      assertEquals(q - p, kl, 1e-5, "log q - log p");
    }
    assertClose("log p(x)", sequence.get("log_p_x").get(t), objective.logLikelihood().get(row, 0));
    Normal p = t == 0 ? objective.first() : objective.next();
    int place = t == 0 ? b : row - 2;
    for (int i = 0; i < Z; i++) {
      assertClose("p mean", sequence.get("p_mean").get(t).get(i), p.mean().get(place, i));
      assertClose("p sd", sequence.get("p_sd").get(t).get(i), p.sd().get(place, i));
      Normal q = objective.drawn().normal();
      assertClose("q mean", sequence.get("q_mean").get(t).get(i), q.mean().get(row, i));
      assertClose("z", sequence.get("z").get(t).get(i), objective.drawn().z().get(row, i));
    }
  }

  @ParameterizedTest
  @MethodSource("allCases")
  void everyGradientIsThatOfCentralDifferences(Case of) {
    DeepMarkovModel model = of.model();
    MarkovObjective objective = filled(of, model);
    GradientCheck.check(
        objective.tape(),
        model.parameters(),
        List.of(objective.logLikelihood(), objective.klTerms()),
        new double[] {0.1, -0.05},
        150);
  }

  @ParameterizedTest
  @MethodSource("allCases")
  void pathsOfOneSequenceAndARolloutAreThoseOfTheObjective(Case of) {
    DeepMarkovModel model = of.model();
    MarkovObjective objective = filled(of, model);
    Posterior posterior = model.posterior(4, 3);
    Posterior.Paths drawn = posterior.draw(sequence(0, of.binary(), of.inputs()), Randomness.of(2));
    // The noise of the second path stands in the place of sequence 0.
    Randomness random = Randomness.of(2);
    float[] noise = new float[4 * 3 * Z];
    random.normals(noise, 0, noise.length);
    for (int t = 0; t < 4; t++) {
      for (int i = 0; i < Z; i++) objective.noise().set(t * 2, i, noise[(t * 3 + 1) * Z + i]);
    }
    objective.forward();
    Rollout rollout = model.rollout(1);
    float[] state = new float[rollout.stateSize()];
    for (int t = 0; t < 4; t++) {
      int at = (t * 3 + 1) * drawn.stateSize();
      Rollout.Step step = Rollout.Step.of(sequence(0, of.binary(), of.inputs()), t);
      if (t == 0) rollout.start(step, new float[Z], state);
      else rollout.step(step, new float[Z], state);
      Normal p = t == 0 ? objective.first() : objective.next();
      for (int i = 0; i < Z; i++) {
        assertEquals(objective.drawn().z().get(t * 2, i), drawn.states()[at + i], 1e-6);
        assertEquals(p.mean().get(t == 0 ? 0 : t * 2 - 2, i), state[i], 1e-6);
      }
      System.arraycopy(drawn.states(), at, state, 0, state.length);
      Sequence sequence = sequence(0, of.binary(), of.inputs());
      double density = rollout.emit(state).logDensity(0, sequence.values(), sequence.mask(), t * D);
      assertEquals(objective.logLikelihood().get(t * 2, 0), density, 1e-5);
    }
  }
}
