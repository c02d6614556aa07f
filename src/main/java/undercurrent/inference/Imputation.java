package undercurrent.inference;

import java.util.List;

/**
 * How well hidden rows are filled in, by how many are hidden: from all other rows, smoothing, and
 * from those before them alone, filtering. Of the clips of the part that is scored.
 *
 * @param unit what the errors are: {@link Unit}
 * @param byGap rows in the middle of each clip are hidden
 * @param byShare of the rows after the first few some are hidden by chance
 */
public record Imputation(Unit unit, List<Point> byGap, List<Point> byShare) {
  /** Of so many series it can be measured while a person waits. */
  public static final int SOME = 20;

  /** What an error is. */
  public enum Unit {
    /** The share of pixels on the wrong side of a half, of pixels from 0 to 1. */
    WRONG_PIXELS,
    /** The root mean squared error, in the unit of the file. */
    RMSE
  }

  public Imputation {
    byGap = List.copyOf(byGap);
    byShare = List.copyOf(byShare);
  }

  /**
   * The errors of hidden rows.
   *
   * @param hidden how many rows are hidden, or which share of them
   * @param smoothing seen all other rows
   * @param filtering seen those before
   * @param encoding seen the row itself: what encoder and decoder leave
   * @param repeating the last row that was seen, once more
   * @param meanSquare mean squared error of smoothing, in the square of the unit of the file
   * @param rows how many hidden rows were compared
   */
  public record Point(
      double hidden,
      double smoothing,
      double filtering,
      double encoding,
      double repeating,
      double meanSquare,
      long rows) {}
}
