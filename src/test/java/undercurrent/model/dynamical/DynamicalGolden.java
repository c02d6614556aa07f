package undercurrent.model.dynamical;

import static org.junit.jupiter.api.Assertions.assertEquals;

import tools.jackson.databind.JsonNode;
import undercurrent.math.DeepGolden;
import undercurrent.math.Parameters;
import undercurrent.math.Tape;
import undercurrent.model.deep.ChannelStatistics;
import undercurrent.model.deep.ElboObjective;
import undercurrent.series.Sequence;
import undercurrent.series.Support;
import undercurrent.settings.Settings;

/** The models, series and noise of {@code golden/deep/dvae.json}. */
final class DynamicalGolden {
  static final int D = 3;
  static final int Z = 2;
  private static final int[] LENGTHS = {4, 3};
  private static final JsonNode MODELS = DeepGolden.read("dvae").get("models");

  private DynamicalGolden() {}

  /** What a structure is called there. */
  static String name(Structure structure) {
    return switch (structure) {
      case RVAE_CAUSAL -> "RVAE causal";
      case RVAE -> "RVAE non-causal";
      default -> structure.name();
    };
  }

  static JsonNode of(Structure structure) {
    return MODELS.get(name(structure));
  }

  static int length(int b) {
    return LENGTHS[b];
  }

  /** With the weights of the known answers, three times the usual formula. */
  static DynamicalVae model(Structure structure) {
    DynamicalSettings settings = Settings.with(DynamicalSettings.USUAL, "hiddenUnits", 3);
    ChannelStatistics channels = ChannelStatistics.plain(new double[D], Support.REAL);
    DynamicalVae model = new DynamicalVae(structure, settings, 2, channels, 1);
    Parameters p = model.parameters();
    of(structure)
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

  static Sequence sequence(int b) {
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

  static ElboObjective filled(DynamicalVae model) {
    ElboObjective objective = model.record(new Tape(model.parameters()), 4, 2);
    objective.clear();
    objective.put(0, sequence(0));
    objective.put(1, sequence(1));
    for (int row = 0; row < 4 * 2; row++) {
      int step = row / 2;
      int b = row % 2;
      for (int i = 0; i < Z; i++) {
        objective.noise().set(row, i, Math.sin(1.7 * step + 0.9 * b + 0.6 * i + 0.3));
      }
      for (int i = 0; i < model.staticSize(); i++) {
        objective.noise().set(row, Z + i, Math.sin(0.9 * b + 0.6 * i + 2.1));
      }
    }
    return objective;
  }

  static void assertClose(double expected, double actual) {
    assertEquals(expected, actual, 1e-5 * Math.max(1, Math.abs(expected)));
  }
}
