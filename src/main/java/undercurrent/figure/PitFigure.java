package undercurrent.figure;

import java.util.ArrayList;
import java.util.List;
import undercurrent.inference.PitHistogram;
import undercurrent.inference.Score;
import undercurrent.series.NumberWords;
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
    String summary = "There are no predicted distributions of this channel to compare with.";
    if (n > 0) summary = fill(marks, n);
    return new Figure(
        "calibration",
        "Calibration: probability below each observation of "
            + Figures.channelNames(set).get(Math.max(0, place)),
        new Axis("probability below the observation", "", Axis.Kind.NUMBER, 0, 1),
        new Axis("relative frequency", "", Axis.Kind.NUMBER, 0, top(n)),
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
            "90 % by chance", Ink.MUTED, ends, new double[] {low, low}, new double[] {high, high}));
    marks.add(
        new Mark.Layer("deviation from 1, as right distributions have it", Ink.BLUE, x, base, y));
    marks.add(new Mark.Line("", Ink.TRUTH, Mark.Stroke.SOLID, ends, new double[] {1, 1}));
    return NumberWords.format(
        "Of %d frequencies of %d observations of %s, %d lie outside the band of chance: %s.",
        Score.BINS, n, set.channels().get(channel).name(), outside, verdict(outside, n));
  }

  private String verdict(int outside, long n) {
    if (outside <= BY_CHANCE) return "the predicted distributions fit";
    double ends = (frequency(0, n) + frequency(Score.BINS - 1, n)) / 2;
    double left = 0;
    for (int k = 0; k < Score.BINS / 2; k++) left += frequency(k, n) / Score.BINS;
    if (Math.abs(left - 0.5) > 0.1) {
      return left > 0.5
          ? "observations lie below what is predicted"
          : "observations lie above what is predicted";
    }
    if (ends > 1) return "the predicted distributions are too narrow";
    return "the predicted distributions are too wide";
  }
}
