package undercurrent.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import undercurrent.series.Channel;
import undercurrent.series.SeriesSet;

/** Adds up the errors of one kind of estimate over rows and series, channel by channel. */
final class ScoreMeter {
  private static final double METRES = 1000;
  private final String name;
  private final double level;
  private final SeriesSet set;
  private final int[] channels;
  private final Tracks tracks;
  private final boolean isOfFrames;
  private final double[] squares;
  private final double[] sizes;
  private final long[] count;
  private final double[] crps;
  private final double[] interval;
  private final long[] inside;
  private final long[] banded;
  private final long[][] pit;
  private final FrameMeter frames;
  private double energy;
  private long together;

  /**
   * @param range of the values of a film, see {@link FrameMeter#range}
   */
  ScoreMeter(String name, double level, SeriesSet set, double range) {
    this.name = name;
    this.level = level;
    this.set = set;
    channels = set.observedChannels();
    tracks = new Tracks(set);
    isOfFrames = WideSeries.isScoredByFrames(set);
    frames = new FrameMeter(name, set, range);
    squares = new double[channels.length];
    sizes = new double[channels.length];
    count = new long[channels.length];
    crps = new double[channels.length];
    interval = new double[channels.length];
    inside = new long[channels.length];
    banded = new long[channels.length];
    pit = new long[channels.length][Score.BINS];
  }

  /** Adds rows {@code from .. to-1} of the series, as far as the estimate has them. */
  void add(Estimate estimate, int from, int to) {
    int length = set.series().get(estimate.series()).length();
    int first = Math.max(from, estimate.from());
    int last = Math.min(Math.min(to, length), estimate.from() + estimate.length());
    for (int row = first; row < last; row++) {
      int n = row - estimate.from();
      Band band = estimate.observation();
      add(estimate.series(), row, band.mean().row(n), band.median().row(n));
      if (!Double.isNaN(estimate.energy()[n])) {
        energy += estimate.energy()[n];
        together++;
      }
      double[] observed = observed(estimate.series(), row);
      for (int d = 0; d < channels.length; d++) {
        if (Double.isNaN(observed[d]) || Double.isNaN(estimate.crps().at(n, d))) continue;
        double value =
            d == tracks.longitude() ? tracks.turned(band.mean().row(n), observed) : observed[d];
        int sum = sum(d);
        crps[sum] += estimate.crps().at(n, d);
        banded[sum]++;
        double below = estimate.pit().at(n, d);
        if (!Double.isNaN(below))
          pit[sum][Math.clamp((long) (below * Score.BINS), 0, Score.BINS - 1)]++;
        double lower = band.lower().at(n, d);
        double upper = band.upper().at(n, d);
        if (value >= lower && value <= upper) inside[sum]++;
        interval[sum] += IntervalScore.of(lower, upper, level, value);
      }
    }
  }

  /** Adds one row of a point estimate, {@code [C]} in the file's units. */
  void addPoint(int series, int row, double[] point) {
    add(series, row, point, point);
  }

  private void add(int series, int row, double[] mean, double[] median) {
    double[] observed = observed(series, row);
    frames.add(mean, observed);
    for (int d = 0; d < channels.length; d++) {
      if (d == tracks.latitude()) continue;
      double error = error(d, mean, observed);
      if (Double.isNaN(error)) continue;
      int sum = sum(d);
      squares[sum] += error * error;
      sizes[sum] += Math.abs(error(d, median, observed));
      count[sum]++;
    }
  }

  private double error(int place, double[] point, double[] observed) {
    return place == tracks.longitude()
        ? METRES * tracks.distanceKm(point, observed)
        : point[place] - observed[place];
  }

  /** A position is one sum, kept at the place of the longitude, and a frame one at the first. */
  private int sum(int place) {
    if (isOfFrames) return 0;
    return place == tracks.latitude() ? tracks.longitude() : place;
  }

  private double[] observed(int series, int row) {
    double[] values = set.series().get(series).row(row);
    double[] observed = new double[channels.length];
    for (int d = 0; d < channels.length; d++) observed[d] = values[channels[d]];
    return observed;
  }

  /** Of whole frames; nothing of what is no film. */
  Optional<FrameScore> frameScore() {
    return frames.score();
  }

  /** Of the channels, by their place, that are reported. */
  List<Score> scores(IntPredicate included) {
    List<Score> scores = new ArrayList<>();
    for (int d = 0; d < channels.length; d++) {
      if (d == tracks.latitude() || count[d] == 0 || !included.test(d)) continue;
      Channel channel = set.channels().get(channels[d]);
      boolean position = d == tracks.longitude();
      scores.add(
          new Score(
              name,
              isOfFrames ? WideSeries.FRAME : position ? "position" : channel.name(),
              position ? "m" : channel.unit(),
              Math.sqrt(squares[d] / count[d]),
              sizes[d] / count[d],
              banded[d] == 0 ? Double.NaN : crps[d] / banded[d],
              banded[d] == 0 || position ? Double.NaN : interval[d] / banded[d],
              banded[d] == 0 ? Double.NaN : (double) inside[d] / banded[d],
              banded[d] == 0 ? Double.NaN : level,
              count[d],
              position ? Score.NO_BINS : pit[d].clone()));
    }
    if (together > 0) scores.add(Score.energy(name, energy / together, together));
    return scores;
  }
}
