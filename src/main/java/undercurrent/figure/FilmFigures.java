package undercurrent.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.WeakHashMap;
import java.util.stream.Stream;
import undercurrent.inference.Estimate;
import undercurrent.model.Conditioning;
import undercurrent.series.Channel;
import undercurrent.series.FrameShape;
import undercurrent.series.Series;
import undercurrent.series.SeriesSet;

/**
 * Figures of one series of a film: a strip of moments with what was observed and what a model
 * thinks of it, one moment with both beside each other, and the error of frames over time.
 */
final class FilmFigures {
  /** Moments of a strip. */
  private static final int COLUMNS = 8;

  /** So many of them lie before the cursor. */
  private static final int BEFORE = 3;

  private static final int VALUES = 0;
  private static final int ERRORS = 1;

  /** About so many frames say how large errors are. */
  private static final int JUDGED = 64;

  /** A film takes about so many seconds, but is neither played very slowly nor very fast. */
  private static final double SECONDS = 15;

  /** Of the values of films, which never change: a window asks again and again. */
  private static final Map<Series, Range> RANGES = Collections.synchronizedMap(new WeakHashMap<>());

  private static final double SLOWEST = 6;
  private static final double FASTEST = 25;
  private final ShownSeries shown;
  private final Series series;
  private final FrameShape shape;
  private final int[] channels;
  private final List<Estimate> estimates;
  private final FrameScale scale;

