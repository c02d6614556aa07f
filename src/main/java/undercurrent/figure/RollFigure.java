package undercurrent.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import undercurrent.inference.Estimate;
import undercurrent.model.Conditioning;
import undercurrent.series.Meter;
import undercurrent.series.Roll;
import undercurrent.series.SeriesSet;

/**
 * Many binary channels of one series as a roll: time across, a row for each channel, of music a key
 * of the piano. Bars are what was observed or drawn, shades how probable it was.
 */
final class RollFigure {
  /** Rows above and below those in which something happens. */
  private static final int ROOM = 2;

  /** A key whose probability never comes to this is not shown for its own sake. */
  private static final double SEEN = 0.2;

  /** More lines would be a shade. */
  private static final int BAR_LINES = 400;

  private static final int BAR_POINTS = 9;

  private final ShownSeries shown;
  private final int[] channels;
  private final boolean isMusic;
  private final int first;
  private final double step;
  private final List<Mark> marks = new ArrayList<>();

  RollFigure(SeriesSet set, int series) {
    shown = new ShownSeries(set, series);
    channels = set.observedChannels();
    isMusic = Roll.isMusic(set);
    first = isMusic ? Roll.lowest(set) : 1;
    double[] times = set.times(series, shown.series().length() + 1);
    step = times[times.length - 1] - times[times.length - 2];
  }

  /** What was observed, with the probabilities of estimates behind it. */
  Figure probabilities(String id, List<Estimate> estimates) {
    List<Estimate> own = own(estimates);
    for (Estimate e : own) {
      String legend =
          Words.of(
              "roll.legend",
              EstimateWords.probability(e.conditioning()),
              EstimateWords.given(shown, e));
      shade(legend, EstimateWords.ink(e.conditioning()), e.times(), e.observation().mean().all());
    }
    observed(own);
    return figure(id, own.isEmpty() ? shown.title() : title(own.getFirst().conditioning()), own);
  }

  private String title(Conditioning conditioning) {
    String what = isMusic ? "roll.keys" : "roll.channels";
    return Words.of(
        switch (conditioning) {
          case SMOOTHED -> what + ".smoothed";
          case PREDICTED -> what + ".predicted";
          case FILTERED, FORECAST -> what;
        },
        shown.title());
  }

  /** What was observed before a forecast, and one sample path of the forecast. */
  Figure sample(String id, List<Estimate> estimates) {
    List<Estimate> forecasts =
        own(estimates).stream().filter(e -> e.conditioning() == Conditioning.FORECAST).toList();
    observed(forecasts);
    for (Estimate e : forecasts) {
      if (e.paths().length == 0) continue;
      marks.add(
          new Mark.Roll(
              Words.of("roll.sample", EstimateWords.given(shown, e)),
              EstimateWords.ink(e.conditioning()),
              Mark.Roll.Form.BARS,
              edges(e.times()),
              first,
              e.paths()[0]));
    }
    return figure(id, Words.of("roll.sampleTitle", shown.title()), forecasts);
  }

  private List<Estimate> own(List<Estimate> estimates) {
    return estimates.stream().filter(e -> e.series() == shown.index() && e.length() > 0).toList();
  }

  private void shade(String legend, Ink ink, double[] times, double[][] shares) {
    marks.add(new Mark.Roll(legend, ink, Mark.Roll.Form.SHADES, edges(times), first, shares));
  }

  private void observed(List<Estimate> estimates) {
    double[] times = shown.series().times();
    int unseen = ForecastMarks.firstUnseen(estimates, times.length);
    part(Words.of("observed"), Mark.Roll.Form.BARS, 0, unseen);
    part(ForecastMarks.unseen(), Mark.Roll.Form.FRAMES, unseen, times.length);
  }

  private void part(String legend, Mark.Roll.Form form, int from, int to) {
    if (to <= from) return;
    double[] times = Arrays.copyOfRange(shown.series().times(), from, to);
    double[][] rows = new double[to - from][channels.length];
    for (int t = from; t < to; t++) {
      for (int k = 0; k < channels.length; k++) {
        rows[t - from][k] = shown.series().value(t, channels[k]);
      }
    }
    marks.add(new Mark.Roll(legend, Ink.DATA, form, edges(times), first, rows));
  }

