package undercurrent.model.dynamical;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import undercurrent.math.DeepGolden;
import undercurrent.math.GradientCheck;
import undercurrent.math.Parameters;
import undercurrent.math.Randomness;
import undercurrent.math.Tape;
import undercurrent.model.Posterior;
import undercurrent.model.Rollout;
import undercurrent.model.deep.ChannelStatistics;
import undercurrent.model.deep.ElboObjective;
import undercurrent.series.Sequence;
import undercurrent.series.Support;
import undercurrent.settings.Settings;

/** The variational RNN by the known answers of {@code golden/deep/dvae.json}. */
final class VrnnTest {
  private static final JsonNode GOLDEN = DeepGolden.read("dvae").get("models").get("VRNN");
  private static final int D = 3;
  private static final int[] LENGTHS = {4, 3};

  /** With the weights of the known answers, three times the usual formula. */
  private static Vrnn model() {
    VrnnSettings settings = Settings.with(VrnnSettings.defaults(), "hiddenUnits", 3);
    Vrnn model = Vrnn.of(settings, ChannelStatistics.plain(new double[D], Support.REAL), 1);
    Parameters p = model.parameters();
    GOLDEN
        .get("layers, k")
        .properties()
        .forEach(
            layer -> {
              String name = layer.getKey().replace("decoder", "emission");
              DeepGolden.fill(p, name, layer.getValue().intValue(), 3);
            });
    DeepGolden.fillBias(p, "emission.spread", 115);
    return model;
  }

  private static Sequence sequence(int b) {
    int steps = LENGTHS[b];
    float[] values = new float[steps * D];
    float[] mask = new float[steps * D];
    for (int t = 0; t < steps; t++) {
      for (int d = 0; d < D; d++) {
        boolean missing = b == 0 ? t == 2 && d == 1 : t == 1;
        mask[t * D + d] = missing ? 0 : 1;
        values[t * D + d] = missing ? 0 : (float) Math.cos(0.8 * t - 0.5 * b + 1.1 * d);
      }
    }
    return new Sequence(0, 0, steps, values, mask);
  }

  private static ElboObjective filled(Vrnn model) {
    ElboObjective objective = model.record(new Tape(model.parameters()), 4, 2);
    objective.clear();
    objective.put(0, sequence(0));
    objective.put(1, sequence(1));
    for (int row = 0; row < 4 * 2; row++) {
      int step = row / 2;
      for (int i = 0; i < 2; i++) {
        objective.noise().set(row, i, Math.sin(1.7 * step + 0.9 * (row % 2) + 0.6 * i + 0.3));
      }
    }
    return objective;
  }

  @Test
  void boundAndGradientAreTheKnownOnes() {
    Vrnn model = model();
    ElboObjective objective = filled(model);
    objective.forward();
    assertClose(GOLDEN.get("ELBO").doubleValue(), objective.terms().value(1));
    for (int b = 0; b < 2; b++) {
      JsonNode sequence = GOLDEN.get("sequences").get(b);
      for (int t = 0; t < LENGTHS[b]; t++) {
        double kl = 0;
        for (int i = 0; i < 2; i++) kl += objective.klTerms().get(t * 2 + b, i);
        assertClose(sequence.get("kl").get(t).doubleValue(), kl);
        assertClose(
            sequence.get("log_p_x").get(t).doubleValue(),
            objective.logLikelihood().get(t * 2 + b, 0));
      }
    }
    objective.backward(1, 1);
    float[] gradient = objective.tape().gradient();
    double sum = 0;
    for (float g : gradient) sum += g;
    JsonNode expected = GOLDEN.get("gradient");
    assertClose(expected.get("sum over all parameters").doubleValue(), sum);
    assertSlope(expected, model, gradient, "shared.state.weight", 9, 2);
    assertSlope(expected, model, gradient, "prior.mean.weight", 0, 1);
    assertSlope(expected, model, gradient, "posterior.hidden.weight", 0, 1);
  }

  private static void assertSlope(
      JsonNode expected, Vrnn model, float[] gradient, String name, int r, int c) {
    Parameters.Entry entry = DeepGolden.entry(model.parameters(), name);
    assertClose(
        expected.get(name + "[" + r + "," + c + "]").doubleValue(),
        gradient[entry.offset() + c * entry.columns() + r]);
  }

  private static void assertClose(double expected, double actual) {
    assertEquals(expected, actual, 1e-5 * Math.max(1, Math.abs(expected)));
  }

  @Test
  void theBoundHasTheRightGradient() {
    Vrnn model = model();
    ElboObjective objective = filled(model);
    GradientCheck.check(
        objective.tape(),
        model.parameters(),
        List.of(objective.logLikelihood(), objective.klTerms()),
        new double[] {0.1, -0.05},
        150);
  }

  @Test
  void theRolloutRemembersWhatTheInferenceNetworkDoes() {
    Vrnn model = model();
    Sequence sequence = sequence(0);
    int paths = 2;
    Posterior.Paths drawn = model.posterior(4, paths).draw(sequence, Randomness.of(3));
    Rollout rollout = model.rollout(paths);
    int size = paths * rollout.stateSize();
    float[] state = new float[size];
    for (int t = 0; t < 3; t++) {
      System.arraycopy(drawn.states(), t * size, state, 0, size);
      rollout.step(Rollout.Step.of(sequence, t + 1), new float[paths * 2], state);
      for (int p = 0; p < paths; p++) {
        // z is drawn anew; the memory behind it is what follows from x and z before
        for (int i = 2; i < rollout.stateSize(); i++) {
          int at = p * rollout.stateSize() + i;
          assertEquals(drawn.states()[(t + 1) * size + at], state[at], 1e-6);
        }
      }
    }
    assertEquals(8, rollout.stateSize());
  }

  @Test
  void theRolloutStartsAndMovesByThePrior() {
    Vrnn model = model();
    JsonNode sequence = GOLDEN.get("sequences").get(0);
    Rollout rollout = model.rollout(1);
    float[] state = new float[rollout.stateSize()];
    float[] noise = new float[2];
    for (int t = 0; t < 4; t++) {
      Rollout.Step step = Rollout.Step.of(sequence(0), t);
      if (t == 0) rollout.start(step, noise, state);
      else rollout.step(step, noise, state);
      for (int i = 0; i < 2; i++) {
        // Without noise z is the mean of the prior; the known path goes on from its own draw.
        assertClose(sequence.get("p_mean").get(t).get(i).doubleValue(), state[i]);
        state[i] = (float) sequence.get("z").get(t).get(i).doubleValue();
      }
      float[] mean = rollout.emit(state).mean();
      for (int d = 0; d < D; d++) {
        assertClose(sequence.get("x_mean").get(t).get(d).doubleValue(), mean[d]);
      }
    }
  }
}
