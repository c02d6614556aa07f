package undercurrent.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import undercurrent.series.Channel;
import undercurrent.series.Roll;
import undercurrent.series.Series;
import undercurrent.series.SeriesSet;
import undercurrent.series.Split;
import undercurrent.series.Truth;

/** The observed channels of one series as they were read; scaled when their sizes differ much. */
final class SeriesFigure {
  private static final double VERY_DIFFERENT = 8;
  private final SeriesSet set;
  private final ShownSeries shown;
  private final int[] channels;

  SeriesFigure(SeriesSet set, int series) {
    this.set = set;
    this.shown = new ShownSeries(set, series);
    this.channels =
        set.frame().isPresent() ? new int[] {Roll.shown(set)} : channels(set, shown.series());
  }

  private static int[] channels(SeriesSet set, Series series) {
    return Arrays.stream(set.observedChannels())
        .filter(c -> !Columns.isEmpty(series.channel(c)))
        .limit(LatentFigure.INKS.size())
        .toArray();
  }

  Figure figure() {
    boolean scaled = needsScaling();
    List<Mark> marks = new ArrayList<>();
    if (channels.length > 0) parts(marks);
    if (channels.length == 1) single(marks);
    else several(marks, scaled);
    return new Figure(
        "series", shown.title(), shown.timeAxis(), yAxis(scaled), marks, 0, summary(scaled));
  }

  private void single(List<Mark> marks) {
    Series series = shown.series();
    Channel channel = set.channels().get(channels[0]);
    OptionalInt truth = Truth.behind(set, channels[0]);
    double[] values = series.channel(channels[0]);
    if (truth.isEmpty()) {
      marks.add(
          new Mark.Line(
              ShownSeries.name(channel), Ink.BLUE, Mark.Stroke.SOLID, series.times(), values));
      return;
    }
    marks.add(
        new Mark.Line(
            Words.of("truth", ShownSeries.name(set.channels().get(truth.getAsInt()))),
            Ink.TRUTH,
            Mark.Stroke.DASHED,
            series.times(),
            series.channel(truth.getAsInt())));
    marks.add(
        new Mark.Points(
            ShownSeries.name(channel), Ink.BLUE, Mark.Shape.DOT, series.times(), values));
  }

  private void several(List<Mark> marks, boolean scaled) {
    for (int i = 0; i < channels.length; i++) {
      double[] values = shown.series().channel(channels[i]);
      String name = ShownSeries.named(set.channels().get(channels[i]));
      double[] y = scaled ? standardised(values) : values;
      marks.add(
          new Mark.Line(
              name, LatentFigure.INKS.get(i), Mark.Stroke.SOLID, shown.series().times(), y));
    }
  }

  /** Which rows are for validation and for testing, when the split is by time. */
  private void parts(List<Mark> marks) {
    Split split = set.split();
    double[] times = shown.series().times();
    int end = times.length;
    if (!split.isByTime() || end < 3) return;
    int training = split.trainingEnd(end);
    int validation = split.validationEnd(end);
    part(marks, Words.of("mark.validation"), Ink.SKY, training, validation);
    part(marks, Words.of("mark.test"), Ink.MUTED, validation, end);
  }

  private void part(List<Mark> marks, String name, Ink ink, int from, int end) {
    double[] times = shown.series().times();
    if (from < 1 || from >= end) return;
    double first = (times[from - 1] + times[from]) / 2;
    double last = end == times.length ? times[end - 1] : (times[end - 1] + times[end]) / 2;
    marks.add(new Mark.Span("", name, ink, first, last));
  }

  private static double[] standardised(double[] values) {
    double mean = Columns.mean(values);
    double deviation = Columns.deviation(values);
    double divisor = deviation > 0 ? deviation : 1;
    return Arrays.stream(values).map(v -> (v - mean) / divisor).toArray();
  }

  private boolean needsScaling() {
    List<Range> ranges =
        Arrays.stream(channels).mapToObj(c -> Range.of(shown.series().channel(c))).toList();
    boolean differentUnits =
        Arrays.stream(channels).mapToObj(c -> set.channels().get(c).unit()).distinct().count() > 1;
    Range all = ranges.stream().reduce(Range.NONE, Range::and);
    boolean differentSizes = ranges.stream().anyMatch(r -> r.span() * VERY_DIFFERENT < all.span());
    return channels.length > 1 && (differentUnits || differentSizes);
  }

  private Axis yAxis(boolean scaled) {
    if (scaled) return Axis.of(Words.of("axis.deviations"), "");
    if (channels.length == 1) return ShownSeries.axis(set.channels().get(channels[0]));
    return Axis.of(
        Words.of("axis.value"), channels.length == 0 ? "" : set.channels().get(channels[0]).unit());
  }

  private String summary(boolean scaled) {
    if (channels.length == 0) return Words.of("series.nothing");
    int all = set.observedChannels().length;
    String names =
        Arrays.stream(channels)
            .mapToObj(c -> ShownSeries.name(set.channels().get(c)))
            .collect(Collectors.joining(", "));
    double[] times = shown.series().times();
    return Words.of(
        "series.summary",
        times.length,
        shown.moment(times[0]),
        shown.moment(times[times.length - 1]),
        names,
        channels.length < all ? " (" + Words.of("series.some", channels.length, all) + ")" : "",
        scaled ? ", " + Words.of("series.scaled") : "");
  }
}
