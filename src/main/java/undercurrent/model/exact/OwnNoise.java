package undercurrent.model.exact;

import java.util.Arrays;
import java.util.Locale;
import undercurrent.model.ModelWords;
import undercurrent.model.linear.Varying;
import undercurrent.series.Series;
import undercurrent.series.SeriesSet;

/**
 * The measurement noise that the rows of a set know of themselves: each observed channel has a
 * column of standard deviations, named after it or the only one.
 */
final class OwnNoise {
  private final SeriesSet set;

  /** The noise column of every observed channel; none when rows do not know. */
  private final int[] columns;

  /**
   * Of a set.
   *
   * @throws IllegalArgumentException when some channels have a noise and others none
   */
  OwnNoise(SeriesSet set) {
    this.set = set;
    int[] observed = set.observedChannels();
    int[] noise = set.noiseChannels();
    columns = new int[noise.length == 0 ? 0 : observed.length];
    for (int d = 0; d < columns.length; d++) columns[d] = column(observed[d], noise);
  }

  private int column(int observed, int[] noise) {
    boolean only = noise.length == 1 && (set.observedChannels().length == 1 || set.isTrack());
    if (only) return noise[0];
    String name = set.channels().get(observed).name().toLowerCase(Locale.ROOT);
    return Arrays.stream(noise)
        .filter(c -> set.channels().get(c).name().toLowerCase(Locale.ROOT).startsWith(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    ModelWords.of("ownNoise.missingColumn", name, set.name(), name)));
  }

  /** What 1 of the model is in the unit of a noise column. */
  interface Scale {
    /** Of a place among the observed channels, at a row. */
    double at(int place, int row);
  }

  /** The unit of the noise of an observed channel; empty where the file does not say. */
  String unit(int place) {
    return set.channels().get(columns[place]).unit();
  }

  boolean isGiven() {
    return columns.length > 0;
  }

  /**
   * R of each row {@code [m·m]} of some places: (s / scale)² along the diagonal. Where nothing was
   * seen, and beyond the end, the median of the series stands for it.
   *
   * @throws IllegalArgumentException when a value that was seen has none
   */
  Varying variances(int series, int rows, int[] places, Scale scale) {
    Series source = set.series().get(series);
    int[] observed = set.observedChannels();
    int m = places.length;
    double[][] r = new double[rows][m * m];
    for (int d = 0; d < m; d++) {
      double[] deviations = source.channel(columns[places[d]]);
      double[] values = source.channel(observed[places[d]]);
      double[] known = Arrays.stream(deviations).filter(s -> !Double.isNaN(s)).sorted().toArray();
      double median = known.length == 0 ? 1 : known[known.length / 2];
      for (int t = 0; t < rows; t++) {
        double deviation = t < deviations.length ? deviations[t] : Double.NaN;
        if (Double.isNaN(deviation)) {
          if (t < values.length && !Double.isNaN(values[t])) throw missing(source, places[d], t);
          deviation = median;
        }
        r[t][d * m + d] = Math.pow(deviation / scale.at(places[d], t), 2);
      }
    }
    return Varying.each(m, m, r);
  }

  private IllegalArgumentException missing(Series source, int place, int row) {
    return new IllegalArgumentException(
        ModelWords.of(
            "ownNoise.missingCell",
            set.channels().get(set.observedChannels()[place]).name(),
            row + 1,
            source.name(),
            set.channels().get(columns[place]).name()));
  }
}
