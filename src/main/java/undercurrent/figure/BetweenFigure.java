package undercurrent.figure;

import java.util.List;
import undercurrent.inference.BetweenRows;
import undercurrent.inference.NumberRows;
import undercurrent.series.Channel;
import undercurrent.series.SeriesSet;

/** That integrating the moments of a continuous model and stepping over each gap are the same. */
final class BetweenFigure {
  private final ShownSeries shown;
  private final Channel channel;
  private final BetweenRows between;

  BetweenFigure(SeriesSet set, BetweenRows between) {
    this.shown = new ShownSeries(set, between.series());
    this.channel = set.channels().get(between.channel());
    this.between = between;
  }

  Figure figure() {
    String level = Numbers.words(100 * between.level()) + " %";
    double[] times = between.times();
    double[] steps = between.stepTimes();
    return new Figure(
        "between",
        Words.of("between.title", shown.title(), ShownSeries.name(channel)),
        shown.timeAxis(),
        ShownSeries.axis(channel),
        List.of(
            new Mark.Band(
                Words.of("between.band", level),
                Ink.BLUE,
                times,
                between.integrated().lower().column(0),
                between.integrated().upper().column(0)),
            new Mark.Line(
                Words.of("between.mean"),
                Ink.BLUE,
                Mark.Stroke.SOLID,
                times,
                between.integrated().mean().column(0)),
            new Mark.Points(
                Words.of("observed"), Ink.DATA, Mark.Shape.DOT, between.rowTimes(), between.seen()),
            ring(
                Words.of("between.steps", apart()), Ink.VERMILION, steps, between.stepped().mean()),
            ring(
                Words.of("between.bandSteps", level), Ink.ORANGE, steps, between.stepped().lower()),
            ring("", Ink.ORANGE, steps, between.stepped().upper())),
        0,
        summary());
  }

  private static Mark ring(String legend, Ink ink, double[] times, NumberRows values) {
    return new Mark.Points(legend, ink, Mark.Shape.RING, times, values.column(0));
  }

  private String apart() {
    String unit = channel.unit().isEmpty() ? "" : " " + channel.unit();
    return Numbers.words(between.difference()) + unit;
  }

  private String summary() {
    return Words.of(
        "between.summary",
        shown.moment(between.rowTimes()[0]),
        shown.moment(between.rowTimes()[between.rowTimes().length - 1]),
        apart());
  }
}
