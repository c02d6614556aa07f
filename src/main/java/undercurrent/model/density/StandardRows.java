package undercurrent.model.density;

import java.util.ArrayList;
import java.util.List;
import undercurrent.series.Series;
import undercurrent.series.SeriesSet;

/**
 * The observed channels of a set, standardised on the training part: positions as positions, not as
 * steps.
 *
 * @param mean {@code [D]}
 * @param deviation {@code [D]}
 * @param values of each series {@code [T·D]}; NaN where a row is not whole
 */
public record StandardRows(double[] mean, double[] deviation, List<double[]> values) {

  static StandardRows of(SeriesSet set) {
    int[] channels = set.observedChannels();
    double[] mean = averages(set, channels, new double[channels.length], 1);
    double[] deviation = averages(set, channels, mean, 2);
    for (int d = 0; d < deviation.length; d++) {
      deviation[d] = Math.sqrt(deviation[d]);
      if (!(deviation[d] > 0)) deviation[d] = 1;
    }
    return new StandardRows(mean, deviation, values(set, channels, mean, deviation));
  }

  /** The mean over the whole rows of the training part of (x - centre)^power. */
  private static double[] averages(SeriesSet set, int[] channels, double[] centre, int power) {
    double[] sum = new double[channels.length];
    List<double[]> rows = set.trainingRows().filter(row -> isWhole(row, channels)).toList();
    for (double[] row : rows) {
      for (int d = 0; d < sum.length; d++) {
        double gap = row[channels[d]] - centre[d];
        sum[d] += power == 1 ? gap : gap * gap;
      }
    }
    for (int d = 0; d < sum.length; d++) sum[d] /= Math.max(1, rows.size());
    return sum;
  }

  private static List<double[]> values(
      SeriesSet set, int[] channels, double[] mean, double[] deviation) {
    int size = channels.length;
    List<double[]> values = new ArrayList<>();
    for (Series series : set.series()) {
      double[] flat = new double[series.length() * size];
      for (int t = 0; t < series.length(); t++) {
        boolean isWhole = isWhole(series.row(t), channels);
        for (int d = 0; d < size; d++) {
          double value = series.value(t, channels[d]);
          flat[t * size + d] = isWhole ? (value - mean[d]) / deviation[d] : Double.NaN;
        }
      }
      values.add(flat);
    }
    return values;
  }

  private static boolean isWhole(double[] row, int[] channels) {
    for (int channel : channels) if (Double.isNaN(row[channel])) return false;
    return true;
  }

  /** Whether all channels of a row were observed. */
  public boolean isWhole(int series, int row) {
    return !Double.isNaN(values.get(series)[row * mean.length]);
  }

  /** A standardised number in the file's units. */
  public double toFile(int channel, double value) {
    return mean[channel] + deviation[channel] * value;
  }
}
