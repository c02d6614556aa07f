package undercurrent.series;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * A table: names and rows of cells, all of one width.
 *
 * @param separator between the cells of a text; empty when the file is no text
 * @param names of the columns, unique, never empty
 * @param rows below the header, each {@code [columns]}, cells without blanks around them
 * @param lines the line of the file that each row begins at, or the number of the record or point,
 *     counted from 1
 * @param declared uses of columns that the form of the file declares
 * @param units of the columns from a row of units, empty where there is none; an empty list without
 *     such a row
 * @param turned true when the headings were times or parts of them: the last column then stands
 *     below the heading of the row's time, which is the column before
 * @param notes what was left out
 */
record Table(
    String file,
    FileForm form,
    Optional<Separator> separator,
    boolean header,
    List<String> names,
    List<String[]> rows,
    long[] lines,
    List<String> units,
    Map<String, ColumnUse> declared,
    boolean turned,
    List<String> notes) {
  /** The table of a file that is no text; its rows are counted from 1. */
  static Table of(
      String file,
      FileForm form,
      boolean header,
      List<String> names,
      List<String[]> rows,
      Map<String, ColumnUse> declared,
      List<String> notes) {
    long[] lines = LongStream.rangeClosed(1, rows.size()).toArray();
    return new Table(
        file,
        form,
        Optional.empty(),
        header,
        names,
        rows,
        lines,
        List.of(),
        declared,
        false,
        List.copyOf(notes));
  }

  int width() {
    return names.size();
  }

  /** The same rows of the file in other columns. */
  Table withColumns(
      List<String> others, List<String[]> cells, List<String> otherUnits, List<String> said) {
    return new Table(
        file,
        form,
        separator,
        header,
        others,
        cells,
        lines,
        otherUnits,
        declared,
        turned,
        List.copyOf(said));
  }

  /** Series, time and value where a row was a series. */
  Table turned(List<String> others, List<String[]> cells, long[] origin, List<String> said) {
    return new Table(
        file,
        form,
        separator,
        header,
        others,
        cells,
        origin,
        List.of(),
        declared,
        true,
        List.copyOf(said));
  }

  /** The unit that a row of units gives a column; empty when none does. */
  String unit(int column) {
    return units.isEmpty() ? "" : units.get(column);
  }

  /** A complaint about one cell. */
  SeriesException at(int row, int column, String what) {
    boolean isValue = turned && column == width() - 1;
    String name = isValue ? rows.get(row)[column - 1] : names.get(column);
    return SeriesException.at(file, place(row), name, what);
  }

  /** "row 12", or what a row of this file is called. */
  String place(int row) {
    return SeriesWords.of("place." + form.row(), lines[row]);
  }
}
