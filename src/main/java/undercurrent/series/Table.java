package undercurrent.series;

import java.util.List;

/**
 * A text table: names and rows of cells, all of one width.
 *
 * @param names of the columns, unique, never empty
 * @param rows below the header, each {@code [columns]}, cells without blanks around them
 * @param lines the line of the file that each row begins at, counted from 1
 * @param notes what was left out
 */
record Table(
    String file,
    Separator separator,
    boolean header,
    List<String> names,
    List<String[]> rows,
    long[] lines,
    List<String> notes) {
  int width() {
    return names.size();
  }

  /** A complaint about one cell. */
  SeriesException at(int row, int column, String what) {
    return SeriesException.at(file, lines[row], names.get(column), what);
  }
}
