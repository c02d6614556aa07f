package undercurrent.series;

import java.util.Arrays;
import java.util.List;

/**
 * The lines above a table that are no part of it: titles, and what an instrument says of itself.
 * They have fewer cells filled than the names below them, below which values begin.
 */
final class Preamble {
  private static final int LONGEST = 60;

  /** So many rows of values must follow the names. */
  private static final int FEWEST = 2;

  private Preamble() {}

  /** How many rows stand above the names of the columns; 0 where nothing says so. */
  static int length(List<RowReader.Row> rows) {
    int most = 0;
    for (int row = 0; row < Math.min(LONGEST, rows.size()); row++) {
      String[] cells = rows.get(row).cells();
      int filled = filled(cells);
      if (filled > most && filled > 1 && areNames(rows, row)) return row;
      // A row of values that nothing stands above is the table itself.
      if (filled == cells.length && filled > 1 && !hasWord(cells)) return 0;
      most = Math.max(most, filled);
    }
    return 0;
  }

  private static boolean areNames(List<RowReader.Row> rows, int row) {
    String[] names = rows.get(row).cells();
    if (filled(names) < names.length - 1) return false;
    if (Arrays.stream(names).anyMatch(HeaderGuess::isValue)) return false;
    if (row + FEWEST >= rows.size()) return false;
    for (int next = row + 1; next <= row + FEWEST; next++) {
      String[] cells = rows.get(next).cells();
      if (cells.length != names.length) return false;
      if (Arrays.stream(cells).noneMatch(HeaderGuess::isValue)) return false;
    }
    return true;
  }

  private static boolean hasWord(String[] cells) {
    return Arrays.stream(cells).anyMatch(HeaderGuess::isWord);
  }

  private static int filled(String[] cells) {
    return (int) Arrays.stream(cells).filter(cell -> !cell.isEmpty()).count();
  }
}
