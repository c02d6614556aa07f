package undercurrent.series;

import java.util.Locale;

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
          String.format(
              Locale.ROOT,
              "The series '%s' has %d times and %d rows.",
              name,
              times.length,
              values.length));
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

  /** How many rows there are up to the last one in which one of these channels has a value. */
  public int lengthSeen(int... channels) {
    for (int t = values.length - 1; t >= 0; t--) {
      for (int channel : channels) if (!Double.isNaN(values[t][channel])) return t + 1;
    }
    return 0;
  }
}
