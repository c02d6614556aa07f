package undercurrent.series;

import java.util.Set;
import java.util.function.UnaryOperator;
import undercurrent.math.Progress;

/** One column of a {@link Table}, its cells read as numbers as far as they are. */
final class Column {
  private static final int NONE = -1;
  private final String name;
  private final int index;

  /** NaN where there is no number, ±∞ where it is infinite. */
  private final double[] numbers;

  private int missing;
  private int coded;
  private String mark = "";
  private int firstOtherMark = NONE;
  private int numeric;
  private int firstText = NONE;
  private double lowest = Double.POSITIVE_INFINITY;
  private double highest = Double.NEGATIVE_INFINITY;
  private boolean whole = true;
  private final DecimalSign sign;

  /**
   * Reads one column.
   *
   * @param words that mean "no value" beside the usual ones
   */
  Column(Table table, int index, DecimalSign sign, Set<String> words) {
    this(table, index, sign, words, cell -> cell);
  }

  /** The same of cells that stand for others. */
  Column(
      Table table, int index, DecimalSign sign, Set<String> words, UnaryOperator<String> meaning) {
    this.name = table.names().get(index);
    this.index = index;
    this.sign = sign;
    this.numbers = new double[table.rows().size()];
    for (int row = 0; row < numbers.length; row++) {
      Progress.within(row);
      String cell = meaning.apply(table.rows().get(row)[index]);
      boolean isCode = !words.isEmpty() && MissingCodes.isOne(cell, words, sign);
      if (isCode) coded++;
      read(row, isCode ? "" : cell, sign);
    }
  }

  private void read(int row, String cell, DecimalSign sign) {
    numbers[row] = Double.NaN;
    if (Cells.isMissing(cell)) {
      missing++;
      return;
    }
    double number = Cells.number(cell, sign);
    if (Double.isNaN(number)) {
      if (firstText == NONE) firstText = row;
      return;
    }
    readMark(row, cell, number);
    numbers[row] = number;
    numeric++;
    lowest = Math.min(lowest, number);
    highest = Math.max(highest, number);
    whole &= number == Math.rint(number);
  }

  private void readMark(int row, String cell, double number) {
    String here = NumberMarks.of(cell);
    if (numeric == 0) mark = here;
    if (here.equals(mark) || number == 0 || firstOtherMark != NONE) return;
    boolean isShare = here.equals("%") || mark.equals("%");
    if (mark.isEmpty() && !isShare) mark = here;
    else if (!here.isEmpty() || isShare) firstOtherMark = row;
  }

  /** "%", "$" and the like, when numbers are written with it; empty otherwise. */
  String mark() {
    return mark;
  }

  /** The first row that is written with another mark; -1 when there is none. */
  int firstOtherMark() {
    return firstOtherMark;
  }

  /** How many cells hold a word that a person says means "no value". */
  int coded() {
    return coded;
  }

  /** The first row with the lowest or the highest number; -1 when there is none. */
  int extreme(boolean low) {
    for (int row = 0; row < numbers.length; row++) {
      if (numbers[row] == (low ? lowest : highest)) return row;
    }
    return NONE;
  }

  /** True when all numbers are 0 or above. */
  boolean isNeverNegative() {
    return numeric > 0 && lowest >= 0;
  }

  String name() {
    return name;
  }

  int index() {
    return index;
  }

  /** What stands before the fractions of its numbers. */
  DecimalSign sign() {
    return sign;
  }

  /** A copy of nothing: read only. */
  double[] numbers() {
    return numbers;
  }

  int missing() {
    return missing;
  }

  boolean isEmpty() {
    return missing == numbers.length;
  }

  /** True when at least half of what is there are numbers; the rest are then mistakes. */
  boolean isNumber() {
    return numeric > 0 && 2L * numeric >= numbers.length - missing;
  }

  boolean isText() {
    return !isEmpty() && !isNumber();
  }

  /** The first row with neither a number nor nothing; -1 when there is none. */
  int firstText() {
    return firstText;
  }

  /** True when every cell is a whole number. */
  boolean isWhole() {
    return whole && numeric == numbers.length && numeric > 0;
  }

  boolean isWithin(double low, double high) {
    return numeric > 0 && lowest >= low && highest <= high;
  }

  /** True when all that is there is 0 or 1. */
  boolean hasOnlyZeroAndOne() {
    return whole && firstText == NONE && isWithin(0, 1);
  }

  /** True when all that is there are whole numbers from 0 up. */
  boolean isCount() {
    return whole && firstText == NONE && lowest >= 0;
  }

  /** The first row outside of a range; -1 when there is none. */
  int firstOutside(double low, double high) {
    for (int row = 0; row < numbers.length; row++) {
      if (numbers[row] < low || numbers[row] > high) return row;
    }
    return NONE;
  }

  /** True when the rows are numbered by it, from 0 or from 1. */
  boolean countsRows() {
    if (!isWhole() || numbers.length < 2 || numbers[0] < 0 || numbers[0] > 1) return false;
    for (int row = 1; row < numbers.length; row++) {
      if (numbers[row] != numbers[0] + row) return false;
    }
    return true;
  }
}
