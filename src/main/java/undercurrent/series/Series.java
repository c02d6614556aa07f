package undercurrent.series;

import java.util.Arrays;
import java.util.Locale;

/**
 * One run of measurements, immutable.
 *
 * @param name unique in its {@link SeriesSet}
 * @param times increasing, length T; in the unit of {@link SeriesSet#time()}
 * @param rows T rows with a value a channel, as in {@link SeriesSet#channels()}; NaN = not observed
 */
public record Series(String name, double[] times, Rows rows) {
  public Series {
    if (times.length != rows.length()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "The series '%s' has %d times and %d rows.",
              name,
              times.length,
              rows.length()));
    }
  }

  /**
   * A series in double precision.
   *
   * @param values {@code [T][D]}
   */
  public Series(String name, double[] times, double[][] values) {
    this(name, times, Rows.of(values));
  }

  /** T, the number of time steps. */
  public int length() {
    return times.length;
  }

  /** All values, {@code [T][D]}; it may be a copy, so that loops ask for rows or values. */
  public double[][] values() {
    return rows.all();
  }

  /** One row, {@code [D]}; must not be changed. */
  public double[] row(int row) {
    return rows.row(row);
  }

  /** One value; NaN = not observed. */
  public double value(int row, int channel) {
    return rows.value(row, channel);
  }

  /** One channel over time, {@code [T]}. */
  public double[] channel(int channel) {
    double[] column = new double[times.length];
    for (int t = 0; t < column.length; t++) column[t] = rows.value(t, channel);
    return column;
  }

  /** The rows {@code from .. end-1} under the same name. */
  public Series range(int from, int end) {
    return new Series(name, Arrays.copyOfRange(times, from, end), rows.range(from, end));
  }

  /** How many rows there are up to the last one in which one of these channels has a value. */
  public int lengthSeen(int... channels) {
    for (int t = times.length - 1; t >= 0; t--) {
      for (int channel : channels) if (!Double.isNaN(rows.value(t, channel))) return t + 1;
    }
    return 0;
  }
}
