package undercurrent.series;

/**
 * The numbers of a series, a row a time step and a column a channel; immutable. NaN = not observed.
 */
public sealed interface Rows permits DoubleRows, FlatRows, FloatRows {
  /**
   * Rows in double precision.
   *
   * @param values {@code [T][D]}
   */
  static Rows of(double[][] values) {
    boolean isNarrow = values.length > 0 && values[0].length <= FlatRows.MOST_COLUMNS;
    return isNarrow ? FlatRows.copy(values) : new DoubleRows(values);
  }

  /** T, the number of rows. */
  int length();

  double value(int row, int channel);

  /** One row, {@code [D]}; it may be the stored one, which must not be changed. */
  double[] row(int row);

  /** The rows {@code from .. end-1}, sharing the numbers. */
  Rows range(int from, int end);

  /**
   * The same with some rows changed; of wide rows those that are not are shared.
   *
   * @param change is given a copy of each row in turn, which it may change
   */
  Rows changed(Change change);

  /** Changes one row. */
  @FunctionalInterface
  interface Change {
    /** Whether it was changed. */
    boolean make(int row, double[] values);
  }

  /** All rows, {@code [T][D]}; where they are not stored so, a copy. */
  double[][] all();
}
