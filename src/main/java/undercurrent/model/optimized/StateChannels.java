package undercurrent.model.optimized;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import undercurrent.model.ModelWords;
import undercurrent.model.gaussian.Matrix;
import undercurrent.series.Channel;
import undercurrent.series.Gaps;
import undercurrent.series.Series;
import undercurrent.series.SeriesSet;
import undercurrent.series.Truth;

/**
 * Which channels of a set are the state: first the truth behind each observed channel, then the
 * truths that nothing sees, in their order.
 *
 * @param states indices of the set's channels [n]
 * @param observed indices of the set's channels [m]; channel i sees state i
 */
record StateChannels(SeriesSet set, int[] states, int[] observed) {

  /**
   * @throws IllegalArgumentException one sentence, when there are no true states to learn from
   */
  static StateChannels of(SeriesSet set) {
    int[] truths = set.truthChannels();
    if (truths.length == 0) {
      throw new IllegalArgumentException(ModelWords.of("stateChannels.noTruth", set.name()));
    }
    List<Integer> states = new ArrayList<>();
    for (int channel : set.observedChannels()) {
      OptionalInt truth = Truth.behind(set, channel);
      if (truth.isEmpty() || states.contains(truth.getAsInt())) {
        String name = set.channels().get(channel).name();
        throw new IllegalArgumentException(ModelWords.of("stateChannels.unobserved", name, name));
      }
      states.add(truth.getAsInt());
    }
    for (int truth : truths) if (!states.contains(truth)) states.add(truth);
    return new StateChannels(
        set, states.stream().mapToInt(Integer::intValue).toArray(), set.observedChannels());
  }

  /** The channels of the state. */
  List<Channel> list() {
    return Arrays.stream(states).mapToObj(c -> set.channels().get(c)).toList();
  }

  List<String> names() {
    return list().stream().map(Channel::name).toList();
  }

  /** Of the observed channels, each once. */
  List<String> units() {
    return Arrays.stream(observed).mapToObj(c -> set.channels().get(c).unit()).distinct().toList();
  }

  /** Channel i sees state i. */
  Matrix h() {
    double[][] h = new double[observed.length][states.length];
    for (int i = 0; i < h.length; i++) h[i][i] = 1;
    return Matrix.of(h);
  }

  /** Each position moves by its velocity times the median time between two rows. */
  Matrix constantVelocity() {
    int m = observed.length;
    if (states.length != 2 * m) {
      throw new IllegalArgumentException(
          ModelWords.of("stateChannels.velocity", set.name(), states.length, m));
    }
    double[][] f = Matrix.identity(2 * m).toRows();
    double gap = Gaps.median(set.series().stream().map(Series::times).toList());
    for (int i = 0; i < m; i++) f[i][m + i] = gap;
    return Matrix.of(f);
  }

  /** Rows of a series of which all states and all observations must be known. */
  LabelledSeries labelled(int series, int from, int to) {
    Series source = set.series().get(series);
    double[][] z = new double[to - from][];
    double[][] x = new double[to - from][];
    for (int t = from; t < to; t++) {
      z[t - from] = picked(source, t, states);
      x[t - from] = picked(source, t, observed);
      if (isComplete(z[t - from]) && isComplete(x[t - from])) continue;
      throw new IllegalArgumentException(
          ModelWords.of("stateChannels.incompleteRow", t + 1, source.name()));
    }
    return new LabelledSeries(z, x);
  }

  /** Whether all states and observations of these rows are known. */
  boolean isWhole(int series, int from, int to) {
    Series source = set.series().get(series);
    for (int t = from; t < to; t++) {
      if (!isComplete(picked(source, t, states)) || !isComplete(picked(source, t, observed))) {
        return false;
      }
    }
    return true;
  }

  double[] observation(int series, int row) {
    return picked(set.series().get(series), row, observed);
  }

  /** Refuses a series whose first row is not whole. */
  void requireStart(int series) {
    if (isComplete(observation(series, 0))) return;
    throw new IllegalArgumentException(
        ModelWords.of("stateChannels.firstRow", set.series().get(series).name()));
  }

  private static double[] picked(Series source, int row, int[] channels) {
    return Arrays.stream(channels).mapToDouble(c -> source.value(row, c)).toArray();
  }

  private static boolean isComplete(double[] values) {
    return Arrays.stream(values).allMatch(Double::isFinite);
  }
}
