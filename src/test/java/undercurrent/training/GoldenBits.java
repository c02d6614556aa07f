package undercurrent.training;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import undercurrent.model.deep.CellKind;
import undercurrent.model.deep.DeepMarkovModel;
import undercurrent.model.deep.DeepSettings;
import undercurrent.model.deep.EmissionSettings;
import undercurrent.model.deep.Likelihood;
import undercurrent.model.deep.NetworkKind;
import undercurrent.model.deep.TransitionKind;
import undercurrent.series.Channel;
import undercurrent.series.Dataset;
import undercurrent.series.Part;
import undercurrent.series.Series;
import undercurrent.series.SeriesSet;
import undercurrent.series.Split;
import undercurrent.series.TimeAxis;
import undercurrent.session.WorkerThreads;
import undercurrent.settings.Settings;

/**
 * Trains small models for some steps with some threads and prints a hash of all their weights; a
 * launch of its own. The argument is "threads x steps".
 */
public final class GoldenBits {
  /** Three shards, the last one of nine. */
  private static final int SERIES = 25;

  private GoldenBits() {}

  public static void main(String[] arguments) throws NoSuchAlgorithmException {
    String[] numbers = arguments[0].split("x", -1);
    try (WorkerThreads workers = WorkerThreads.of(Integer.parseInt(numbers[0]))) {
      print(workers, Integer.parseInt(numbers[1]));
    }
  }

  private static void print(Workers workers, int steps) throws NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (DeepSettings model : models()) {
      boolean binary = model.emission().likelihood() == Likelihood.BERNOULLI;
      for (float weight : trained(model, waves(binary), workers, steps)) {
        digest.update(ByteBuffer.allocate(Float.BYTES).putFloat(weight).array());
      }
    }
    System.out.println("bits " + HexFormat.of().formatHex(digest.digest()));
  }

  /**
   * Every cell, transition, likelihood and kind of network; 17 units fill vectors and leave one.
   */
  private static List<DeepSettings> models() {
    return List.of(
        model("hiddenUnits", 17),
        model(
            "hiddenUnits",
            5,
            "network",
            NetworkKind.MEAN_FIELD_BOTH,
            "cell",
            CellKind.LSTM,
            "latentSize",
            3),
        model(
            "hiddenUnits",
            5,
            "network",
            NetworkKind.STRUCTURED_BOTH,
            "likelihood",
            Likelihood.BERNOULLI),
        model(
            "hiddenUnits",
            5,
            "transition",
            TransitionKind.MLP,
            "noise",
            EmissionSettings.Noise.STATE_DEPENDENT));
  }

  private static DeepSettings model(Object... pairs) {
    DeepSettings changed = DeepSettings.defaults();
    for (int i = 0; i < pairs.length; i += 2) {
      changed = Settings.with(changed, (String) pairs[i], pairs[i + 1]);
    }
    return changed;
  }

  private static float[] trained(DeepSettings settings, Dataset data, Workers workers, int steps) {
    TrainingSettings training =
        Settings.with(
            Settings.with(TrainingSettings.defaults(), "epochs", 50), "batchSize", SERIES);
    DeepMarkovModel model = DeepMarkovModel.of(settings, data, training.seed());
    Trainer trainer = new Trainer(model, data, training, workers);
    for (int i = 0; i < steps; i++) trainer.step();
    return model.parameters().data();
  }

  private static Dataset waves(boolean binary) {
    List<Series> series = new ArrayList<>();
    List<Part> parts = new ArrayList<>();
    for (int s = 0; s < SERIES; s++) {
      int length = 5 + s % 2;
      double[] times = new double[length];
      double[][] values = new double[length][1];
      for (int t = 0; t < length; t++) {
        times[t] = t;
        double wave = StrictMath.sin(0.9 * t + s);
        values[t][0] = binary ? (wave > 0 ? 1 : 0) : wave;
      }
      series.add(new Series("s" + s, times, values));
      parts.add(Part.TRAINING);
    }
    return Dataset.of(
        new SeriesSet(
            "waves",
            List.of(
                new Channel(
                    "y",
                    "",
                    binary ? Channel.Kind.BINARY : Channel.Kind.REAL,
                    Channel.Role.OBSERVED)),
            new TimeAxis("t", "", false, true),
            series,
            new Split(parts, 0, 0)),
        0);
  }
}
