package undercurrent.inference;

import java.util.Arrays;
import undercurrent.math.StandardNormal;
import undercurrent.model.continuous.MomentEquation;
import undercurrent.model.continuous.StateMoments;
import undercurrent.model.exact.ContinuousMotion;
import undercurrent.model.exact.ExactModel;
import undercurrent.model.linear.FilterResult;
import undercurrent.model.linear.Part;

/**
 * What a model in continuous time thinks of one channel between the rows of a series, by two roads:
 * its moments as a differential equation that is integrated, and exact steps F, Q over parts of
 * each gap. From row to row both start at the filtered state, so that a row is a leap.
 *
 * @param series index in the set
 * @param channel index in the set's channels
 * @param level the probability inside the bands, which are of the process without its noise
 * @param times of the integrated curve {@code [N]}
 * @param integrated mean and band {@code [N][1]}; NaN where a new gap begins
 * @param stepTimes of the exact steps {@code [M]}
 * @param stepped mean and band there {@code [M][1]}
 * @param rowTimes of the rows that were seen in this stretch
 * @param seen their values
 * @param difference the largest between both roads, of a mean or an end of the band, in the
 *     channel's unit
 */
public record BetweenRows(
    int series,
    int channel,
    double level,
    double[] times,
    Band integrated,
    double[] stepTimes,
    Band stepped,
    double[] rowTimes,
    double[] seen,
    double difference) {
  /** More gaps cannot be told apart in a picture. */
  private static final int GAPS = 10;

  /** Exact steps a gap, and integrated stretches of each. */
  private static final int STEPS = 4;

  private static final int FINE = 12;

  private static final double LEVEL = 0.9;

  /** The stretch around the longest gap of a series. */
  static BetweenRows of(ExactModel model, ContinuousMotion motion, int series, int place) {
    int length = model.dataset().source().series().get(series).length();
    double[] times = model.times(series, length);
    int longest = 0;
    for (int t = 0; t + 1 < length; t++) {
      if (times[t + 1] - times[t] > times[longest + 1] - times[longest]) longest = t;
    }
    int gaps = Math.min(GAPS, length - 1);
    int first = Math.clamp(longest - gaps / 2, 0, Math.max(0, length - 1 - gaps));
    return new Roads(model, motion, series, place, first, gaps).both();
  }

  /** Goes both roads through some gaps. */
  private static final class Roads {
    private final ExactModel model;
    private final ContinuousMotion motion;
    private final int series;
    private final int place;
    private final int first;
    private final int gaps;
    private final FilterResult filter;
    private final double[][] means;
    private final double[][][] covariances;
    private final double[] times;
    private final double z = StandardNormal.quantile((1 + LEVEL) / 2);

    Roads(ExactModel model, ContinuousMotion motion, int series, int place, int first, int gaps) {
      this.model = model;
      this.motion = motion;
      this.series = series;
      this.place = place;
      this.first = first;
      this.gaps = gaps;
      int rows = first + gaps + 1;
      filter = model.filter(series, rows, 0);
      means = filter.filteredMeans();
      covariances = filter.filteredCovariances();
      times = model.times(series, rows);
    }

    BetweenRows both() {
      int fine = STEPS * FINE;
      double[] curveTimes = new double[gaps * (fine + 2)];
      double[] stepTimes = new double[gaps * STEPS];
      double[][][] curve = rows(curveTimes.length);
      double[][][] steps = rows(stepTimes.length);
      double largest = 0;
      for (int g = 0; g < gaps; g++) {
        int t = first + g;
        double gap = times[t + 1] - times[t];
        int at = g * (fine + 2);
        StateMoments state = filtered(t);
        for (int i = 0; i <= fine; i++) {
          if (i > 0) state = integrated(state, gap / fine);
          curveTimes[at + i] = times[t] + gap * i / fine;
          set(curve, at + i, t, state);
        }
        curveTimes[at + fine + 1] = times[t + 1];
        for (double[][] part : curve) Arrays.fill(part[at + fine + 1], Double.NaN);
        for (int s = 1; s <= STEPS; s++) {
          int step = g * STEPS + s - 1;
          stepTimes[step] = times[t] + gap * s / STEPS;
          set(steps, step, t, stepped(filtered(t), gap * s / STEPS));
          for (int k = 0; k < 3; k++) {
            double other = curve[k][at + s * FINE][place];
            double apart = Math.abs(steps[k][step][place] - other);
            if (apart > largest) largest = apart;
          }
        }
      }
      int channel = model.dataset().source().observedChannels()[place];
      double[] seen = model.dataset().source().series().get(series).channel(channel);
      return new BetweenRows(
          series,
          channel,
          LEVEL,
          curveTimes,
          band(curve),
          stepTimes,
          band(steps),
          Arrays.copyOfRange(times, first, first + gaps + 1),
          Arrays.copyOfRange(seen, first, first + gaps + 1),
          largest);
    }

    private double[][][] rows(int count) {
      return new double[3][count][model.dataset().observationSize()];
    }

    private StateMoments filtered(int t) {
      return new StateMoments(means[t], covariances[t]);
    }

    private StateMoments integrated(StateMoments from, double time) {
      return new MomentEquation(motion.system()).after(time / motion.unit(), from);
    }

    private StateMoments stepped(StateMoments from, double time) {
      return motion.system().over(time / motion.unit()).of(from);
    }

    /**
     * H m + D u and its band, in the file's units, with the input of the row before; NaN where the
     * start is not fixed.
     */
    private void set(double[][][] rows, int at, int row, StateMoments state) {
      int n = state.mean().length;
      double[] h = filter.system().part(Part.EMISSION).at(0);
      double[] d = filter.system().part(Part.EMISSION_INPUT).at(0);
      int inputs = filter.system().inputSize();
      double mean = 0;
      double variance = 0;
      for (int j = 0; j < inputs; j++) {
        mean += d[place * inputs + j] * filter.observations().input(row, j);
      }
      for (int i = 0; i < n; i++) {
        if (filter.isDiffuse(row, i)) mean = Double.NaN;
        mean += h[place * n + i] * state.mean()[i];
        for (int j = 0; j < n; j++) {
          variance += h[place * n + i] * h[place * n + j] * state.covariance()[i][j];
        }
      }
      double reach = z * Math.sqrt(Math.max(0, variance));
      double[] three = {mean, mean - reach, mean + reach};
      for (int k = 0; k < 3; k++) {
        double[][] values = new double[1][rows[k][at].length];
        values[0][place] = three[k];
        rows[k][at] = model.comparable(series, 0, values)[0];
      }
    }

    private Band band(double[][][] rows) {
      double[][][] one = new double[3][][];
      for (int k = 0; k < 3; k++) {
        one[k] = Arrays.stream(rows[k]).map(r -> new double[] {r[place]}).toArray(double[][]::new);
      }
      return new Band(one[0], one[1], one[2]);
    }
  }
}
