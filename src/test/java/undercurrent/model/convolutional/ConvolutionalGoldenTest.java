package undercurrent.model.convolutional;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import undercurrent.math.DeepGolden;
import undercurrent.math.Parameters;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.deep.ChannelStatistics;
import undercurrent.model.deep.DeepMarkovModel;
import undercurrent.model.deep.MarkovObjective;
import undercurrent.model.deep.MeanRange;
import undercurrent.series.FrameShape;
import undercurrent.series.Sequence;
import undercurrent.series.Support;
import undercurrent.settings.Settings;

/**
 * The convolutional Markov model by the known answers of {@code golden/deep/cnmm.json}: all values
 * of each step, the bound, and gradients.
 */
final class ConvolutionalGoldenTest {
  private static final JsonNode GOLDEN = DeepGolden.read("cnmm");
  private static final int SIDE = 6;
  private static final int MAP = 3;
  private static final int C = 2;
  private static final int[] LENGTHS = {3, 2};
  private static final double OWN = 0.2;

  private final DeepMarkovModel model = model();
  private final MarkovObjective objective = model.record(new Tape(model.parameters()), 3, 2);

  private static DeepMarkovModel model() {
    ConvolutionalSettings settings =
        with(
            "latentChannels",
            C,
            "mapChannels",
            C,
            "halvings",
            1,
            "prior",
            "standard",
            "boundedMean",
            true);
    FrameShape shape = new FrameShape(SIDE, SIDE, 1);
    ChannelStatistics channels = ChannelStatistics.plain(new double[SIDE * SIDE], Support.REAL);
    DeepMarkovModel model =
        ConvolutionalModel.of(settings, shape, channels, new MeanRange(0, 1), 1);
    GOLDEN
        .get("layers, k")
        .properties()
        .forEach(layer -> fill(model.parameters(), layer.getKey(), layer.getValue().intValue()));
    return model;
  }

  static ConvolutionalSettings with(Object... changes) {
    ConvolutionalSettings changed = ConvolutionalSettings.defaults();
    for (int i = 0; i < changes.length; i += 2) {
      changed = Settings.with(changed, (String) changes[i], changes[i + 1]);
    }
    return changed;
  }

  /** The name of a layer here. */
  private static String here(String name) {
    return switch (name) {
      case "encoder" -> "network.encoder1";
      case "emission.hidden" -> "emission.hidden1";
      default -> name;
    };
  }

  /** The place of weight [first, second, p, q], the output before the input where it is plain. */
  private static int place(Parameters.Entry w, int first, int second, int p, int q) {
    boolean transposed = w.name().matches("emission.(mean|spread).weight");
    if (transposed)
      return w.offset() + first * w.columns() + (p * 4 + q) * (w.columns() / 16) + second;
    int in = w.rows() / 9;
    return w.offset() + ((p * 3 + q) * in + second) * w.columns() + first;
  }

  private static void fill(Parameters parameters, String name, int k) {
    Parameters.Entry w = DeepGolden.entry(parameters, here(name) + ".weight");
    boolean transposed = name.matches("emission.(mean|spread)");
    int kernel = transposed ? 4 : 3;
    int firsts = transposed ? w.rows() : w.columns();
    int row = w.size() / firsts;
    boolean isMean = name.equals("transition.mean");
    for (int first = 0; first < firsts; first++) {
      for (int at = 0; at < row; at++) {
        int second = at / (kernel * kernel);
        int p = at / kernel % kernel;
        int q = at % kernel;
        double number = (isMean ? OWN : 1) * DeepGolden.weight(k, first, row, at);
        if (isMean && first == second && p == 1 && q == 1) number += 1;
        DeepGolden.set(parameters, place(w, first, second, p, q), number);
      }
    }
    DeepGolden.fillBias(parameters, here(name) + ".bias", k);
  }

