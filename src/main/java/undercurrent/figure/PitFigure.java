package undercurrent.figure;

import java.util.ArrayList;
import java.util.List;
import undercurrent.inference.PitHistogram;
import undercurrent.inference.Score;
import undercurrent.series.SeriesSet;

/**
 * The probabilities below the observations of a channel as a histogram: bars from where a uniform
 * distribution is, and the band in which chance keeps nine of ten of them.
 */
final class PitFigure {
  private static final double TAIL = 0.05;

  /** More than so many lie outside by chance in one of eighty cases. */
  private static final int BY_CHANCE = 3;

  private final SeriesSet set;
  private final int channel;
  private final int place;
  private final PitHistogram pit;

  /**
   * @param channel index in the set's channels
   */
  PitFigure(SeriesSet set, int channel, PitHistogram pit) {
    this.set = set;
    this.channel = channel;
    this.pit = pit;
    place = set.observedIndex(channel).orElse(-1);
  }

  Figure figure() {
    long n = place < 0 || place >= pit.counts().length ? 0 : pit.total(place);
    List<Mark> marks = new ArrayList<>();
    String summary = Words.of("pit.nothing");
    if (n > 0) summary = fill(marks, n);
    return new Figure(
        "calibration",
        Words.of("pit.title", Figures.channelNames(set).get(Math.max(0, place))),
        new Axis(Words.of("axis.below"), "", Axis.Kind.NUMBER, 0, 1),
        new Axis(Words.of("axis.frequency"), "", Axis.Kind.NUMBER, 0, top(n)),
        marks,
        0,
        summary);
  }

  private double top(long n) {
    double top = 2;
    for (int k = 0; n > 0 && k < Score.BINS; k++) top = Math.max(top, 1.1 * frequency(k, n));
    return top;
  }

  private double frequency(int k, long n) {
    return (double) pit.counts()[place][k] * Score.BINS / n;
  }

  private String fill(List<Mark> marks, long n) {
    double low = (double) PitHistogram.quantile(n, TAIL) * Score.BINS / n;
    double high = (double) PitHistogram.quantile(n, 1 - TAIL) * Score.BINS / n;
    double[] x = new double[2 * Score.BINS];
    double[] base = new double[2 * Score.BINS];
    double[] y = new double[2 * Score.BINS];
    int outside = 0;
    for (int k = 0; k < Score.BINS; k++) {
      double frequency = frequency(k, n);
      if (frequency < low || frequency > high) outside++;
      for (int edge = 0; edge < 2; edge++) {
        x[2 * k + edge] = (double) (k + edge) / Score.BINS;
        base[2 * k + edge] = Math.min(1, frequency);
        y[2 * k + edge] = Math.max(1, frequency);
      }
    }
    double[] ends = {0, 1};
    marks.add(
        new Mark.Band(
            Words.of("pit.chance"),
            Ink.MUTED,
            ends,
            new double[] {low, low},
            new double[] {high, high}));
    marks.add(new Mark.Layer(Words.of("pit.deviation"), Ink.BLUE, x, base, y));
    marks.add(new Mark.Line("", Ink.TRUTH, Mark.Stroke.SOLID, ends, new double[] {1, 1}));
    return Words.of(
        "pit.summary",
        Score.BINS,
        n,
        set.channels().get(channel).name(),
        outside,
        verdict(outside, n));
  }

  private String verdict(int outside, long n) {
    if (outside <= BY_CHANCE) return Words.of("pit.fit");
    double ends = (frequency(0, n) + frequency(Score.BINS - 1, n)) / 2;
    double left = 0;
    for (int k = 0; k < Score.BINS / 2; k++) left += frequency(k, n) / Score.BINS;
    if (Math.abs(left - 0.5) > 0.1) {
      return Words.of(left > 0.5 ? "pit.below" : "pit.above");
    }
    return Words.of(ends > 1 ? "pit.narrow" : "pit.wide");
  }
}
