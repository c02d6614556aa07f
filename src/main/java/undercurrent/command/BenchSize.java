package undercurrent.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import undercurrent.math.Randomness;
import undercurrent.model.convolutional.ConvolutionalModel;
import undercurrent.model.convolutional.ConvolutionalSettings;
import undercurrent.model.deep.DeepMarkovModel;
import undercurrent.model.deep.DeepSettings;
import undercurrent.series.Channel;
import undercurrent.series.Dataset;
import undercurrent.series.FrameShape;
import undercurrent.series.Part;
import undercurrent.series.Series;
import undercurrent.series.SeriesSet;
import undercurrent.series.Split;
import undercurrent.series.TimeAxis;
import undercurrent.settings.Settings;

/**
 * The models that speed is compared with; jsb is that of the polyphonic music data, and plate the
 * convolutional model of the heat plate, 16 × 16 pixels.
 */
enum BenchSize {
  CLASSROOM(1, 2, 32, 32, 32, 100, 32, false),
  MEDIUM(8, 16, 64, 64, 128, 100, 64, false),
  JSB(88, 100, 100, 200, 600, 129, 20, true),
  PLATE(256, 8, 16, 16, 16, 20, 10, false);

  private static final int SIDE = 16;

  private final int observed;
  private final int latent;
  private final int emission;
  private final int transition;
  private final int network;
  private final boolean binary;

  /** Time steps of a sequence. */
  final int steps;

  /** Sequences of a batch. */
  final int batch;

  BenchSize(
      int observed,
      int latent,
      int emission,
      int transition,
      int network,
      int steps,
      int batch,
      boolean binary) {
    this.observed = observed;
    this.latent = latent;
    this.emission = emission;
    this.transition = transition;
    this.network = network;
    this.steps = steps;
    this.batch = batch;
    this.binary = binary;
  }

  private Optional<FrameShape> frame() {
    return this == PLATE ? Optional.of(new FrameShape(SIDE, SIDE, 1)) : Optional.empty();
  }

  /** The model with freshly drawn weights. */
  DeepMarkovModel model(Dataset data, long seed) {
    return this == PLATE
        ? ConvolutionalModel.of(ConvolutionalSettings.defaults(), data, seed)
        : DeepMarkovModel.of(settings(), data, seed);
  }

  private DeepSettings settings() {
    DeepSettings model = DeepSettings.defaults();
    model = Settings.with(model, "latentSize", latent);
    model = Settings.with(model, "emissionUnits", emission);
    model = Settings.with(model, "transitionUnits", transition);
    return Settings.with(model, "networkUnits", network);
  }

  /** Noise: what it says makes no difference to the speed. */
  Dataset data(int series, int length) {
    Randomness random = Randomness.of(1);
    List<Series> all = new ArrayList<>();
    for (int s = 0; s < series; s++) {
      double[][] values = new double[length][observed];
      for (double[] row : values) {
        for (int d = 0; d < observed; d++) {
          double value = random.normal();
          row[d] = binary ? (value > 1.6 ? 1 : 0) : value;
        }
      }
      double[] times = new double[length];
      Arrays.setAll(times, t -> t);
      all.add(new Series("s" + s, times, values));
    }
    List<Channel> channels = new ArrayList<>();
    Channel.Kind kind = binary ? Channel.Kind.BINARY : Channel.Kind.REAL;
    for (int d = 0; d < observed; d++) {
      channels.add(new Channel("x" + d, "", kind, Channel.Role.OBSERVED));
    }
    List<Part> parts = all.stream().map(s -> Part.TRAINING).toList();
    TimeAxis time = new TimeAxis("t", "", false, true);
    Split split = new Split(parts, 0, 0);
    return Dataset.of(new SeriesSet(name(), channels, time, all, split, frame()), length);
  }
}
