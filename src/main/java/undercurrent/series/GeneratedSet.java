package undercurrent.series;

import java.util.ArrayList;
import java.util.List;
import undercurrent.math.Randomness;

/** What the generators have in common: channels of truth and of what is seen of it. */
final class GeneratedSet {
  private GeneratedSet() {}

  static List<Channel> channels(List<String> truth, List<String> observed) {
    List<Channel> channels = new ArrayList<>();
    for (String name : truth) channels.add(channel(name, Channel.Role.TRUTH));
    for (String name : observed) channels.add(channel(name, Channel.Role.OBSERVED));
    return channels;
  }

  private static Channel channel(String name, Channel.Role role) {
    return new Channel(name, "", Channel.Kind.REAL, role);
  }

  /** One regular series, split by time. */
  static SeriesSet single(String name, List<Channel> channels, double interval, double[][] values) {
    double[] times = new double[values.length];
    for (int t = 0; t < times.length; t++) times[t] = t * interval;
    TimeAxis axis = new TimeAxis(interval == 1 ? TimeAxis.COUNTED : "t", "", false, true);
    return new SeriesSet(
        name, channels, axis, List.of(new Series(name, times, values)), Split.BY_TIME);
  }

  /**
   * A path of a differential equation, of which the first state is seen with noise.
   *
   * @param x where it starts
   * @param interval between rows, in so many Runge–Kutta steps
   */
  static Series path(
      String name,
      RungeKutta.Field flow,
      double[] x,
      int steps,
      double interval,
      int substeps,
      double noise,
      Randomness random) {
    double[] times = new double[steps];
    double[][] values = new double[steps][];
    double[] state = x;
    for (int t = 0; t < steps; t++) {
      if (t > 0) state = RungeKutta.steps(flow, state, interval / substeps, substeps);
      times[t] = t * interval;
      values[t] = row(state, state[0] + noise * random.normal());
    }
    return new Series(name, times, values);
  }

  /** Truth and observation side by side, one row. */
  static double[] row(double[] truth, double... observed) {
    double[] row = new double[truth.length + observed.length];
    System.arraycopy(truth, 0, row, 0, truth.length);
    System.arraycopy(observed, 0, row, truth.length, observed.length);
    return row;
  }
}
