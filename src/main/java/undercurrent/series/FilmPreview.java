package undercurrent.series;

import java.util.ArrayList;
import java.util.List;

/**
 * Some frames of a film, to look at before it is opened.
 *
 * @param shape of each
 * @param frames each {@code [height · width · channels]}, NaN where there is no value
 * @param low the least value of these frames
 * @param high the largest value of these frames
 * @param words "Film of 500 frames of 16 × 16."
 */
public record FilmPreview(
    FrameShape shape, List<double[]> frames, double low, double high, String words) {
  /** So many frames are shown at most. */
  private static final int MOST = 48;

  /** Frames of the first series of a film, at equal distances when there are many. */
  public static FilmPreview of(SeriesSet set) {
    FrameShape shape = set.frame().orElseThrow();
    int[] observed = set.observedChannels();
    Series first = set.series().getFirst();
    int count = Math.min(MOST, first.length());
    List<double[]> frames = new ArrayList<>(count);
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < count; i++) {
      int row = (int) ((long) i * first.length() / count);
      double[] values = new double[observed.length];
      for (int d = 0; d < values.length; d++) {
        values[d] = first.value(row, observed[d]);
        if (values[d] < low) low = values[d];
        if (values[d] > high) high = values[d];
      }
      frames.add(shape.frame(values));
    }
    return new FilmPreview(shape, frames, low, high, FilmWords.of(set));
  }
}
