package undercurrent.model.dynamical;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static undercurrent.model.dynamical.DynamicalGolden.D;
import static undercurrent.model.dynamical.DynamicalGolden.Z;
import static undercurrent.model.dynamical.DynamicalGolden.assertClose;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
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

/** Dynamical VAEs by the known answers of {@code golden/deep/dvae.json}. */
final class DynamicalVaeTest {
  private static final Pattern WEIGHT = Pattern.compile("(.*)\\[(\\d+),(\\d+)]");

  @ParameterizedTest
  @EnumSource(Structure.class)
  void theBoundIsTheKnownOne(Structure structure) {
    DynamicalVae model = DynamicalGolden.model(structure);
    JsonNode golden = DynamicalGolden.of(structure);
    ElboObjective objective = DynamicalGolden.filled(model);
    objective.forward();
    assertClose(golden.get("ELBO").doubleValue(), objective.terms().value(1));
    for (int b = 0; b < 2; b++) {
      JsonNode sequence = golden.get("sequences").get(b);
      double ofStatic = 0;
      for (int t = 0; t < DynamicalGolden.length(b); t++) {
        double kl = 0;
        for (int i = 0; i < model.latentSize(); i++) {
          double term = objective.klTerms().get(t * 2 + b, i);
          if (i < Z) kl += term;
          else ofStatic += term;
        }
        assertClose(sequence.get("kl").get(t).doubleValue(), kl);
        assertClose(
            sequence.get("log_p_x").get(t).doubleValue(),
            objective.logLikelihood().get(t * 2 + b, 0));
      }
      if (sequence.has("static kl")) assertClose(sequence.get("static kl").doubleValue(), ofStatic);
    }
  }

  /** Three chosen weights, and the sum over all, which few wrong derivatives survive. */
  @ParameterizedTest
  @EnumSource(Structure.class)
  void theGradientIsTheKnownOne(Structure structure) {
    DynamicalVae model = DynamicalGolden.model(structure);
    ElboObjective objective = DynamicalGolden.filled(model);
    objective.forward();
    objective.backward(1, 1);
    float[] gradient = objective.tape().gradient();
    double sum = 0;
    double sizes = 0;
    for (float g : gradient) {
      sum += g;
      sizes += Math.abs(g);
    }
    int compared = 0;
    for (var slope : DynamicalGolden.of(structure).get("gradient").properties()) {
      Matcher name = WEIGHT.matcher(slope.getKey());
      double expected = slope.getValue().doubleValue();
      if (!name.matches()) {
        assertEquals("sum over all parameters", slope.getKey());
        assertEquals(expected, sum, 1e-6 * Math.max(1, sizes));
      } else {
        Parameters.Entry entry =
            DeepGolden.entry(model.parameters(), name.group(1).replace("decoder", "emission"));
        int row = Integer.parseInt(name.group(2));
        int column = Integer.parseInt(name.group(3));
        assertClose(expected, gradient[entry.offset() + column * entry.columns() + row]);
      }
      compared++;
    }
    assertEquals(4, compared);
  }

  @ParameterizedTest
  @EnumSource(Structure.class)
  void theBoundHasTheRightGradient(Structure structure) {
    DynamicalVae model = DynamicalGolden.model(structure);
    ElboObjective objective = DynamicalGolden.filled(model);
    GradientCheck.check(
        objective.tape(),
        model.parameters(),
        List.of(objective.logLikelihood(), objective.klTerms()),
        new double[] {0.1, -0.05},
        25);
  }

  /** The weight of a path has, over many draws, the bound as its mean. */
  @ParameterizedTest
  @EnumSource(Structure.class)
  void theWeightsOfPathsHaveTheBoundAsTheirMean(Structure structure) {
    DynamicalVae model =
        new DynamicalVae(
            structure,
            DynamicalSettings.USUAL,
            2,
            ChannelStatistics.plain(new double[D], Support.REAL),
            1);
    int draws = 200;
    ElboObjective objective = model.record(new Tape(model.parameters(), false), 4, draws);
    objective.withWeights();
    objective.clear();
    for (int b = 0; b < draws; b++) objective.put(b, DynamicalGolden.sequence(0));
    objective.noise(Randomness.of(1));
    objective.forward();
    double mean = 0;
    double squares = 0;
    for (int b = 0; b < draws; b++) {
      double difference = objective.logWeight(b);
      for (int t = 0; t < 4; t++) {
        difference -= objective.logLikelihood().get(t * draws + b, 0);
        for (int i = 0; i < model.latentSize(); i++) {
          difference += objective.klTerms().get(t * draws + b, i);
        }
      }
      mean += difference / draws;
      squares += difference * difference / draws;
    }
    assertEquals(0, mean, 4 * Math.sqrt(squares / draws));
  }

