package undercurrent.series;

/**
 * The numbers of a series, a row a time step and a column a channel; immutable. NaN = not observed.
 */
public sealed interface Rows permits DoubleRows, FloatRows {
  /** T, the number of rows. */
  int length();

  double value(int row, int channel);

  /** One row, {@code [D]}; it may be the stored one, which must not be changed. */
  double[] row(int row);

  /** The rows {@code from .. end-1}, sharing the numbers. */
  Rows range(int from, int end);

  /**
   * The same with some rows changed; those that are not are shared.
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

  /** All rows, {@code [T][D]}; of floats a copy, which takes twice their memory. */
  double[][] all();
}
