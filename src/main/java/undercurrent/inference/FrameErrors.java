package undercurrent.inference;

import java.util.Arrays;
import undercurrent.series.Channel;
import undercurrent.series.FrameShape;
import undercurrent.series.SeriesSet;

/**
 * How far one frame is from another, in the ways in which films are compared. A frame has a number
 * a place, {@code [height · width · channels]}, NaN where nothing is known; places that are not
 * known of both do not count.
 */
public final class FrameErrors {
  private static final double HALF = 0.5;

  private FrameErrors() {}

  /** Whether all observed channels are pixels from 0 to 1. */
  public static boolean areShares(SeriesSet set) {
    return Arrays.stream(set.observedChannels())
        .mapToObj(c -> set.channels().get(c).kind())
        .allMatch(kind -> kind == Channel.Kind.PIXEL || kind == Channel.Kind.BINARY);
  }

  /** The share of the pixels that lie on different sides of ½. */
  public static double wrong(double[] frame, double[] other) {
    int wrong = 0;
    int count = 0;
    for (int i = 0; i < frame.length; i++) {
      if (Double.isNaN(frame[i]) || Double.isNaN(other[i])) continue;
      count++;
      if (frame[i] > HALF != other[i] > HALF) wrong++;
    }
    return count == 0 ? Double.NaN : (double) wrong / count;
  }

  /** The mean squared difference. */
  public static double meanSquare(double[] frame, double[] other) {
    double sum = 0;
    int count = 0;
    for (int i = 0; i < frame.length; i++) {
      double difference = frame[i] - other[i];
      if (Double.isNaN(difference)) continue;
      sum += difference * difference;
      count++;
    }
    return count == 0 ? Double.NaN : sum / count;
  }

  /**
   * Normalised cross-correlation: Pearson's correlation over all places; NaN where one of the
   * frames is the same everywhere.
   */
  public static double correlation(double[] frame, double[] other) {
    double count = 0;
    double meanX = 0;
    double meanY = 0;
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (int i = 0; i < frame.length; i++) {
      if (Double.isNaN(frame[i]) || Double.isNaN(other[i])) continue;
      count++;
      // Welford's updates
      double dx = frame[i] - meanX;
      double dy = other[i] - meanY;
      meanX += dx / count;
      meanY += dy / count;
      xx += dx * (frame[i] - meanX);
      yy += dy * (other[i] - meanY);
      xy += dx * (other[i] - meanY);
    }
    return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : Double.NaN;
  }

  /**
   * The structural similarity index, the mean over all windows that lie in the frame and are wholly
   * known, and over channels; NaN without one.
   *
   * @param range by how much values can differ
   */
  public static double similarity(FrameShape shape, double[] frame, double[] other, double range) {
    return StructuralSimilarity.of(shape, frame, other, range);
  }
}
