package undercurrent.model.physics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static undercurrent.math.DeepGolden.assertClose;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import undercurrent.math.DeepGolden;
import undercurrent.math.GradientCheck;
import undercurrent.math.Parameters;
import undercurrent.math.Randomness;
import undercurrent.math.Tape;
import undercurrent.model.Normal;
import undercurrent.model.Posterior;
import undercurrent.model.Rollout;
import undercurrent.model.deep.ChannelStatistics;
import undercurrent.model.deep.DeepSettings.Units;
import undercurrent.model.deep.MarkovObjective;
import undercurrent.model.gaussian.Matrix;
import undercurrent.series.Sequence;
import undercurrent.series.Shape;
import undercurrent.series.Support;
import undercurrent.settings.Settings;

/**
 * Two chains by the known answers of {@code golden/deep/pgdmm.json}: all values of each step, the
 * bound, and gradients, in floats and as the tape computes them in double precision.
 */
class PhysicsGoldenTest {
  private static final JsonNode GOLDEN = DeepGolden.read("pgdmm");
  private static final JsonNode SCALED = GOLDEN.get("velocity in units of 272.4851 V/s");
  private static final int Z = 2;
  private static final int[] LENGTHS = {4, 3};

  private static PhysicsSettings settings(Guidance guidance) {
    PhysicsSettings settings = PhysicsSettings.defaults();
    settings = Settings.with(settings, "guidance", guidance);
    settings = Settings.with(settings, "networkReadsInputs", false);
    for (Map.Entry<String, Object> units : Settings.values(Units.of(3)).entrySet()) {
      settings = Settings.with(settings, units.getKey(), units.getValue());
    }
    return settings;
  }

  private static Matrix matrix(JsonNode rows) {
    double[][] values = new double[rows.size()][rows.get(0).size()];
    for (int i = 0; i < values.length; i++) {
      for (int j = 0; j < values[i].length; j++) values[i][j] = rows.get(i).get(j).doubleValue();
    }
    return Matrix.of(values);
  }

  private static PhysicsModel model(Guidance guidance) {
    ChannelStatistics channels = ChannelStatistics.plain(new double[1], Support.REAL);
    ControlInputs inputs = new ControlInputs(List.of("u1"), new double[] {1}, new double[] {0});
    KnownPart.Parts parts = new KnownPart.Parts(new Parameters(), channels, inputs, 1);
    LinearPart known =
        new LinearPart(
            matrix(SCALED.get("Ad")),
            matrix(SCALED.get("Bd")),
            matrix(GOLDEN.get("C")),
            false,
            parts,
            new double[] {1, 1});
    return PhysicsModel.of(settings(guidance), parts, known, 1);
  }

  private static PhysicsModel filled() {
    PhysicsModel model = model(Guidance.TWO_CHAINS);
    Parameters p = model.parameters();
    for (Map.Entry<String, JsonNode> layer : GOLDEN.get("layers, k").properties()) {
      String name = layer.getKey().replace(" (bias formula)", "");
      int k = layer.getValue().intValue();
      if (name.startsWith("prior.")) {
        Parameters.Entry start = DeepGolden.entry(p, "prior.z0");
        int from = start.offset() + (name.startsWith("prior.phy") ? 0 : Z);
        for (int i = 0; i < Z; i++) DeepGolden.set(p, from + i, DeepGolden.bias(k, i));
      } else if (name.endsWith("z0")) {
        DeepGolden.fillBias(p, name, k);
      } else {
        DeepGolden.fill(p, name, k, 1);
      }
    }
    for (int i = 0; i < Z; i++) {
      for (int j = 0; j < Z; j++) {
        exact(p, "known.state", j * Z + i, SCALED.get("Ad").get(i).get(j).doubleValue());
      }
      exact(p, "known.input", i, SCALED.get("Bd").get(i).get(0).doubleValue());
    }
    return model;
  }

  private static void exact(Parameters p, String name, int at, double number) {
    DeepGolden.set(p, DeepGolden.entry(p, name).offset() + at, number);
  }

  private static double x(int t, int b) {
    return 0.3 * Math.cos(0.8 * t - 0.5 * b);
  }

