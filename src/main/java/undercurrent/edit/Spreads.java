package undercurrent.edit;

import java.util.Arrays;
import undercurrent.series.Channel;
import undercurrent.series.Series;
import undercurrent.series.SeriesSet;

/** How widely the values of each channel are spread. */
final class Spreads {
  private Spreads() {}

  /**
   * The standard deviations of the channels {@code [D]} over all series; 0 for those that are not
   * observed, or are no real numbers.
   */
  static double[] of(SeriesSet set) {
    double[] spreads = new double[set.channels().size()];
    Arrays.setAll(spreads, d -> isReal(set.channels().get(d)) ? deviation(set, d) : 0);
    return spreads;
  }

  static boolean isReal(Channel channel) {
    return channel.role() == Channel.Role.OBSERVED && channel.kind() == Channel.Kind.REAL;
  }

  private static double deviation(SeriesSet set, int channel) {
    double sum = 0;
    long count = 0;
    for (Series series : set.series()) {
      for (int t = 0; t < series.length(); t++) {
        double value = series.value(t, channel);
        if (Double.isNaN(value)) continue;
        sum += value;
        count++;
      }
    }
    if (count == 0) return 0;
    double mean = sum / count;
    double squares = 0;
    for (Series series : set.series()) {
      for (int t = 0; t < series.length(); t++) {
        double value = series.value(t, channel);
        if (!Double.isNaN(value)) squares += (value - mean) * (value - mean);
      }
    }
    return Math.sqrt(squares / count);
  }
}
