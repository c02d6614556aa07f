package undercurrent.series;

/** One column of a {@link Table}, its cells read as numbers as far as they are. */
final class Column {
  private static final int NONE = -1;
  private final String name;
  private final int index;

  /** NaN where there is no number, ±∞ where it is infinite. */
  private final double[] numbers;

  private int missing;
  private int numeric;
  private int firstText = NONE;
  private double lowest = Double.POSITIVE_INFINITY;
  private double highest = Double.NEGATIVE_INFINITY;
  private boolean whole = true;

  Column(Table table, int index, DecimalSign sign) {
    this.name = table.names().get(index);
    this.index = index;
    this.numbers = new double[table.rows().size()];
    for (int row = 0; row < numbers.length; row++) read(row, table.rows().get(row)[index], sign);
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
    numbers[row] = number;
    numeric++;
    lowest = Math.min(lowest, number);
    highest = Math.max(highest, number);
    whole &= number == Math.rint(number);
  }

  String name() {
    return name;
  }

  int index() {
    return index;
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
    return whole && numeric == numbers.length;
  }

  boolean isWithin(double low, double high) {
    return numeric > 0 && lowest >= low && highest <= high;
  }

  /** True when all that is there is 0 or 1. */
  boolean isBinary() {
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