  private static double u(int t, int b) {
    return 0.5 * Math.cos(0.6 * t + 0.5 * b);
  }

  private static double noise(int t, int b, int i) {
    return i < Z
        ? Math.sin(1.7 * t + 0.9 * b + 0.6 * i + 0.3)
        : Math.sin(2.3 * t + 0.7 * b + 1.1 * (i - Z) + 0.5);
  }

  private static boolean isSeen(int t, int b) {
    return b == 0 || t != 1;
  }

  private static Sequence sequence(int b) {
    int steps = LENGTHS[b];
    float[] values = new float[steps];
    float[] mask = new float[steps];
    float[] inputs = new float[steps];
    for (int t = 0; t < steps; t++) {
      mask[t] = isSeen(t, b) ? 1 : 0;
      values[t] = isSeen(t, b) ? (float) x(t, b) : 0;
      inputs[t] = (float) u(t, b);
    }
    return new Sequence(0, 0, steps, values, mask, inputs, new float[steps], new Shape.Vector(1));
  }

  private static MarkovObjective objective(PhysicsModel model) {
    MarkovObjective objective = model.record(new Tape(model.parameters()), 4, 2);
    objective.clear();
    for (int b = 0; b < 2; b++) objective.put(b, sequence(b));
    for (int row = 0; row < 4 * 2; row++) {
      for (int i = 0; i < model.latentSize(); i++) {
        objective.noise().set(row, i, noise(row / 2, row % 2, i));
      }
    }
    return objective;
  }

  @Test
  void valuesAndGradientsAreTheKnownOnes() {
    PhysicsModel model = filled();
    MarkovObjective objective = objective(model);
    objective.forward();
    assertClose("ELBO", SCALED.get("ELBO"), objective.terms().value(1));
    for (int b = 0; b < 2; b++) {
      for (int t = 0; t < LENGTHS[b]; t++) checkStep(model, objective, t, b);
    }
    objective.backward(1, 1);
    float[] gradient = objective.tape().gradient();
    for (Map.Entry<String, JsonNode> known : SCALED.get("gradient").properties()) {
      String place = known.getKey();
      boolean isSum = place.startsWith("sum");
      double actual =
          isSum ? sum(model, gradient) : DeepGolden.slope(model.parameters(), gradient, place);
      assertClose(place, known.getValue(), actual);
    }
  }

  private static void checkStep(PhysicsModel model, MarkovObjective objective, int t, int b) {
    JsonNode sequence = SCALED.get("sequences").get(b);
    int row = t * 2 + b;
    Normal p = t == 0 ? objective.first() : objective.next();
    int place = t == 0 ? b : row - 2;
    Normal q = objective.drawn().normal();
    for (String chain : List.of("phy", "nn")) {
      int from = chain.equals("phy") ? 0 : Z;
      double kl = 0;
      for (int i = 0; i < Z; i++) {
        int at = from + i;
        String in = chain + ", step " + t + ", sequence " + b + ": ";
        assertClose(
            in + "p mean", at(sequence, "p_" + chain + "_mean", t, i), p.mean().get(place, at));
        assertClose(in + "p sd", at(sequence, "p_" + chain + "_sd", t, i), p.sd().get(place, at));
        assertClose(
            in + "q mean", at(sequence, "q_" + chain + "_mean", t, i), q.mean().get(row, at));
        assertClose(in + "q sd", at(sequence, "q_" + chain + "_sd", t, i), q.sd().get(row, at));
        assertClose(in + "z", at(sequence, "z_" + chain, t, i), objective.drawn().z().get(row, at));
        kl += objective.klTerms().get(row, at);
      }
      assertClose("kl", sequence.get("kl_" + chain).get(t), kl);
    }
    assertClose("log p(x)", sequence.get("log_p_x").get(t), objective.logLikelihood().get(row, 0));
    double[][] z = {objective.drawn().z().row(row)};
    double[] mixed = model.physical(z).orElseThrow().values()[0];
    for (int i = 0; i < Z; i++) assertClose("mixed", at(sequence, "z", t, i), mixed[i]);
  }

  private static JsonNode at(JsonNode sequence, String name, int t, int i) {
    return sequence.get(name).get(t).get(i);
  }

