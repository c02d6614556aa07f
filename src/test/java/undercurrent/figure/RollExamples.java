package undercurrent.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import undercurrent.inference.Band;
import undercurrent.inference.Estimate;
import undercurrent.inference.NumberRows;
import undercurrent.model.Conditioning;
import undercurrent.series.Channel;
import undercurrent.series.Meter;
import undercurrent.series.Pitch;
import undercurrent.series.Series;
import undercurrent.series.SeriesSet;
import undercurrent.series.Split;
import undercurrent.series.TimeAxis;

/** Rolls with made-up probabilities. */
final class RollExamples {
  private RollExamples() {}

  /** Of 88 keys, with those that sound at each step. */
  static SeriesSet set(int perQuarter, Meter meter, int[]... sounding) {
    List<Channel> channels = new ArrayList<>();
    for (int key = Pitch.LOWEST; key <= Pitch.HIGHEST; key++) {
      channels.add(new Channel(Pitch.name(key), "", Channel.Kind.BINARY, Channel.Role.OBSERVED));
    }
    double[] times = new double[sounding.length];
    double[][] values = new double[sounding.length][Pitch.KEYS];
    for (int t = 0; t < times.length; t++) {
      times[t] = t / (double) perQuarter;
      for (int pitch : sounding[t]) values[t][pitch - Pitch.LOWEST] = 1;
    }
    return new SeriesSet(
        "tune",
        channels,
        new TimeAxis(Meter.AXIS, meter.written(), false, true),
        List.of(new Series("tune", times, values)),
        Split.NONE);
  }

  /** A scale in thirds, of 16 eighth notes in three quarters a bar. */
  static SeriesSet thirds() {
    int[] scale = {60, 62, 64, 65, 67, 69, 71, 72, 72, 71, 69, 67, 65, 64, 62, 60};
    int[][] sounding = new int[16][];
    for (int t = 0; t < 16; t++) sounding[t] = new int[] {scale[t], scale[t] + 4, 48};
    return set(2, new Meter(3, 4, 96), sounding);
  }

  /** Filtered up to step 10 and forecast from there, with one path. */
  static List<Estimate> estimates(SeriesSet set) {
    return List.of(
        estimate(set, Conditioning.FILTERED, 0, 10), estimate(set, Conditioning.FORECAST, 10, 6));
  }

  /** 0.9 for what sounds, 0.02 for all else; the path goes a semitone higher. */
  static Estimate estimate(SeriesSet set, Conditioning conditioning, int from, int length) {
    Series series = set.series().getFirst();
    double[][] mean = new double[length][Pitch.KEYS];
    double[][][] path = new double[1][length][Pitch.KEYS];
    for (int t = 0; t < length; t++) {
      for (int k = 0; k < Pitch.KEYS; k++) {
        double value = series.values()[from + t][k];
        mean[t][k] = 0.02 + 0.88 * value;
        if (value == 1) path[0][t][k + 1] = 1;
      }
    }
    boolean forecast = conditioning == Conditioning.FORECAST;
    return new Estimate(
        0,
        conditioning,
        "sample paths",
        0.9,
        from,
        Arrays.copyOfRange(series.times(), from, from + length),
        new Band(mean, mean, mean),
        new Band(new double[length][1], new double[length][1], new double[length][1]),
        forecast ? path : new double[0][][],
        NumberRows.of(new double[length][Pitch.KEYS]),
        List.of(),
        Estimate.NO_REGIMES,
        List.of());
  }
}
