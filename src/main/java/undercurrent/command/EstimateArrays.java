package undercurrent.command;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import undercurrent.inference.Estimate;
import undercurrent.series.Series;
import undercurrent.series.SeriesSet;

/**
 * The table of {@code estimates.csv} as named arrays in an NPZ file, one value a row of the table.
 * Series, channel and kind are numbers from 0 that stand for the names in {@code series_names},
 * {@code channel_names} and {@code kind_names}.
 */
final class EstimateArrays {
  private static final double MILLISECONDS_A_DAY = 86_400_000;
  private final SeriesSet set;
  private final int[] channels;
  private final List<Estimate> estimates;
  private final List<String> kinds;

  EstimateArrays(SeriesSet set, List<Estimate> estimates) {
    this.set = set;
    this.estimates = estimates;
    channels = set.observedChannels();
    kinds = estimates.stream().map(EstimateTables::kind).distinct().toList();
  }

  /** A number of one row of the table. */
  private interface Cell {
    double of(Estimate estimate, int row, int channel);
  }

  static long rows(SeriesSet set, List<Estimate> estimates) {
    long channels = set.observedChannels().length;
    return estimates.stream().mapToLong(e -> channels * e.length()).sum();
  }

  void write(OutputStream file) throws IOException {
    try (NpzWriter npz = new NpzWriter(file)) {
      npz.texts("series_names", set.series().stream().map(Series::name).toList());
      npz.texts(
          "channel_names",
          Arrays.stream(channels).mapToObj(c -> set.channels().get(c).name()).toList());
      npz.texts("kind_names", kinds);
      integers(npz, "series", (e, n, d) -> e.series());
      if (set.time().isDate()) {
        NpzWriter.Values<NpzWriter.LongSink> times =
            sink -> each((e, n, d) -> sink.put(Math.round(e.times()[n] * MILLISECONDS_A_DAY)));
        if (set.time().hasDays()) npz.moments("time", rows(set, estimates), times);
        else npz.durations("time", rows(set, estimates), times);
      } else {
        doubles(npz, "time", (e, n, d) -> e.times()[n]);
      }
      integers(npz, "channel", (e, n, d) -> d);
      doubles(npz, "observed", this::observed);
      doubles(npz, "mean", (e, n, d) -> e.observation().mean().at(n, d));
      doubles(npz, "lower", (e, n, d) -> e.observation().lower().at(n, d));
      doubles(npz, "upper", (e, n, d) -> e.observation().upper().at(n, d));
      integers(npz, "kind", (e, n, d) -> kinds.indexOf(EstimateTables.kind(e)));
      doubles(npz, "level", (e, n, d) -> e.level());
      doubles(npz, "median", (e, n, d) -> e.observation().median().at(n, d));
    }
  }

  private double observed(Estimate e, int n, int d) {
    Series series = set.series().get(e.series());
    int row = e.from() + n;
    return row < series.length() ? series.value(row, channels[d]) : Double.NaN;
  }

  private void doubles(NpzWriter npz, String name, Cell cell) throws IOException {
    npz.doubles(name, rows(set, estimates), sink -> each((e, n, d) -> sink.put(cell.of(e, n, d))));
  }

  private void integers(NpzWriter npz, String name, Cell cell) throws IOException {
    npz.integers(
        name, rows(set, estimates), sink -> each((e, n, d) -> sink.put((long) cell.of(e, n, d))));
  }

  /** Sees the rows of the table in their order. */
  private interface Visitor {
    void see(Estimate estimate, int row, int channel) throws IOException;
  }

  private void each(Visitor visitor) throws IOException {
    for (Estimate e : estimates) {
      for (int n = 0; n < e.length(); n++) {
        for (int d = 0; d < channels.length; d++) visitor.see(e, n, d);
      }
    }
  }
}
