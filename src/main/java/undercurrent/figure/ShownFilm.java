package undercurrent.figure;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.stream.Stream;
import undercurrent.inference.Estimate;
import undercurrent.model.Conditioning;
import undercurrent.series.Channel;
import undercurrent.series.FrameShape;
import undercurrent.series.Series;
import undercurrent.series.SeriesSet;

/** One series of a film with its estimates, as figures ask for them: row by row. */
final class ShownFilm {
  /** The place of the scale of values among those of a figure. */
  static final int VALUES = 0;

  /** The place of the scale of errors. */
  static final int ERRORS = 1;

  /** About so many frames say how large errors are. */
  private static final int JUDGED = 64;

  /** Of the values of films, which never change: a window asks again and again. */
  private static final Map<Series, Range> RANGES = Collections.synchronizedMap(new WeakHashMap<>());

  private final ShownSeries shown;
  private final Series series;
  private final FrameShape shape;
  private final int[] channels;
  private final List<Estimate> estimates;
  private final FrameScale scale;

  /**
   * A series of a film.
   *
   * @param estimates those of other series are left out
   * @throws IllegalArgumentException when the set is no film
   */
  ShownFilm(SeriesSet set, int index, List<Estimate> estimates) {
    shown = new ShownSeries(set, index);
    series = shown.series();
    shape =
        set.frame()
            .orElseThrow(() -> new IllegalArgumentException(Words.of("film.refused", set.name())));
    channels = set.observedChannels();
    this.estimates = estimates.stream().filter(e -> e.series() == index && e.length() > 0).toList();
    scale = valueScale();
  }

  ShownSeries shown() {
    return shown;
  }

  FrameShape shape() {
    return shape;
  }

  List<Estimate> estimates() {
    return estimates;
  }

  /** What all frames but those of errors are coloured by. */
  FrameScale scale() {
    return scale;
  }

  private FrameScale valueScale() {
    Range range = RANGES.computeIfAbsent(series, s -> range(s, channels));
    double low = range.min();
    double high = range.max();
    Channel first = shown.set().channels().get(channels[0]);
    boolean isPixel = first.kind() == Channel.Kind.PIXEL;
    if (isPixel && low >= 0 && high <= 1) {
      low = 0;
      high = 1;
    }
    return new FrameScale(
        Words.of(isPixel ? "scale.brightness" : "axis.value"), first.unit(), low, high);
  }

  private static Range range(Series series, int[] channels) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int t = 0; t < series.length(); t++) {
      for (int channel : channels) {
        double value = series.value(t, channel);
        if (value < low) low = value;
        if (value > high) high = value;
      }
    }
    return new Range(low, high);
  }

  /** Rows that were observed, and of a forecast beyond them. */
  int length() {
    return Math.max(series.length(), end());
  }

  /** The first row that is estimated; that of a long film may be far behind its start. */
  int first() {
    return estimates.stream().mapToInt(Estimate::from).min().orElse(0);
  }

  /** The row after the last one that is estimated; after the last one of all without estimates. */
  int end() {
    return estimates.stream().mapToInt(e -> e.from() + e.length()).max().orElse(series.length());
  }

  /** The row after the last one that is estimated and was observed. */
  int observedEnd() {
    return Math.min(series.length(), end());
  }

  double[] times() {
    return shown.set().times(shown.index(), 0, length());
  }

  Optional<Estimate> of(Conditioning conditioning) {
    return estimates.stream().filter(e -> e.conditioning() == conditioning).findFirst();
  }

  /** What was observed at a row, {@code [D]}; empty beyond the end. */
  double[] observed(int row) {
    if (row >= series.length()) return new double[0];
    double[] values = new double[channels.length];
    for (int d = 0; d < values.length; d++) values[d] = series.value(row, channels[d]);
    return values;
  }

  static double[] mean(Estimate e, int row) {
    int n = row - e.from();
    return n < 0 || n >= e.length() ? new double[0] : e.observation().mean().row(n);
  }

  Frames.Frame frame(double[] values, int scaleAt, double time, boolean isHidden) {
    return new Frames.Frame(
        values.length == 0 ? values : shape.frame(values), scaleAt, time, isHidden);
  }

  static boolean isHidden(double[] values) {
    return values.length > 0 && Arrays.stream(values).allMatch(Double::isNaN);
  }

  /** Estimate − observed; empty where one of them is not known. */
  static double[] difference(double[] estimate, double[] observed) {
    if (estimate.length == 0 || observed.length == 0) return new double[0];
    double[] difference = new double[estimate.length];
    for (int d = 0; d < difference.length; d++) difference[d] = estimate[d] - observed[d];
    return difference;
  }

  /** The estimate whose error is shown: what the model makes of all it saw, else what it has. */
  Optional<Estimate> judged() {
    return of(Conditioning.SMOOTHED)
        .or(() -> of(Conditioning.PREDICTED))
        .or(() -> of(Conditioning.FILTERED));
  }

  FrameScale errorScale(Estimate judged) {
    double largest = 0;
    int every = Math.max(1, (observedEnd() - first()) / JUDGED);
    for (int row = first(); row < observedEnd(); row += every) {
      for (double gap : difference(mean(judged, row), observed(row))) {
        if (Math.abs(gap) > largest) largest = Math.abs(gap);
      }
    }
    return FrameScale.ofErrors(Words.of("scale.error"), scale.unit(), largest);
  }

  List<Estimate> inOrder() {
    return Stream.of(
            Conditioning.SMOOTHED,
            Conditioning.FILTERED,
            Conditioning.PREDICTED,
            Conditioning.FORECAST)
        .flatMap(c -> of(c).stream())
        .toList();
  }

  static String name(Estimate e) {
    return e.conditioning() == Conditioning.PREDICTED
        ? Words.of("ahead")
        : EstimateWords.name(e.conditioning());
  }

  Figure figure(String id, String title, Frames frames, String summary) {
    StringBuilder words = new StringBuilder(summary);
    for (FrameScale each : frames.scales()) {
      words
          .append(' ')
          .append(
              Words.of(
                  each.unit().isEmpty() ? "film.colours" : "film.coloursIn",
                  each.words(),
                  Numbers.words(each.low()),
                  Numbers.words(each.high()),
                  each.unit()));
    }
    estimates.stream()
        .flatMap(e -> e.notes().stream())
        .distinct()
        .forEach(n -> words.append(' ').append(n));
    return new Figure(
        id,
        title,
        Axis.bare(0, 1),
        Axis.bare(0, 1),
        List.of(new Mark.Film(frames)),
        0,
        words.toString());
  }
}
