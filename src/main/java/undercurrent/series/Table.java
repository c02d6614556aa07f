package undercurrent.series;

import java.util.List;

/**
 * A text table: names and rows of cells, all of one width.
 *
 * @param names of the columns, unique, never empty
 * @param rows below the header, each {@code [columns]}, cells without blanks around them
 * @param lines the line of the file that each row begins at, counted from 1
 * @param units of the columns from a row of units, empty where there is none; an empty list without
 *     such a row
 * @param notes what was left out
 */
record Table(
    String file,
    Separator separator,
    boolean header,
    List<String> names,
    List<String[]> rows,
    long[] lines,
    List<String> units,
    List<String> notes) {
  int width() {
    return names.size();
  }

  /** The unit that a row of units gives a column; empty when none does. */
  String unit(int column) {
    return units.isEmpty() ? "" : units.get(column);
  }

  /** A complaint about one cell. */
  SeriesException at(int row, int column, String what) {
    return SeriesException.at(file, lines[row], names.get(column), what);
  }
}
