package undercurrent.series;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Which part of a {@link SeriesSet} is trained on, validated on and tested on.
 *
 * <p>By series: every series belongs to one part as a whole. By time: each series is cut at the two
 * given fractions of its length.
 *
 * @param bySeries the part of each series, in order; empty when split by time
 * @param trainingFraction by time: rows before this fraction of T are for training
 * @param validationFraction by time: rows from there to this fraction are for validation, the rest
 *     is for testing
 * @param kept a series of which nothing is learned, whatever the others say; -1 without one
 */
public record Split(
    List<Part> bySeries, double trainingFraction, double validationFraction, int kept) {
  private static final int NONE_KEPT = -1;

  public Split {
    bySeries = List.copyOf(bySeries);
  }

  /** A split in which no series is kept out of the training. */
  public Split(List<Part> bySeries, double trainingFraction, double validationFraction) {
    this(bySeries, trainingFraction, validationFraction, NONE_KEPT);
  }

  /** 70 % of the rows for training, the next 15 % for validation, the last 15 % for testing. */
  public static final Split BY_TIME = new Split(List.of(), 0.7, 0.85);

  /** Every row is for training. */
  public static final Split NONE = new Split(List.of(), 1, 1);

  /** By series: those that come first are trained on, and those after them tested. */
  public static Split of(int training, int test) {
    return of(training, 0, test);
  }

  /** The same with series for validation between them. */
  public static Split of(int training, int validation, int test) {
    List<Part> parts = new ArrayList<>(Collections.nCopies(training, Part.TRAINING));
    parts.addAll(Collections.nCopies(validation, Part.VALIDATION));
    parts.addAll(Collections.nCopies(test, Part.TEST));
    return new Split(parts, 1, 1);
  }

  public boolean isByTime() {
    return bySeries.isEmpty();
  }

  /**
   * Of one series more at the end, which belongs to the parts that another one belonged to; that
   * one is only tested from now on.
   */
  Split movedToEnd(int series) {
    List<Part> parts = new ArrayList<>(bySeries);
    if (!isByTime()) parts.add(bySeries.get(series));
    return new Split(parts, trainingFraction, validationFraction, series);
  }

  /** By time: the first row of a series of this length that is no longer for training. */
  public int trainingEnd(int length) {
    return (int) Math.round(trainingFraction * length);
  }

  /** By time: the first row of a series of this length that is for testing. */
  public int validationEnd(int length) {
    return (int) Math.round(validationFraction * length);
  }

  /** The row after the last one of a part in a series; parts follow one another from row 0. */
  public int end(Part part, int series, int length) {
    if (series == kept) return part == Part.TEST ? length : 0;
    if (!isByTime()) return bySeries.get(series).compareTo(part) <= 0 ? length : 0;
    return switch (part) {
      case TRAINING -> trainingEnd(length);
      case VALIDATION -> validationEnd(length);
      case TEST -> length;
    };
  }

  /** The first row of a part in a series. */
  public int start(Part part, int series, int length) {
    return switch (part) {
      case TRAINING -> 0;
      case VALIDATION -> end(Part.TRAINING, series, length);
      case TEST -> end(Part.VALIDATION, series, length);
    };
  }

  /** The part of one row of a series. */
  public Part part(int series, int row, int length) {
    if (row < end(Part.TRAINING, series, length)) return Part.TRAINING;
    return row < end(Part.VALIDATION, series, length) ? Part.VALIDATION : Part.TEST;
  }
}
