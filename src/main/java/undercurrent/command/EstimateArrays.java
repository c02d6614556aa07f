package undercurrent.command;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import undercurrent.inference.Band;
import undercurrent.inference.Estimate;
import undercurrent.inference.NumberRows;
import undercurrent.model.Conditioning;
import undercurrent.series.Series;
import undercurrent.series.SeriesSet;

/**
 * The table of {@code estimates.csv} or {@code latents.csv} as named arrays in an NPZ file, one
 * value a row of the table. Series, channel or dimension, and kind are numbers from 0 that stand
 * for the names in {@code series_names} and the like.
 */
final class EstimateArrays {
  private static final double MILLISECONDS_A_DAY = 86_400_000;
  private final SeriesSet set;
  private final Iterable<Estimate> estimates;
  private final List<Conditioning> kinds = new ArrayList<>();
  private final boolean isLatent;
  private final int[] channels;
  private final long rows;

  private EstimateArrays(SeriesSet set, Iterable<Estimate> estimates, boolean isLatent) {
    this.set = set;
    this.estimates = estimates;
    this.isLatent = isLatent;
    channels = set.observedChannels();
    long counted = 0;
    for (Estimate e : estimates) {
      if (!kinds.contains(e.conditioning())) kinds.add(e.conditioning());
      counted += (long) band(e).size() * e.length();
    }
    rows = counted;
  }

  /** Of what is observed. */
  static EstimateArrays observed(SeriesSet set, Iterable<Estimate> estimates) {
    return new EstimateArrays(set, estimates, false);
  }

  /** Of the latent states. */
  static EstimateArrays latent(SeriesSet set, Iterable<Estimate> estimates) {
    return new EstimateArrays(set, estimates, true);
  }

  /** A number of one row of the table. */
  private interface Cell {
    double of(Estimate estimate, int row, int column);
  }

  private Band band(Estimate estimate) {
    return isLatent ? estimate.latent() : estimate.observation();
  }

  /** How many rows the table has. */
  long rows() {
    return rows;
  }

  void write(OutputStream file) throws IOException {
    try (NpzWriter npz = new NpzWriter(file)) {
      npz.texts("series_names", set.series().stream().map(Series::name).toList());
      if (isLatent) writeDimensions(npz);
      else writeChannels(npz);
      npz.texts("kind_names", kinds.stream().map(EstimateTables::kind).toList());
      integers(npz, "series", (e, n, d) -> e.series());
      if (set.time().isDate()) {
        NpzWriter.Values<NpzWriter.LongSink> times =
            sink -> each((e, n, d) -> sink.put(Math.round(e.times()[n] * MILLISECONDS_A_DAY)));
        if (set.time().hasDays()) npz.moments("time", rows, times);
        else npz.durations("time", rows, times);
      } else {
        evenDoubles(npz, "time", (e, n, d) -> e.times()[n]);
      }
      integers(npz, isLatent ? "dimension" : "channel", (e, n, d) -> d);
      if (!isLatent) doubles(npz, "observed", this::observed);
      numbers(npz, "mean", Band::mean);
      numbers(npz, "lower", Band::lower);
      numbers(npz, "upper", Band::upper);
      integers(npz, "kind", (e, n, d) -> kinds.indexOf(e.conditioning()));
      evenDoubles(npz, "level", (e, n, d) -> e.level());
      numbers(npz, "median", Band::median);
    }
  }

  private void writeChannels(NpzWriter npz) throws IOException {
    npz.texts(
        "channel_names",
        Arrays.stream(channels).mapToObj(c -> set.channels().get(c).name()).toList());
  }

  private void writeDimensions(NpzWriter npz) throws IOException {
    Estimate first = estimates.iterator().next();
    int size = first.latent().size();
    npz.texts("dimension_names", IntStream.range(0, size).mapToObj(first::latentName).toList());
    npz.texts("unit_names", IntStream.range(0, size).mapToObj(first::latentUnit).toList());
  }

  /** Of a band, in the file's units. */
  private void numbers(NpzWriter npz, String name, Function<Band, NumberRows> part)
      throws IOException {
    doubles(
        npz,
        name,
        (e, n, d) -> {
          double number = part.apply(band(e)).at(n, d);
          return isLatent ? e.latentInFile(d, number) : number;
        });
  }

  private double observed(Estimate e, int n, int d) {
    Series series = set.series().get(e.series());
    int row = e.from() + n;
    int channel = channels[d];
    return row < series.length() ? series.value(row, channel) : Double.NaN;
  }

  private void doubles(NpzWriter npz, String name, Cell cell) throws IOException {
    npz.doubles(name, rows, sink -> each((e, n, d) -> sink.put(cell.of(e, n, d))));
  }

  private void evenDoubles(NpzWriter npz, String name, Cell cell) throws IOException {
    npz.evenDoubles(name, rows, sink -> each((e, n, d) -> sink.put(cell.of(e, n, d))));
  }

  private void integers(NpzWriter npz, String name, Cell cell) throws IOException {
    npz.integers(name, rows, sink -> each((e, n, d) -> sink.put((long) cell.of(e, n, d))));
  }

  /** Sees the rows of the table in their order. */
  private interface Visitor {
    void see(Estimate estimate, int row, int column) throws IOException;
  }

  private void each(Visitor visitor) throws IOException {
    for (Estimate e : estimates) {
      for (int n = 0; n < e.length(); n++) {
        for (int d = 0; d < band(e).size(); d++) visitor.see(e, n, d);
      }
    }
  }
}