  /** Of what is learned: A, B and C are given. */
  private static double sum(PhysicsModel model, float[] gradient) {
    double sum = 0;
    for (Parameters.Entry entry : model.parameters().entries()) {
      if (model.parameters().held().contains(entry)) continue;
      for (int i = 0; i < entry.size(); i++) sum += gradient[entry.offset() + i];
    }
    return sum;
  }

  @ParameterizedTest
  @EnumSource(Guidance.class)
  void everyGradientIsThatOfCentralDifferences(Guidance guidance) {
    PhysicsModel model = guidance == Guidance.TWO_CHAINS ? filled() : model(guidance);
    // A bias of 0 behind a state of 0 is where ReLU has no derivative.
    float[] weights = model.parameters().data();
    for (int i = 0; i < weights.length; i++) weights[i] += (float) (0.03 * Math.sin(1 + i));
    MarkovObjective objective = objective(model);
    GradientCheck.check(
        objective.tape(),
        model.parameters(),
        List.of(objective.logLikelihood(), objective.klTerms()),
        new double[] {0.1, -0.05},
        150);
  }

  /** With α = 1 and 0 the mixed chain is what the chains of the limits are. */
  @Test
  void theLimitsOfAShareAreItsParts() {
    PhysicsModel mixed = model(Guidance.ONE_CHAIN);
    PhysicsModel network = model(Guidance.NETWORK);
    Parameters p = mixed.parameters();
    for (Parameters.Entry entry : network.parameters().entries()) {
      Parameters.Entry same = DeepGolden.entry(p, entry.name());
      System.arraycopy(
          network.parameters().data(), entry.offset(), p.data(), same.offset(), entry.size());
    }
    exact(p, "alpha", 0, 0);
    assertEquals(bound(network), bound(mixed), 1e-6);
    exact(p, "alpha", 0, 1);
    MarkovObjective objective = objective(mixed);
    objective.forward();
    double[] before = objective.drawn().z().row(0);
    for (int i = 0; i < Z; i++) {
      double mean = SCALED.get("Bd").get(i).get(0).doubleValue() * u(1, 0);
      for (int j = 0; j < Z; j++) {
        mean += SCALED.get("Ad").get(i).get(j).doubleValue() * before[j];
      }
      assertEquals(mean, objective.next().mean().get(0, i), 1e-6);
    }
  }

  private static double bound(PhysicsModel model) {
    MarkovObjective objective = objective(model);
    objective.forward();
    return objective.terms().value(1);
  }

  @ParameterizedTest
  @EnumSource(Guidance.class)
  void pathsOfOneSequenceAndARolloutAreThoseOfTheObjective(Guidance guidance) {
    PhysicsModel model = guidance == Guidance.TWO_CHAINS ? filled() : model(guidance);
    int latent = model.latentSize();
    MarkovObjective objective = objective(model);
    Posterior posterior = model.posterior(4, 3);
    Posterior.Paths drawn = posterior.draw(sequence(0), Randomness.of(2));
    Randomness random = Randomness.of(2);
    float[] noise = new float[4 * 3 * latent];
    random.normals(noise, 0, noise.length);
    for (int t = 0; t < 4; t++) {
      for (int i = 0; i < latent; i++) {
        objective.noise().set(t * 2, i, noise[(t * 3 + 1) * latent + i]);
      }
    }
    objective.forward();
    Rollout rollout = model.rollout(1);
    float[] state = new float[rollout.stateSize()];
    for (int t = 0; t < 4; t++) {
      int at = (t * 3 + 1) * drawn.stateSize();
      Rollout.Step step = Rollout.Step.of(sequence(0), t);
      if (t == 0) rollout.start(step, new float[latent], state);
      else rollout.step(step, new float[latent], state);
      Normal p = t == 0 ? objective.first() : objective.next();
      for (int i = 0; i < latent; i++) {
        assertEquals(objective.drawn().z().get(t * 2, i), drawn.states()[at + i], 1e-5);
        assertEquals(p.mean().get(t == 0 ? 0 : t * 2 - 2, i), state[i], 1e-5);
      }
      System.arraycopy(drawn.states(), at, state, 0, state.length);
    }
  }
}
