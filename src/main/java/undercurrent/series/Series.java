package undercurrent.series;

import java.util.Arrays;

/**
 * One run of measurements, immutable.
 *
 * @param name unique in its {@link SeriesSet}
 * @param times increasing, length T; in the unit of {@link SeriesSet#time()}
 * @param values {@code [T][D]}, D as in {@link SeriesSet#channels()}; NaN = not observed
 */
public record Series(String name, double[] times, double[][] values) {
  public Series {
    if (times.length != values.length) {
      throw new IllegalArgumentException(
          "The series '%s' has %d times and %d rows.".formatted(name, times.length, values.length));
    }
  }

  /** T, the number of time steps. */
  public int length() {
    return times.length;
  }

  /** One channel over time, {@code [T]}. */
  public double[] channel(int channel) {
    double[] column = new double[values.length];
    for (int t = 0; t < values.length; t++) column[t] = values[t][channel];
    return column;
  }

  /** The times of the first rows; beyond the end they go on in the median gap. */
  public double[] times(int rows) {
    double[] all = Arrays.copyOf(times, rows);
    double[] gaps = new double[Math.max(0, times.length - 1)];
    for (int t = 0; t < gaps.length; t++) gaps[t] = times[t + 1] - times[t];
    Arrays.sort(gaps);
    double gap = gaps.length == 0 ? 1 : gaps[gaps.length / 2];
    for (int t = times.length; t < rows; t++) all[t] = all[t - 1] + gap;
    return all;
  }
}
