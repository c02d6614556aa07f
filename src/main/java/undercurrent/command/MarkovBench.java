package undercurrent.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import undercurrent.math.Randomness;
import undercurrent.model.Trainable;
import undercurrent.model.deep.DeepMarkovModel;
import undercurrent.model.deep.DeepSettings;
import undercurrent.series.Channel;
import undercurrent.series.Dataset;
import undercurrent.series.FrameShape;
import undercurrent.series.Series;
import undercurrent.series.SeriesSet;
import undercurrent.series.Split;
import undercurrent.series.TimeAxis;
import undercurrent.settings.Settings;

/** A deep Markov model, trained on noise. */
record MarkovBench(
    int observed, int latent, int emission, int transition, int network, boolean binary)
    implements BenchSize.Bench {
  @Override
  public Trainable model(Dataset data, long seed) {
    DeepSettings model = DeepSettings.defaults();
    model = Settings.with(model, "latentSize", latent);
    model = Settings.with(model, "emissionUnits", emission);
    model = Settings.with(model, "transitionUnits", transition);
    return DeepMarkovModel.of(Settings.with(model, "networkUnits", network), data, seed);
  }

  @Override
  public Dataset data(int series, int length) {
    return noise(observed, binary, Optional.empty(), series, length);
  }

  /**
   * Series of noise.
   *
   * @param frame that the channels are together
   */
  static Dataset noise(
      int observed, boolean binary, Optional<FrameShape> frame, int series, int length) {
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
    TimeAxis time = new TimeAxis("t", "", false, true);
    return Dataset.of(
        new SeriesSet("bench", channels, time, all, Split.of(series, 0), frame), length);
  }
}
