package undercurrent.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import undercurrent.inference.Estimate;
import undercurrent.model.Conditioning;
import undercurrent.series.Channel;
import undercurrent.series.SeriesSet;
import undercurrent.series.Truth;

/** What was observed in one channel of one series, and what a model thinks of it. */
final class ObservedFigure {
  static final int PATHS = 24;

  /** A forecast alone is shown with this many times its own length before it. */
  private static final int HISTORY = 5;

  private final ShownSeries shown;
  private final int channel;
  private final List<Estimate> estimates;
  private final int column;
  private final List<Mark> marks = new ArrayList<>();
  private List<Estimate> beside = List.of();
  private Optional<EditMarks> edits = Optional.empty();

  ObservedFigure(SeriesSet set, int series, int channel, List<Estimate> estimates) {
    this.shown = new ShownSeries(set, series);
    this.channel = channel;
    this.estimates =
        estimates.stream().filter(e -> e.series() == series && e.length() > 0).toList();
    this.column =
        set.observedIndex(channel)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        Words.of("observed.refused", set.channels().get(channel).name())));
  }

  /** With the means of a linear model's exact estimates too. */
  ObservedFigure beside(List<Estimate> exact) {
    beside = List.copyOf(exact);
    return this;
  }

  /** With what was changed by hand. */
  ObservedFigure retouched(Optional<Retouched> retouched) {
    int series = shown.index();
    edits = retouched.map(r -> new EditMarks(shown, r, series, channel, column));
    return this;
  }

  private boolean isSmoothed() {
    return estimates.stream().anyMatch(e -> e.conditioning() == Conditioning.SMOOTHED);
  }

  Figure figure() {
    int first = firstRow();
    double[] times = shown.series().times();
    double[] values = Columns.from(read(shown.series().channel(channel)), first);
    estimates.forEach(this::band);
    List<Mark> filled = isSmoothed() ? List.of() : edits.map(EditMarks::filled).orElse(List.of());
    marks.addAll(filled);
    estimates.forEach(this::paths);
    edits.ifPresent(e -> marks.addAll(e.points()));
    points(times, values);
    OptionalInt truth = Truth.behind(shown.set(), channel);
    if (truth.isPresent()) {
      double[] known = Columns.from(shown.series().channel(truth.getAsInt()), first);
      String name =
          Words.of("truth", ShownSeries.name(shown.set().channels().get(truth.getAsInt())));
      marks.add(new Mark.Line(name, Ink.TRUTH, Mark.Stroke.DASHED, times, known));
    }
    estimates.forEach(this::mean);
    beside.forEach(this::exact);
    forecasts().forEach(e -> marks.add(ForecastMarks.rule(shown, e)));
    Channel described = shown.set().channels().get(channel);
    return new Figure(
        "observed",
        Words.of(
            estimates.isEmpty() ? "observed.title" : "observed.estimates",
            shown.title(),
            ShownSeries.name(described)),
        shown.timeAxis(),
        ShownSeries.axis(described),
        marks,
        0,
        new ObservedSummary(shown, channel, column).words(estimates)
            + edits.map(EditMarks::words).orElse(""));
  }

  private List<Estimate> forecasts() {
    return estimates.stream().filter(e -> e.conditioning() == Conditioning.FORECAST).toList();
  }

  private int firstRow() {
    List<Estimate> forecasts = forecasts();
    if (forecasts.isEmpty() || forecasts.size() < estimates.size()) return 0;
    int from = forecasts.stream().mapToInt(Estimate::from).min().orElse(0);
    int length = forecasts.stream().mapToInt(Estimate::length).max().orElse(0);
    return Math.max(0, from - Math.max(HISTORY * length, 20));
  }

  private void band(Estimate e) {
    marks.add(
        new Mark.Band(
            EstimateWords.observationBand(shown, e),
            EstimateWords.ink(e.conditioning()),
            e.times(),
            read(e.observation().lower().column(column)),
            read(e.observation().upper().column(column))));
  }

  private void paths(Estimate e) {
    Ink ink = EstimateWords.ink(e.conditioning());
    String legend = EstimateWords.paths(e.conditioning());
    for (int p = 0; p < Math.min(PATHS, e.paths().length); p++) {
      double[] path = read(Columns.of(e.paths()[p], column));
      marks.add(new Mark.Line(p == 0 ? legend : "", ink, Mark.Stroke.FAINT, e.times(), path));
    }
  }

  private void points(double[] times, double[] values) {
    int unseen = ForecastMarks.firstUnseen(estimates, times.length);
    double[] seen = Columns.before(values, unseen);
    double[] later = Columns.from(values, unseen);
    if (!Columns.isEmpty(seen)) {
      marks.add(new Mark.Points(Words.of("observed"), Ink.DATA, Mark.Shape.DOT, times, seen));
    }
    if (!Columns.isEmpty(later)) {
      marks.add(new Mark.Points(ForecastMarks.unseen(), Ink.DATA, Mark.Shape.RING, times, later));
    }
  }

  private void mean(Estimate e) {
    marks.add(
        new Mark.Line(
            EstimateWords.centre(e, e.observation()),
            EstimateWords.ink(e.conditioning()),
            Mark.Stroke.SOLID,
            e.times(),
            read(e.observation().median().column(column))));
  }

  private void exact(Estimate e) {
    marks.add(
        new Mark.Line(
            e.conditioning() == Conditioning.FILTERED ? Words.of("beside.exact") : "",
            Ink.ORANGE,
            Mark.Stroke.DASHED,
            e.times(),
            read(e.observation().median().column(column))));
  }

  /** Longitudes without the leap at the dateline; everything else as it is. */
  private double[] read(double[] values) {
    return shown.set().channels().get(channel).kind() == Channel.Kind.LONGITUDE
        ? Longitudes.unwrapped(values, Longitudes.first(shown.series().channel(channel)))
        : values;
  }
}