  private void put() {
    objective.clear();
    for (int b = 0; b < LENGTHS.length; b++) {
      float[] values = new float[LENGTHS[b] * SIDE * SIDE];
      float[] mask = new float[values.length];
      for (int at = 0; at < values.length; at++) {
        int t = at / (SIDE * SIDE);
        int i = at / SIDE % SIDE;
        int j = at % SIDE;
        values[at] = (float) (0.8 * Math.cos(0.8 * t - 0.5 * b + 0.7 * i + 1.1 * j));
        mask[at] = b == 0 && t == 1 && i == 2 && j == 3 ? 0 : 1;
      }
      objective.put(b, new Sequence(b, 0, LENGTHS[b], values, mask));
    }
    Value noise = objective.noise();
    for (int row = 0; row < noise.rows(); row++) {
      int t = row / 2;
      int b = row % 2;
      for (int at = 0; at < noise.columns(); at++) {
        int i = at / C / MAP;
        int j = at / C % MAP;
        double angle = 1.7 * t + 0.9 * b + 0.6 * (at % C) + 0.5 * i + 0.35 * j + 0.3;
        noise.set(row, at, Math.sin(angle));
      }
    }
  }

  private static void assertClose(String what, double expected, double actual) {
    assertEquals(expected, actual, 1e-5 * Math.max(1, Math.abs(expected)), what);
  }

  private static void assertMap(
      JsonNode sequence, String what, int t, int side, Value all, int row) {
    JsonNode map = sequence.get(what).get(t);
    int channels = map.size();
    for (int at = 0; at < all.columns(); at++) {
      int pixel = at / channels;
      double expected = map.get(at % channels).get(pixel / side).get(pixel % side).doubleValue();
      assertClose(what + " " + t, expected, all.get(row, at));
    }
  }

  @Test
  void valuesBoundAndGradientsAreTheKnownOnes() {
    put();
    objective.forward();
    assertClose("ELBO", GOLDEN.get("ELBO").doubleValue(), objective.terms().value(1));
    for (int b = 0; b < LENGTHS.length; b++) {
      JsonNode sequence = GOLDEN.get("sequences").get(b);
      for (int t = 0; t < LENGTHS[b]; t++) {
        int row = t * 2 + b;
        assertMap(sequence, "q_mean", t, MAP, objective.drawn().normal().mean(), row);
        assertMap(sequence, "q_sd", t, MAP, objective.drawn().normal().sd(), row);
        assertMap(sequence, "z", t, MAP, objective.drawn().z(), row);
        if (t > 0) {
          assertMap(sequence, "p_mean", t, MAP, objective.next().mean(), row - 2);
          assertMap(sequence, "p_sd", t, MAP, objective.next().sd(), row - 2);
        }
        double likelihood = sequence.get("log_p_x").get(t).doubleValue();
        assertClose("log p(x)", likelihood, objective.logLikelihood().get(row, 0));
        double kl = 0;
        for (double term : objective.klTerms().row(row)) kl += term;
        assertClose("KL", sequence.get("kl").get(t).doubleValue(), kl);
      }
    }
    objective.backward(1, 1);
    float[] gradient = objective.tape().gradient();
    JsonNode known = GOLDEN.get("gradient");
    assertGradient(known, gradient, "transition.gate1", 0, 1, 2, 0);
    assertGradient(known, gradient, "network.future.state", 6, 1, 0, 1);
    assertGradient(known, gradient, "emission.mean", 1, 0, 3, 0);
    double sum = 0;
    for (Parameters.Entry entry : model.parameters().entries()) {
      // The known model starts its network at 0, which is no parameter there.
      if (entry.name().equals("network.z0")) continue;
      for (int i = 0; i < entry.size(); i++) sum += gradient[entry.offset() + i];
    }
    assertClose("sum", known.get("sum over all parameters").doubleValue(), sum);
  }

  private void assertGradient(JsonNode known, float[] gradient, String layer, int... at) {
    String name = layer + ".weight";
    Parameters.Entry w = DeepGolden.entry(model.parameters(), name);
    String key = name + Arrays.toString(at).replace(" ", "");
    double expected = known.get(key).doubleValue();
    assertClose(key, expected, gradient[place(w, at[0], at[1], at[2], at[3])]);
  }
}
