package undercurrent.inference;

import java.util.Arrays;
import java.util.OptionalInt;
import undercurrent.series.Calendar;
import undercurrent.series.Geo;
import undercurrent.series.Part;
import undercurrent.series.Series;
import undercurrent.series.SeriesSet;

/** The forecasts that need no model; one that is not better has learnt nothing. */
final class Baselines {
  private final SeriesSet set;
  private final int[] channels;
  private final Tracks tracks;

  Baselines(SeriesSet set) {
    this.set = set;
    this.channels = set.observedChannels();
    this.tracks = new Tracks(set);
  }

  /** What was observed last before {@code row}, channel by channel; NaN where nothing was. */
  double[] persistence(int series, int row) {
    double[] last = nothing();
    Series source = set.series().get(series);
    for (int d = 0; d < last.length; d++) {
      for (int t = Math.min(row, source.length()) - 1; t >= 0 && Double.isNaN(last[d]); t--) {
        last[d] = source.value(t, channels[d]);
      }
    }
    return last;
  }

  /**
   * A position that goes on by its last change in degrees.
   *
   * @param seen rows that were seen, at least two
   * @param steps how far beyond the last of them
   */
  double[] constantVelocity(int series, int seen, int steps) {
    double[] here = row(series, seen - 1);
    double[] before = row(series, seen - 2);
    double[] place =
        Geo.constantVelocity(
            before[tracks.latitude()],
            before[tracks.longitude()],
            here[tracks.latitude()],
            here[tracks.longitude()],
            steps);
    double[] out = nothing();
    out[tracks.latitude()] = place[0];
    out[tracks.longitude()] = place[1];
    return out;
  }

  /**
   * What was observed last at the same place of the season before {@code row}, of the rows that
   * were seen; NaN where nothing was, and without a usual season.
   *
   * @param seen rows that were seen
   */
  double[] seasonal(int series, int seen, int row) {
    double[] last = nothing();
    OptionalInt season = set.time().calendar().map(Calendar::season).orElse(OptionalInt.empty());
    if (season.isEmpty()) return last;
    Series source = set.series().get(series);
    int s = season.getAsInt();
    int from = row - s * ((row - seen) / s + 1);
    for (int d = 0; d < last.length; d++) {
      for (int t = from; t >= 0 && Double.isNaN(last[d]); t -= s) {
        last[d] = source.value(t, channels[d]);
      }
    }
    return last;
  }

  /** Mean of each channel over the training part. */
  double[] trainingMean() {
    double[] sum = new double[channels.length];
    long[] count = new long[channels.length];
    for (int s = 0; s < set.series().size(); s++) {
      Series source = set.series().get(s);
      int end = set.split().end(Part.TRAINING, s, source.length());
      for (int t = 0; t < end; t++) {
        for (int d = 0; d < channels.length; d++) {
          double value = source.value(t, channels[d]);
          if (Double.isNaN(value)) continue;
          sum[d] += value;
          count[d]++;
        }
      }
    }
    for (int d = 0; d < channels.length; d++) sum[d] /= count[d];
    return sum;
  }

  /** The observed channels of one row. */
  double[] row(int series, int row) {
    double[] values = set.series().get(series).row(row);
    double[] out = new double[channels.length];
    for (int d = 0; d < channels.length; d++) out[d] = values[channels[d]];
    return out;
  }

  private double[] nothing() {
    double[] out = new double[channels.length];
    Arrays.fill(out, Double.NaN);
    return out;
  }
}
