package undercurrent.figure;

import java.util.List;
import undercurrent.series.FrameShape;

/**
 * Frames of a film in rows and columns, with the names of rows at the left and those of columns
 * above. Names may be empty.
 *
 * @param shape of each frame
 * @param across what the names of columns are, such as the name of the time axis
 * @param rows names, from above
 * @param columns names, from the left
 * @param frames {@code [rows][columns]}
 * @param scales that frames are coloured by, each with a bar beside the frames
 * @param marked the column of the time cursor; −1 for none
 */
public record Frames(
    FrameShape shape,
    String across,
    List<String> rows,
    List<String> columns,
    List<List<Frame>> frames,
    List<FrameScale> scales,
    int marked) {
  /** No column is marked. */
  public static final int NONE = -1;

  public Frames {
    rows = List.copyOf(rows);
    columns = List.copyOf(columns);
    frames = frames.stream().map(List::copyOf).toList();
    scales = List.copyOf(scales);
  }

  /**
   * One frame.
   *
   * @param values {@code [height · width · channels]}, NaN where there is no number; empty where
   *     nothing is known of the moment
   * @param scale its place among the scales
   * @param time of the frame in the unit of the time axis
   * @param isHidden whether nothing was observed at its moment
   */
  public record Frame(double[] values, int scale, double time, boolean isHidden) {
    /** Whether there is something to show. */
    public boolean isKnown() {
      return values.length > 0;
    }
  }

  Frame frame(int row, int column) {
    return frames.get(row).get(column);
  }

  /** Whether some cells of known frames that have a channel were not observed. */
  boolean hasMissing() {
    boolean[] mask = shape.mask();
    return frames.stream()
        .flatMap(List::stream)
        .filter(f -> f.isKnown() && !f.isHidden())
        .anyMatch(f -> isMissing(f.values(), mask));
  }

  private static boolean isMissing(double[] values, boolean[] mask) {
    for (int i = 0; i < values.length; i++) if (mask[i] && Double.isNaN(values[i])) return true;
    return false;
  }

  /** Whether some cells have no channel, such as land. */
  boolean hasLand() {
    return shape.size() < shape.placeCount();
  }
}
