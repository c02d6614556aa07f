package undercurrent.model.kvae;

import tools.jackson.databind.JsonNode;
import undercurrent.math.DeepGolden;
import undercurrent.math.Parameters;
import undercurrent.math.Tape;
import undercurrent.model.deep.ChannelStatistics;
import undercurrent.model.deep.EmissionSettings;
import undercurrent.series.Sequence;
import undercurrent.series.Shape;
import undercurrent.series.Support;

/** The model, series and noise of {@code golden/deep/kvae.json}. */
final class KalmanVaeGolden {
  static final JsonNode ALL = DeepGolden.read("kvae");
  static final int D = 3;
  static final int A = 2;
  static final int STATES = 4;
  private static final int[] LENGTHS = {4, 3};

  private KalmanVaeGolden() {}

  static int length(int b) {
    return LENGTHS[b];
  }

  static JsonNode sequenceNode(int b) {
    return ALL.get("sequences").get(b);
  }

  static KalmanVaeSettings settings(int modes) {
    return new KalmanVaeSettings(
        modes,
        STATES,
        A,
        3,
        3,
        0.1,
        0.1,
        KalmanVaeSettings.LinearNoise.USUAL,
        KalmanVaeSettings.Frames.USUAL,
        EmissionSettings.USUAL,
        1e-3);
  }

  /** With the weights of the known answers. */
  static KalmanVae model() {
    ChannelStatistics channels = ChannelStatistics.plain(new double[D], Support.REAL);
    KalmanVae model = new KalmanVae(settings(2), channels, 1, 1);
    Parameters p = model.parameters();
    DeepGolden.fill(p, "encoder.hidden", 60, 1);
    DeepGolden.fill(p, "encoder.mean", 70, 1);
    DeepGolden.fill(p, "encoder.spread", 80, 1);
    DeepGolden.fill(p, "emission.hidden", 90, 1);
    DeepGolden.fill(p, "emission.mean", 110, 1);
    DeepGolden.fillBias(p, "emission.spread", 115);
    DeepGolden.fill(p, "mixing.memory.input", 120, 6);
    DeepGolden.fill(p, "mixing.memory.state", 130, 6);
    DeepGolden.fill(p, "mixing.weights", 160, 6);
    DeepGolden.fillBias(p, "mixing.first", 65);
    for (int k = 0; k < 2; k++) {
      fill(p, "modes.f", k, 170 + 10 * k, STATES, STATES, 0.3, 1);
      fill(p, "modes.h", k, 190 + 10 * k, A, STATES, 1, 0);
      fill(p, "modes.b", k, 210 + 10 * k, STATES, 1, 1, 0);
    }
    return model;
  }

  private static void fill(
      Parameters p,
      String name,
      int mode,
      int key,
      int rows,
      int columns,
      double gain,
      double diagonal) {
    int from = DeepGolden.entry(p, name).offset() + mode * rows * columns;
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        double number = gain * DeepGolden.weight(key, i, columns, j) + (i == j ? diagonal : 0);
        DeepGolden.set(p, from + i * columns + j, number);
      }
    }
  }

  /** Where an element stands that the known answers name, such as "A1[0,2]". */
  static int place(Parameters p, String name, int row, int column) {
    if (name.matches("[ABC]\\d")) {
      String entry =
          name.startsWith("A") ? "modes.f" : name.startsWith("B") ? "modes.b" : "modes.h";
      int columns = name.startsWith("B") ? 1 : STATES;
      int size = (name.startsWith("C") ? A : STATES) * columns;
      int mode = name.charAt(1) - '0';
      return DeepGolden.entry(p, entry).offset() + mode * size + row * columns + column;
    }
    String own = name.replace("alpha.state", "mixing.memory.state");
    Parameters.Entry entry = DeepGolden.entry(p, own);
    return entry.offset() + column * entry.columns() + row;
  }

  static Sequence sequence(int b) {
    int steps = LENGTHS[b];
    float[] values = new float[steps * D];
    float[] mask = new float[steps * D];
    float[] inputs = new float[steps];
    for (int t = 0; t < steps; t++) {
      inputs[t] = (float) Math.cos(0.6 * t + 0.5 * b);
      for (int d = 0; d < D; d++) {
        boolean missing = b == 0 ? t == 2 && d == 1 : t == 1;
        mask[t * D + d] = missing ? 0 : 1;
        values[t * D + d] = missing ? 0 : (float) Math.cos(0.8 * t - 0.5 * b + 1.1 * d);
      }
    }
    return new Sequence(0, 0, steps, values, mask, inputs, new float[steps], new Shape.Vector(D));
  }

  static KalmanVaeObjective filled(KalmanVae model) {
    KalmanVaeObjective objective =
        new KalmanVaeObjective(model, new Tape(model.parameters()), 4, 2);
    objective.clear();
    for (int b = 0; b < 2; b++) objective.put(b, sequence(b));
    for (int row = 0; row < 4 * 2; row++) {
      for (int i = 0; i < A; i++) objective.noise().set(row, i, noise(row / 2, row % 2, i));
    }
    return objective;
  }

  static double noise(int t, int b, int i) {
    return Math.sin(1.7 * t + 0.9 * b + 0.6 * i + 0.3);
  }
}