  /** The first rows of a state are z and w; what is behind follows from x and z before. */
  @ParameterizedTest
  @EnumSource(value = Structure.class, mode = EnumSource.Mode.EXCLUDE, names = "RVAE")
  void theRolloutRemembersWhatTheInferenceNetworkDoes(Structure structure) {
    DynamicalVae model = DynamicalGolden.model(structure);
    Sequence sequence = DynamicalGolden.sequence(0);
    int paths = 2;
    Posterior.Paths drawn = model.posterior(4, paths).draw(sequence, Randomness.of(3));
    Rollout rollout = model.rollout(paths);
    int width = rollout.stateSize();
    int size = paths * width;
    float[] state = new float[size];
    float[] noise = new float[paths * model.latentSize()];
    for (int t = 0; t < 4; t++) {
      if (t > 0) System.arraycopy(drawn.states(), (t - 1) * size, state, 0, size);
      noiseOf(model, drawn, t, state, noise, sequence);
      move(rollout, sequence, t, noise, state);
      for (int i = 0; i < size; i++) {
        assertEquals(drawn.states()[t * size + i], state[i], 1e-5, structure + " " + t + " " + i);
      }
    }
  }

  /** The noise with which the prior draws what the inference network has drawn. */
  private static void noiseOf(
      DynamicalVae model,
      Posterior.Paths drawn,
      int t,
      float[] before,
      float[] noise,
      Sequence sequence) {
    Rollout rollout = model.rollout(drawn.paths());
    int width = rollout.stateSize();
    int latent = model.latentSize();
    float[][] at = new float[2][];
    for (int k = 0; k < 2; k++) {
      Arrays.fill(noise, k);
      at[k] = before.clone();
      move(rollout, sequence, t, noise, at[k]);
    }
    for (int p = 0; p < drawn.paths(); p++) {
      for (int i = 0; i < latent; i++) {
        float wanted = drawn.states()[(t * drawn.paths() + p) * width + i];
        float mean = at[0][p * width + i];
        float sd = at[1][p * width + i] - mean;
        noise[p * latent + i] = sd == 0 ? 0 : (wanted - mean) / sd;
      }
    }
  }

  private static void move(
      Rollout rollout, Sequence sequence, int t, float[] noise, float[] state) {
    Rollout.Step step = Rollout.Step.of(sequence, t);
    if (t == 0) rollout.start(step, noise, state);
    else rollout.step(step, noise, state);
  }

  /** Without noise z is the mean of the prior; the known path goes on from its own draw. */
  @ParameterizedTest
  @EnumSource(value = Structure.class, mode = EnumSource.Mode.EXCLUDE, names = "RVAE")
  void theRolloutStartsMovesAndEmitsAsKnown(Structure structure) {
    DynamicalVae model = DynamicalGolden.model(structure);
    JsonNode known = DynamicalGolden.of(structure).get("sequences").get(0);
    Rollout rollout = model.rollout(1);
    float[] state = new float[rollout.stateSize()];
    for (int t = 0; t < 4; t++) {
      float[] noise = new float[model.latentSize()];
      float[] probe = state.clone();
      move(rollout, DynamicalGolden.sequence(0), t, noise, probe);
      for (int i = 0; i < Z; i++) {
        double mean = known.has("p_mean") ? known.get("p_mean").get(t).get(i).doubleValue() : 0;
        double sd = known.has("p_sd") ? known.get("p_sd").get(t).get(i).doubleValue() : 1;
        assertClose(mean, probe[i]);
        noise[i] = (float) ((known.get("z").get(t).get(i).doubleValue() - mean) / sd);
      }
      for (int i = 0; i < model.staticSize(); i++) {
        noise[Z + i] = (float) known.get("static draw").get(i).doubleValue();
      }
      move(rollout, DynamicalGolden.sequence(0), t, noise, state);
      float[] mean = rollout.emit(state).mean();
      for (int d = 0; d < D; d++) {
        assertClose(known.get("x_mean").get(t).get(d).doubleValue(), mean[d]);
      }
    }
  }
}
