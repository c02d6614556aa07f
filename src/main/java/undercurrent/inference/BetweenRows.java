package undercurrent.inference;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import undercurrent.math.StandardNormal;
import undercurrent.model.continuous.MomentEquation;
import undercurrent.model.continuous.StateMoments;
import undercurrent.model.exact.ContinuousMotion;
import undercurrent.model.exact.ExactModel;
import undercurrent.model.linear.FilterResult;
import undercurrent.model.linear.Moments;
import undercurrent.model.linear.SystemPart;

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

  private static final int FINE_A_GAP = STEPS * FINE;

  private static final double LEVEL = 0.9;

  /**
   * Each channel in the stretch around the longest gap of a series, of those that an integration
   * can follow; nothing where it can follow none, and of a model that knows steps alone.
   */
  static List<BetweenRows> of(ExactModel model, int series) {
    List<ContinuousMotion> motions =
        IntStream.range(0, model.groups().size())
            .mapToObj(model::motion)
            .flatMap(Optional::stream)
            .toList();
    int length = model.dataset().source().series().get(series).length();
    if (motions.isEmpty() || length < 2) return List.of();
    double[] times = model.times(series, length);
    double most =
        motions.stream()
            .mapToDouble(m -> m.unit() * equation(m).longest())
            .min()
            .orElse(Double.POSITIVE_INFINITY);
    boolean[] followed = new boolean[length - 1];
    int longest = -1;
    for (int t = 0; t + 1 < length; t++) {
      double gap = times[t + 1] - times[t];
      followed[t] = gap <= most;
      boolean longer = longest < 0 || gap > times[longest + 1] - times[longest];
      if (followed[t] && longer) longest = t;
    }
    if (longest < 0) return List.of();
    int from = longest;
    while (from > 0 && followed[from - 1]) from--;
    int to = longest + 1;
    while (to < followed.length && followed[to]) to++;
    int gaps = Math.min(GAPS, to - from);
    int first = Math.clamp(longest - gaps / 2, from, to - gaps);
    return new Roads(model, motions, series, first, gaps).all();
  }

  private static MomentEquation equation(ContinuousMotion motion) {
    return new MomentEquation(motion.system());
  }

  /** Goes both roads through some gaps, with all channels. */
  private static final class Roads {
    private final ExactModel model;
    private final List<ContinuousMotion> motions;
    private final int series;
    private final int first;
    private final int gaps;
    private final List<FilterResult> filters;
    private final double[] times;
    private final double[] curveTimes;
    private final double[] stepTimes;
    private final double[][][] curve;
    private final double[][][] steps;
    private final double z = StandardNormal.quantile((1 + LEVEL) / 2);

    Roads(ExactModel model, List<ContinuousMotion> motions, int series, int first, int gaps) {
      this.model = model;
      this.motions = motions;
      this.series = series;
      this.first = first;
      this.gaps = gaps;
      int rows = first + gaps + 1;
      filters = model.filters(series, rows, 0);
      times = model.times(series, rows);
      curveTimes = new double[gaps * (FINE_A_GAP + 2)];
      stepTimes = new double[gaps * STEPS];
      curve = rows(curveTimes.length);
      steps = rows(stepTimes.length);
    }

    List<BetweenRows> all() {
      for (int g = 0; g < filters.size(); g++) {
        for (int gap = 0; gap < gaps; gap++) go(g, gap);
      }
      for (int k = 0; k < 3; k++) {
        curve[k] = model.comparable(series, 0, curve[k]);
        steps[k] = model.comparable(series, 0, steps[k]);
      }
      return IntStream.range(0, model.dataset().observationSize()).mapToObj(this::ofPlace).toList();
    }

    /** One group through one gap, in the model's units. */
    private void go(int group, int gapAt) {
      FilterResult filter = filters.get(group);
      ContinuousMotion motion = motions.get(group);
      int[] places = model.groups().get(group).places();
      int t = first + gapAt;
      double gap = times[t + 1] - times[t];
      int at = gapAt * (FINE_A_GAP + 2);
      StateMoments start = filtered(filter, t);
      StateMoments state = start;
      for (int i = 0; i <= FINE_A_GAP; i++) {
        if (i > 0) state = equation(motion).after(gap / FINE_A_GAP / motion.unit(), state);
        curveTimes[at + i] = times[t] + gap * i / FINE_A_GAP;
        set(filter, places, curve, at + i, t, state);
      }
      curveTimes[at + FINE_A_GAP + 1] = times[t + 1];
      for (double[][] part : curve) Arrays.fill(part[at + FINE_A_GAP + 1], Double.NaN);
      for (int s = 1; s <= STEPS; s++) {
        int step = gapAt * STEPS + s - 1;
        stepTimes[step] = times[t] + gap * s / STEPS;
        StateMoments stepped = motion.system().over(gap * s / STEPS / motion.unit()).of(start);
        set(filter, places, steps, step, t, stepped);
      }
    }

    private BetweenRows ofPlace(int place) {
      int channel = model.dataset().source().observedChannels()[place];
      double[] seen = model.dataset().source().series().get(series).channel(channel);
      return new BetweenRows(
          series,
          channel,
          LEVEL,
          curveTimes,
          band(curve, place),
          stepTimes,
          band(steps, place),
          Arrays.copyOfRange(times, first, first + gaps + 1),
          Arrays.copyOfRange(seen, first, first + gaps + 1),
          difference(place));
    }

    private double difference(int place) {
      double largest = 0;
      for (int step = 0; step < stepTimes.length; step++) {
        int same = step / STEPS * (FINE_A_GAP + 2) + (step % STEPS + 1) * FINE;
        for (int k = 0; k < 3; k++) {
          double apart = Math.abs(steps[k][step][place] - curve[k][same][place]);
          if (apart > largest) largest = apart;
        }
      }
      return largest;
    }

    private double[][][] rows(int count) {
      return new double[3][count][model.dataset().observationSize()];
    }

    private static StateMoments filtered(FilterResult filter, int t) {
      Moments moments = filter.filtered();
      int n = moments.size();
      double[] mean = new double[n];
      double[][] covariance = new double[n][n];
      for (int i = 0; i < n; i++) {
        mean[i] = moments.mean(t, i);
        for (int j = 0; j < n; j++) covariance[i][j] = moments.covariance(t, i, j);
      }
      return new StateMoments(mean, covariance);
    }

    /**
     * H m + D u and its band at the places of a group, with the input of the row before; NaN where
     * the start is not fixed.
     */
    private void set(
        FilterResult filter, int[] places, double[][][] rows, int at, int row, StateMoments state) {
      int n = state.mean().length;
      double[] h = filter.system().part(SystemPart.EMISSION).at(0);
      double[] d = filter.system().part(SystemPart.EMISSION_INPUT).at(0);
      int inputs = filter.system().inputSize();
      for (int p = 0; p < places.length; p++) {
        double mean = 0;
        double variance = 0;
        for (int j = 0; j < inputs; j++) {
          mean += d[p * inputs + j] * filter.observations().input(row, j);
        }
        for (int i = 0; i < n; i++) {
          if (filter.isDiffuse(row, i)) mean = Double.NaN;
          mean += h[p * n + i] * state.mean()[i];
          for (int j = 0; j < n; j++) {
            variance += h[p * n + i] * h[p * n + j] * state.covariance()[i][j];
          }
        }
        double reach = z * Math.sqrt(Math.max(0, variance));
        rows[0][at][places[p]] = mean;
        rows[1][at][places[p]] = mean - reach;
        rows[2][at][places[p]] = mean + reach;
      }
    }

    private static Band band(double[][][] rows, int place) {
      double[][][] one = new double[3][][];
      for (int k = 0; k < 3; k++) {
        one[k] = Arrays.stream(rows[k]).map(r -> new double[] {r[place]}).toArray(double[][]::new);
      }
      return new Band(one[0], one[1], one[2]);
    }
  }
}
