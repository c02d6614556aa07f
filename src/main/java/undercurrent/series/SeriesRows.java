package undercurrent.series;

import java.util.List;

/**
 * The rows of one series, with those that a table does not have.
 *
 * @param rows of the table, in the order of time; for a row that it does not have, the one before
 * @param filled true where the table has no row
 * @param times of all of them
 */
record SeriesRows(List<Integer> rows, boolean[] filled, double[] times) {
  int length() {
    return times.length;
  }
}
