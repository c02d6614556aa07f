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

  /** All rows, {@code [T][D]}; of floats a copy, which takes twice their memory. */
  double[][] all();
}
