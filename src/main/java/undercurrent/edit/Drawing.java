package undercurrent.edit;

import java.util.Arrays;
import java.util.List;
import undercurrent.series.Channel;
import undercurrent.series.Series;
import undercurrent.series.SeriesSet;
import undercurrent.series.Split;
import undercurrent.series.TimeAxis;

/**
 * A line that is drawn over time, from left to right or back; where it is drawn over, the new line
 * counts, and where nothing is drawn, nothing was observed. Not thread-safe.
 */
public final class Drawing {
  /** The name of a drawn set. */
  public static final String NAME = "drawing";

  /** Fewer rows are no series. */
  public static final int FEWEST = 20;

  private static final int COLUMNS = 2000;
  private final double[] values = new double[COLUMNS];

  /** An empty plane. */
  public Drawing() {
    clear();
  }

  /** Takes everything away. */
  public void clear() {
    Arrays.fill(values, Double.NaN);
  }

  /**
   * Draws a straight line.
   *
   * @param fromX share of the time, in [0, 1]; what lies outside is brought inside
   * @param fromY value there
   */
  public void line(double fromX, double fromY, double toX, double toY) {
    if (toX < fromX) {
      line(toX, toY, fromX, fromY);
      return;
    }
    int first = column(fromX);
    int last = column(toX);
    for (int i = first; i <= last; i++) {
      double share = last == first ? 1 : (double) (i - first) / (last - first);
      values[i] = fromY + share * (toY - fromY);
    }
  }

  private static int column(double x) {
    return (int) Math.round(Math.clamp(x, 0, 1) * (COLUMNS - 1));
  }

  /** The value at a share of the time; NaN where nothing is drawn. */
  public double at(double x) {
    double place = Math.clamp(x, 0, 1) * (COLUMNS - 1);
    int left = (int) place;
    int right = Math.min(left + 1, COLUMNS - 1);
    double share = place - left;
    double between = (1 - share) * values[left] + share * values[right];
    // At the end of a line the nearer of both counts.
    return Double.isNaN(between) ? values[share < 0.5 ? left : right] : between;
  }

  /** The rows {@code [rows]}, equally far apart over the whole plane. */
  public double[] rows(int rows) {
    double[] row = new double[rows];
    for (int t = 0; t < rows; t++) row[t] = at((double) t / (rows - 1));
    return row;
  }

  /** Whether it is long enough to be learned: of so many rows, the first ones among them. */
  public boolean isEnough(int rows) {
    double[] drawn = rows(rows);
    long count = Arrays.stream(drawn).filter(Double::isFinite).count();
    long early =
        Arrays.stream(drawn)
            .limit(Split.BY_TIME.trainingEnd(rows))
            .filter(Double::isFinite)
            .count();
    return count >= FEWEST && early >= FEWEST / 2;
  }

  /** The series, with so many rows at the times 0, 1, 2 … */
  public SeriesSet set(int rows) {
    double[] drawn = rows(rows);
    double[] times = new double[rows];
    double[][] table = new double[rows][];
    for (int t = 0; t < rows; t++) {
      times[t] = t;
      table[t] = new double[] {drawn[t]};
    }
    return new SeriesSet(
        NAME,
        List.of(new Channel("x", "", Channel.Kind.REAL, Channel.Role.OBSERVED)),
        new TimeAxis("t", "", false, true),
        List.of(new Series(NAME, times, table)),
        Split.BY_TIME);
  }
}
