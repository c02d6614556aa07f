package undercurrent.inference;

import java.util.Arrays;
import java.util.Objects;

/**
 * Numbers in rows of one length, {@code [N][D]}. They stand in one array: with an array for each
 * row, numbers of one channel would take more than three times the memory.
 */
public final class NumberRows {
  /** Rows that are changed at once. */
  private static final int BLOCK = 4096;

  private final double[] numbers;
  private final int first;
  private final int length;
  private final int columns;

  private NumberRows(double[] numbers, int first, int length, int columns) {
    this.numbers = numbers;
    this.first = first;
    this.length = length;
    this.columns = columns;
  }

  /** Zeros. */
  NumberRows(int rows, int columns) {
    this(new double[Math.multiplyExact(rows, columns)], 0, rows, columns);
  }

  /** A copy. */
  public static NumberRows of(double[][] rows) {
    NumberRows all = new NumberRows(rows.length, rows.length == 0 ? 0 : rows[0].length);
    for (int n = 0; n < rows.length; n++) all.set(n, rows[n]);
    return all;
  }

  /** Not a number anywhere. */
  static NumberRows unknown(int rows, int columns) {
    NumberRows none = new NumberRows(rows, columns);
    Arrays.fill(none.numbers, Double.NaN);
    return none;
  }

  /** N. */
  public int length() {
    return length;
  }

  /** D. */
  public int columns() {
    return columns;
  }

  public double at(int row, int column) {
    return numbers[index(row, column)];
  }

  void set(int row, int column, double number) {
    numbers[index(row, column)] = number;
  }

  /** Sets a row. */
  void set(int row, double[] values) {
    System.arraycopy(values, 0, numbers, start(row), columns);
  }

  /** Sets as many rows as others are, from a row on. */
  void set(int row, NumberRows others) {
    Objects.checkFromIndexSize(row, others.length, length);
    int at = (first + row) * columns;
    System.arraycopy(others.numbers, others.first * columns, numbers, at, others.length * columns);
  }

  /** Behind the numbers of a row stand those of the next, which must not be taken for its own. */
  private int index(int row, int column) {
    return start(row) + Objects.checkIndex(column, columns);
  }

  private int start(int row) {
    return (first + Objects.checkIndex(row, length)) * columns;
  }

  /** A copy of a row, {@code [D]}. */
  public double[] row(int row) {
    int start = start(row);
    return Arrays.copyOfRange(numbers, start, start + columns);
  }

  /** A copy of a column, {@code [N]}. */
  public double[] column(int column) {
    double[] values = new double[length];
    for (int n = 0; n < length; n++) values[n] = at(n, column);
    return values;
  }

  /** A copy, {@code [N][D]}. */
  public double[][] all() {
    return block(0, length);
  }

  private double[][] block(int from, int to) {
    double[][] rows = new double[to - from][];
    for (int n = from; n < to; n++) rows[n - from] = row(n);
    return rows;
  }

  /** The rows {@code from .. to-1}, sharing the numbers. */
  NumberRows range(int from, int to) {
    Objects.checkFromToIndex(from, to, length);
    return new NumberRows(numbers, first + from, to - from, columns);
  }

  /** Makes other numbers of some rows that follow one another, {@code [n][D]}. */
  @FunctionalInterface
  interface Change {
    /**
     * @param first which row the first of these is
     */
    double[][] apply(int first, double[][] rows);
  }

  /** Other numbers, some thousand rows at a time. */
  NumberRows map(Change change) {
    NumberRows made = new NumberRows(length, columns);
    for (int from = 0; from < length; from += BLOCK) {
      double[][] block = change.apply(from, block(from, Math.min(length, from + BLOCK)));
      for (int i = 0; i < block.length; i++) made.set(from + i, block[i]);
    }
    return made;
  }
}
