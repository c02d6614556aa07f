package undercurrent.model.continuous;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import undercurrent.model.ModelWords;
import undercurrent.model.linear.Family;
import undercurrent.model.linear.LinearSystem;
import undercurrent.model.linear.Observations;
import undercurrent.model.linear.Periodogram;

/**
 * A process whose quantities and measurement noise r are to be learned from series with their own
 * times, which are best counted in median gaps: θ are their logarithms, that of r last. Rows with a
 * noise of their own keep it; r then belongs to nothing and should be {@linkplain #withOwnNoise
 * left out}.
 */
public final class ProcessFamily implements Family {
  /** Time scales stay within what rows can tell apart. */
  private static final double SHORTEST = 1e-3;

  private static final double LONGEST = 1e6;

  /** The least period that rows can show, in gaps between them. */
  private static final double PERIOD_IN_GAPS = 2.05;

  private static final int PEAKS = 5;

  /** Of standardised values, to begin with. */
  private static final double NOISE = 0.1;

  private final StateProcess process;
  private final List<RowTimes> times;
  private final boolean ownNoise;

  private ProcessFamily(StateProcess process, List<RowTimes> times, boolean ownNoise) {
    this.process = process;
    this.times = List.copyOf(times);
    this.ownNoise = ownNoise;
  }

  /** With one measurement noise for all rows; one {@code RowTimes} a series. */
  public static ProcessFamily of(StateProcess process, List<RowTimes> times) {
    return new ProcessFamily(process, times, false);
  }

  /** For observations that know their noise: θ without that of r. */
  public static ProcessFamily withOwnNoise(StateProcess process, List<RowTimes> times) {
    return new ProcessFamily(process, times, true);
  }

  @Override
  public int size() {
    return process.quantities().size() + (ownNoise ? 0 : 1);
  }

  /** The measurement noise may be 0. */
  @Override
  public double[] theta(double... natural) {
    double[] theta = new double[size()];
    if (natural.length != theta.length) {
      throw new IllegalArgumentException(
          ModelWords.of(
              "processFamily.size", natural.length, theta.length, String.join(", ", names())));
    }
    for (int i = 0; i < theta.length; i++) {
      boolean isNoNoise = i == process.quantities().size() && natural[i] == 0;
      theta[i] = Math.log(isNoNoise ? 0 : SizeChecks.positive(names().get(i), natural[i]));
    }
    return theta;
  }

  /**
   * Where searches for standardised values at times in median gaps may begin, θ by θ.
   *
   * @param series of one channel, one for each {@code RowTimes}
   */
  public double[][] starts(List<Observations> series) {
    double gaps = 0;
    int longest = 0;
    for (int s = 0; s < times.size(); s++) {
      RowTimes rows = times.get(s);
      double length = rows.at(rows.count() - 1) - rows.at(0);
      if (length <= gaps) continue;
      gaps = length;
      longest = s;
    }
    return process.starts(gaps, peaks(times.get(longest), series.get(longest), gaps)).stream()
        .map(this::withNoise)
        .toArray(double[][]::new);
  }

  /** The periods of the highest peaks of a periodogram. */
  private static List<Double> peaks(RowTimes rows, Observations seen, double length) {
    double[] times = new double[rows.count()];
    double[] values = new double[rows.count()];
    for (int t = 0; t < times.length; t++) {
      times[t] = rows.at(t);
      values[t] = seen.value(t, 0);
    }
    double[] gaps = new double[Math.max(0, times.length - 1)];
    for (int t = 0; t < gaps.length; t++) gaps[t] = rows.gap(t);
    Arrays.sort(gaps);
    // Uneven times also show periods below two median gaps: two of the shorter gaps are the limit.
    double shortest = gaps.length == 0 ? 1 : PERIOD_IN_GAPS * gaps[gaps.length / 10];
    return new Periodogram(times, values, Math.min(shortest, PERIOD_IN_GAPS), length).peaks(PEAKS);
  }

  private double[] withNoise(double[] natural) {
    double[] all = Arrays.copyOf(natural, size());
    if (!ownNoise) all[natural.length] = NOISE;
    return theta(all);
  }

  /** The process alone. */
  public ContinuousSystem motion(double[] theta) {
    return process.system(Arrays.copyOf(natural(theta), process.quantities().size()));
  }

  @Override
  public LinearSystem system(double[] theta, int series) {
    double[][] noise = {{ownNoise ? 1 : Math.exp(theta[size() - 1])}};
    return motion(theta).at(times.get(series), process.emission(), noise);
  }

  @Override
  public List<String> names() {
    List<String> names = new ArrayList<>();
    for (StateProcess.Quantity quantity : process.quantities()) names.add(quantity.name());
    if (!ownNoise) names.add("measurement noise");
    return names;
  }

  /** An oscillation without damping, or a lengthscale far beyond the series, stays at a bound. */
  @Override
  public double[] natural(double[] theta) {
    double[] natural = new double[theta.length];
    for (int i = 0; i < theta.length; i++) {
      natural[i] = Math.exp(theta[i]);
      boolean isTime = i < process.quantities().size() && process.quantities().get(i).time() == 1;
      if (isTime) natural[i] = Math.clamp(natural[i], SHORTEST, LONGEST);
    }
    return natural;
  }
}