  /**
   * @param estimates those of other series are left out
   */
  FilmFigures(SeriesSet set, int index, List<Estimate> estimates) {
    shown = new ShownSeries(set, index);
    series = shown.series();
    shape =
        set.frame()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "The set '%s' has no frames; choose a film.".formatted(set.name())));
    channels = set.observedChannels();
    this.estimates = estimates.stream().filter(e -> e.series() == index && e.length() > 0).toList();
    scale = valueScale();
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
    return new FrameScale(isPixel ? "brightness" : "value", first.unit(), low, high);
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

  private int length() {
    int end = series.length();
    for (Estimate e : estimates) end = Math.max(end, e.from() + e.length());
    return end;
  }

  private double[] times() {
    return shown.set().times(shown.index(), 0, length());
  }

  private Optional<Estimate> of(Conditioning conditioning) {
    return estimates.stream().filter(e -> e.conditioning() == conditioning).findFirst();
  }

  /** What was observed at a row, {@code [D]}; empty beyond the end. */
  private double[] observed(int row) {
    if (row >= series.length()) return new double[0];
    double[] values = new double[channels.length];
    for (int d = 0; d < values.length; d++) values[d] = series.value(row, channels[d]);
    return values;
  }

  private static double[] mean(Estimate e, int row) {
    int n = row - e.from();
    return n < 0 || n >= e.length() ? new double[0] : e.observation().mean()[n];
  }

  private Frames.Frame frame(double[] values, int scaleAt, double time, boolean isHidden) {
    return new Frames.Frame(
        values.length == 0 ? values : shape.frame(values), scaleAt, time, isHidden);
  }

  private static boolean isHidden(double[] values) {
    return values.length > 0 && Arrays.stream(values).allMatch(Double::isNaN);
  }

  /** Estimate − observed; empty where one of them is not known. */
  private static double[] difference(double[] estimate, double[] observed) {
    if (estimate.length == 0 || observed.length == 0) return new double[0];
    double[] difference = new double[estimate.length];
    for (int d = 0; d < difference.length; d++) difference[d] = estimate[d] - observed[d];
    return difference;
  }

  /** The estimate whose error is shown: what the model makes of all it saw, else what it has. */
  private Optional<Estimate> judged() {
    return of(Conditioning.SMOOTHED)
        .or(() -> of(Conditioning.PREDICTED))
        .or(() -> of(Conditioning.FILTERED));
  }

  private FrameScale errorScale(Estimate judged) {
    double largest = 0;
    int every = Math.max(1, series.length() / JUDGED);
    for (int row = 0; row < series.length(); row += every) {
      for (double gap : difference(mean(judged, row), observed(row))) {
        if (Math.abs(gap) > largest) largest = Math.abs(gap);
      }
    }
    return FrameScale.ofErrors("error", scale.unit(), largest);
  }

  /**
   * Moments around the cursor, or without one of the whole film at equal distances.
   *
   * @param cursor in the unit of the time axis
   */
  Figure strip(OptionalDouble cursor) {
    double[] times = times();
    int count = Math.min(columns(), times.length);
    int marked = cursor.isPresent() ? Nearest.index(times, cursor.getAsDouble()) : -1;
    int first = Math.clamp((long) marked - BEFORE, 0, times.length - count);
    int[] rows = new int[count];
    for (int j = 0; j < count; j++) {
      rows[j] =
          cursor.isPresent()
              ? first + j
              : (int) Math.round(j * (times.length - 1.0) / Math.max(1, count - 1));
    }
    List<String> names = new ArrayList<>();
    List<List<Frames.Frame>> frames = new ArrayList<>();
    names.add("observed");
    frames.add(row(rows, times, VALUES, this::observed));
    for (Estimate e : inOrder()) {
      boolean goesOn = e.conditioning() == Conditioning.FILTERED;
      Optional<Estimate> then = goesOn ? of(Conditioning.FORECAST) : Optional.empty();
      if (e.conditioning() == Conditioning.FORECAST && of(Conditioning.FILTERED).isPresent())
        continue;
      names.add(
          name(e) + then.map(f -> ", forecast from " + shown.moment(f.times()[0])).orElse(""));
      frames.add(
          row(
              rows,
              times,
              VALUES,
              t -> then.isPresent() && t >= then.get().from() ? mean(then.get(), t) : mean(e, t)));
    }
    List<FrameScale> scales = new ArrayList<>(List.of(scale));
    judged()
        .ifPresent(
            e -> {
              names.add("error, " + name(e));
              frames.add(row(rows, times, ERRORS, t -> difference(mean(e, t), observed(t))));
              scales.add(errorScale(e));
            });
    List<String> moments = new ArrayList<>();
    for (int row : rows) moments.add(shown.moment(times[row]));
    int column = -1;
    for (int j = 0; j < count; j++) if (rows[j] == marked) column = j;
    return figure(
        "film",
        ": frames",
        new Frames(shape, shown.timeAxis().label(), names, moments, frames, scales, column),
        "Frames of %s at %d moments from %s to %s; rows are %s."
            .formatted(
                shape.words(),
                count,
                moments.getFirst(),
                moments.getLast(),
                String.join(", ", names)));
  }

  /** Fewer of frames that are wide. */
  private int columns() {
    double ratio = (double) shape.width() / shape.height();
    return ratio <= 1
        ? COLUMNS
        : (int) Math.clamp(Math.round(COLUMNS * Math.pow(ratio, -0.6)), 4, COLUMNS);
  }

  private List<Estimate> inOrder() {
    return Stream.of(
            Conditioning.SMOOTHED,
            Conditioning.FILTERED,
            Conditioning.PREDICTED,
            Conditioning.FORECAST)
        .flatMap(c -> of(c).stream())
        .toList();
  }

  private static String name(Estimate e) {
    return e.conditioning() == Conditioning.PREDICTED
        ? "one step ahead"
        : EstimateWords.name(e.conditioning());
  }

  private List<Frames.Frame> row(
      int[] rows, double[] times, int scaleAt, java.util.function.IntFunction<double[]> values) {
    List<Frames.Frame> frames = new ArrayList<>();
    for (int row : rows) {
      boolean isHidden = isHidden(observed(row));
      double[] numbers = values.apply(row);
      // There is no error where nothing was observed.
      boolean isNothing = scaleAt == ERRORS && isHidden;
      frames.add(frame(isNothing ? new double[0] : numbers, scaleAt, times[row], isHidden));
    }
    return frames;
  }

  /**
   * What was observed with an estimate beside it, and its error, moment by moment.
   *
   * @param conditioning of the estimate; FILTERED goes on as the forecast
   */
  MovingFigure moving(Conditioning conditioning) {
    List<Estimate> chosen =
        estimates.stream()
            .filter(
                e ->
                    e.conditioning() == conditioning
                        || (conditioning == Conditioning.FILTERED
                            && e.conditioning() == Conditioning.FORECAST))
            .toList();
    double largest = 0;
    for (Estimate e : chosen) largest = Math.max(largest, errorScale(e).high());
    return new Player(chosen, FrameScale.ofErrors("error", scale.unit(), largest), times());
  }

  /** One moment after another. */
  private final class Player implements MovingFigure {
    private final List<Estimate> chosen;
    private final FrameScale errors;
    private final double[] times;

    Player(List<Estimate> chosen, FrameScale errors, double[] times) {
      this.chosen = chosen;
      this.errors = errors;
      this.times = times;
    }

    @Override
    public int length() {
      return times.length;
    }

    @Override
    public String words(int moment) {
      return shown.moment(times[moment]);
    }

    @Override
    public double time(int moment) {
      return times[moment];
    }

    @Override
    public double perSecond() {
      return Math.clamp(times.length / SECONDS, SLOWEST, FASTEST);
    }

    @Override
    public Figure at(int moment) {
      return at(moment, true);
    }

    /** Without the error. */
    @Override
    public Figure narrow(int moment) {
      return at(moment, false);
    }

    private Figure at(int moment, boolean withError) {
      double[] seen = observed(moment);
      boolean isHidden = isHidden(seen);
      Optional<Estimate> known =
          chosen.stream().filter(e -> mean(e, moment).length > 0).findFirst();
      double[] values = known.map(e -> mean(e, moment)).orElse(new double[0]);
      double[] gap = isHidden ? new double[0] : difference(values, seen);
      List<Frames.Frame> frames = new ArrayList<>();
      frames.add(frame(seen, VALUES, times[moment], isHidden));
      List<String> names = new ArrayList<>(List.of("observed"));
      List<FrameScale> scales = new ArrayList<>(List.of(scale));
      if (!chosen.isEmpty()) {
        names.add(known.or(() -> chosen.stream().findFirst()).map(FilmFigures::name).orElse(""));
        frames.add(frame(values, VALUES, times[moment], isHidden));
      }
      if (!chosen.isEmpty() && withError) {
        names.add("error");
        scales.add(errors);
        frames.add(frame(gap, ERRORS, times[moment], isHidden));
      }
      return figure(
          "frame",
          ": frame at " + words(moment),
          new Frames(shape, "", List.of(""), names, List.of(frames), scales, Frames.NONE),
          "The frame of %s at %s: %s."
              .formatted(shape.words(), words(moment), String.join(", ", names)));
    }
  }

  private Figure figure(String id, String what, Frames frames, String summary) {
    StringBuilder words = new StringBuilder(summary);
    for (FrameScale each : frames.scales()) {
      words.append(
          " The %s%s is coloured from %s to %s."
              .formatted(
                  each.words(),
                  each.unit().isEmpty() ? "" : " in " + each.unit(),
                  Numbers.words(each.low()),
                  Numbers.words(each.high())));
    }
    estimates.stream()
        .flatMap(e -> e.notes().stream())
        .distinct()
        .forEach(n -> words.append(' ').append(n));
    return new Figure(
        id,
        shown.title() + what,
        Axis.bare(0, 1),
        Axis.bare(0, 1),
        List.of(new Mark.Film(frames)),
        0,
        words.toString());
  }

  /** Root mean squared error of each frame, beside that of what was observed last. */
  Figure errors() {
    double[] times = times();
    List<Mark> marks = new ArrayList<>();
    List<String> means = new ArrayList<>();
    for (Estimate e : inOrder()) {
      if (e.conditioning() == Conditioning.FILTERED) continue;
      double[] error = new double[series.length()];
      Arrays.fill(error, Double.NaN);
      for (int t = 0; t < error.length; t++) error[t] = size(difference(mean(e, t), observed(t)));
      line(marks, means, name(e), EstimateWords.ink(e.conditioning()), error, times);
    }
    line(marks, means, "persistence, one step", Ink.MUTED, persistence(false), times);
    if (of(Conditioning.FORECAST).isPresent()) {
      line(
          marks, means, "persistence from the last seen frame", Ink.DATA, persistence(true), times);
      double begins = shown.beginning(of(Conditioning.FORECAST).get());
      marks.add(new Mark.Rule("", "forecast begins", begins, true));
    }
    return new Figure(
        "film-error",
        shown.title() + ": error of frames",
        shown.timeAxis(),
        new Axis("RMSE of a frame", scale.unit(), Axis.Kind.NUMBER, 0, Double.NaN),
        marks,
        0,
        "Root mean squared error over the cells of each frame; means over time: %s."
            .formatted(String.join(", ", means)));
  }

  private static void line(
      List<Mark> marks, List<String> means, String name, Ink ink, double[] error, double[] times) {
    double[] known = Arrays.stream(error).filter(Double::isFinite).toArray();
    if (known.length == 0) return;
    double[] x = Arrays.copyOf(times, error.length);
    Mark.Stroke stroke = name.startsWith("persistence") ? Mark.Stroke.DASHED : Mark.Stroke.SOLID;
    marks.add(new Mark.Line(name, ink, stroke, x, error));
    means.add(name + " " + Numbers.words(Arrays.stream(known).average().orElse(0)));
  }

  /** √ of the mean square of the numbers that are known. */
  private static double size(double[] gaps) {
    double squares = 0;
    int count = 0;
    for (double gap : gaps) {
      if (Double.isNaN(gap)) continue;
      squares += gap * gap;
      count++;
    }
    return count == 0 ? Double.NaN : Math.sqrt(squares / count);
  }

  /** Of the last value of each cell, or from the forecast on, of the last one that it has seen. */
  private double[] persistence(boolean isHeld) {
    int from = isHeld ? of(Conditioning.FORECAST).map(Estimate::from).orElse(0) : 0;
    double[] error = new double[series.length()];
    double[] last = new double[channels.length];
    Arrays.fill(last, Double.NaN);
    for (int t = 0; t < error.length; t++) {
      double[] now = observed(t);
      boolean isAsked = !isHeld || t >= from;
      error[t] = isAsked ? size(difference(last, now)) : Double.NaN;
      if (isHeld && t >= from) continue;
      for (int d = 0; d < last.length; d++) if (!Double.isNaN(now[d])) last[d] = now[d];
    }
    return error;
  }
}