  /** Where steps begin, and where the last one ends. */
  private double[] edges(double[] times) {
    double[] edges = Arrays.copyOf(times, times.length + 1);
    edges[times.length] = times[times.length - 1] + step;
    return edges;
  }

  private Figure figure(String id, String title, List<Estimate> estimates) {
    Axis rows = rows();
    barLines(rows);
    for (Estimate e : estimates) {
      if (e.conditioning() == Conditioning.FORECAST) {
        marks.add(new Mark.Rule("", Words.of("mark.forecast"), e.times()[0], true));
      }
    }
    return new Figure(id, title, shown.timeAxis(), rows, marks, 0, summary(estimates));
  }

  /** The rows in which something happens, and a few beside them. */
  private Axis rows() {
    int low = channels.length;
    int high = -1;
    for (Mark mark : marks) {
      if (!(mark instanceof Mark.Roll roll)) continue;
      double least = roll.form() == Mark.Roll.Form.SHADES ? SEEN : Mark.Roll.SOUNDS;
      for (double[] row : roll.shares()) {
        for (int k = 0; k < row.length; k++) {
          if (!(row[k] > least)) continue;
          low = Math.min(low, k);
          high = Math.max(high, k);
        }
      }
    }
    if (high < 0) {
      low = 0;
      high = channels.length - 1;
    }
    double min = first + Math.max(0, low - ROOM) - 0.5;
    double max = first + Math.min(channels.length - 1, high + ROOM) + 0.5;
    return isMusic
        ? new Axis(Words.of("axis.key"), "", Axis.Kind.PITCH, min, max)
        : new Axis(Words.of("axis.channel"), "", Axis.Kind.COUNT, min, max);
  }

  /** Thin lines at the beginning of bars, where the time signature is known. */
  private void barLines(Axis rows) {
    double bar = Meter.of(shown.set().time()).map(Meter::bar).orElse(0.0);
    double from = shown.series().times()[0];
    double to = from;
    for (Mark mark : marks) if (mark instanceof Mark.Roll r) to = Math.max(to, r.end());
    int count = bar > 0 ? (int) Math.min(BAR_LINES + 1.0, Math.floor((to - from) / bar)) : 0;
    if (count == 0 || count > BAR_LINES) return;
    // Points between the ends are places for words beside a line.
    double[] x = new double[(BAR_POINTS + 1) * count];
    double[] y = x.clone();
    for (int i = 0; i < x.length; i++) {
      int point = i % (BAR_POINTS + 1);
      boolean isBreak = point == BAR_POINTS;
      double share = point / (BAR_POINTS - 1.0);
      x[i] = isBreak ? Double.NaN : from + (i / (BAR_POINTS + 1) + 1) * bar;
      y[i] = isBreak ? Double.NaN : rows.min() + share * (rows.max() - rows.min());
    }
    marks.addFirst(new Mark.Line(Words.of("roll.bars"), Ink.MUTED, Mark.Stroke.FAINT, x, y));
  }

  private String summary(List<Estimate> estimates) {
    double[][] values = shown.series().values();
    long sounding = 0;
    for (double[] row : values) for (int c : channels) if (row[c] > Mark.Roll.SOUNDS) sounding++;
    String seen =
        Words.of(
            "roll.summary",
            values.length,
            channels.length,
            Numbers.words(sounding / (double) values.length));
    StringBuilder all = new StringBuilder(seen);
    for (Estimate e : estimates) all.append(' ').append(expected(e));
    return all.toString();
  }

  /** How many ones an estimate expects, and how many there were. */
  private String expected(Estimate e) {
    double expected = 0;
    for (double[] row : e.observation().mean().all()) for (double p : row) expected += p;
    boolean isForecast = e.conditioning() == Conditioning.FORECAST;
    return Words.of(
        "roll.expects",
        isForecast
            ? EstimateWords.name(e.conditioning())
            : EstimateWords.probability(e.conditioning()),
        Numbers.words(expected / e.length()),
        EstimateWords.given(shown, e));
  }
}
