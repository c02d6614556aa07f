package undercurrent.series;

import java.util.List;

/** Tells whether the first row of a table holds names. */
final class HeaderGuess {
  private static final int LOOKED_AT = 50;

  private HeaderGuess() {}

  /**
   * True when some column begins with a word and goes on with values, or when the whole first row
   * is words.
   */
  static boolean isHeader(List<String[]> rows) {
    String[] first = rows.getFirst();
    boolean allWords = true;
    if (WideTable.isHeader(rows)) return true;
    for (int column = 0; column < first.length; column++) {
      if (isValue(first[column])) {
        allWords = false;
      } else if (!Cells.isMissing(first[column]) && goesOnWithValues(rows, column)) {
        return true;
      }
    }
    return allWords;
  }

  private static boolean goesOnWithValues(List<String[]> rows, int column) {
    int values = 0;
    int words = 0;
    for (int r = 1; r < Math.min(rows.size(), LOOKED_AT); r++) {
      String cell = rows.get(r)[column];
      if (Cells.isMissing(cell)) continue;
      if (isValue(cell)) values++;
      else words++;
    }
    return values > words;
  }

  /** True when a cell holds something that is neither a number nor a date. */
  static boolean isWord(String cell) {
    return !Cells.isMissing(cell) && !isValue(cell);
  }

  static boolean isValue(String cell) {
    if (!Double.isNaN(Cells.number(cell, DecimalSign.DOT))) return true;
    if (!Double.isNaN(Cells.number(cell, DecimalSign.COMMA))) return true;
    return TimeCells.looksLikeDate(cell);
  }
}
