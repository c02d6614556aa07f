package undercurrent.model.deep;

import java.util.Arrays;
import java.util.Optional;
import undercurrent.model.flow.WholeRows;
import undercurrent.series.Channel;
import undercurrent.series.Dataset;
import undercurrent.series.Sequence;
import undercurrent.series.SeriesSet;
import undercurrent.series.Support;

/**
 * What an emission needs to know of the observed values before it is trained. A value in the file's
 * units is {@code model·scale + shift}.
 *
 * @param mean of the training part, in the model's units, {@code [D]}
 * @param shift {@code [D]}
 * @param scale {@code [D]}
 * @param highest value of all parts, in the file's units, {@code [D]}
 * @param support of the values, in the file's units
 * @param isGrey whether all are grey pixels of a film, from 0 to 1
 * @param partlyMissing the beginning of a sentence that names the first row of which some values
 *     are missing and others are not
 */
public record ChannelStatistics(
    double[] mean,
    double[] shift,
    double[] scale,
    double[] highest,
    Support support,
    boolean isGrey,
    Optional<String> partlyMissing) {

  /** Of whole rows. */
  public ChannelStatistics(
      double[] mean, double[] shift, double[] scale, double[] highest, Support support) {
    this(mean, shift, scale, highest, support, false, Optional.empty());
  }

  /** Of values up to 1 that the model sees as they are. */
  public static ChannelStatistics plain(double[] mean, Support support) {
    double[] scale = new double[mean.length];
    Arrays.fill(scale, 1);
    return new ChannelStatistics(mean, new double[mean.length], scale, scale.clone(), support);
  }

  /** Of a data set. */
  public static ChannelStatistics of(Dataset data) {
    int size = data.observationSize();
    double[] scale = new double[size];
    double[] shift = new double[size];
    for (int d = 0; d < size; d++) {
      scale[d] = data.preparation().scale(d);
      shift[d] = data.preparation().shift(d);
    }
    double[] highest = new double[size];
    data.passing()
        .forEach(
            piece -> {
              for (int i = 0; i < piece.values().length; i++) {
                int d = i % size;
                if (piece.mask()[i] == 0) continue;
                highest[d] = Math.max(highest[d], piece.values()[i] * scale[d] + shift[d]);
              }
            });
    return new ChannelStatistics(
        mean(data),
        shift,
        scale,
        highest,
        Support.of(data.source()),
        isGrey(data.source()),
        WholeRows.firstPart(data));
  }

  private static boolean isGrey(SeriesSet set) {
    return Arrays.stream(set.observedChannels())
        .allMatch(c -> set.channels().get(c).kind() == Channel.Kind.PIXEL);
  }

  /** Whether each value is 0 or 1, or between them as a share. */
  public boolean isBinaryOrGrey() {
    return isGrey || support == Support.BINARY;
  }

  private static double[] mean(Dataset data) {
    int size = data.observationSize();
    double[] sum = new double[size];
    double[] count = new double[size];
    for (Sequence sequence : data.training()) {
      for (int i = 0; i < sequence.values().length; i++) {
        sum[i % size] += sequence.values()[i] * sequence.mask()[i];
        count[i % size] += sequence.mask()[i];
      }
    }
    for (int i = 0; i < size; i++) sum[i] /= Math.max(1, count[i]);
    return sum;
  }

  /** D. */
  public int size() {
    return mean.length;
  }
}
