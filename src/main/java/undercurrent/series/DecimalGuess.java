package undercurrent.series;

import java.util.Optional;

/** Finds the decimal sign of a table by counting cells that only one of the two makes a number. */
final class DecimalGuess {
  private static final int ROWS = 2_000;

  private DecimalGuess() {}

  static DecimalSign of(Table table) {
    int dots = 0;
    int commas = 0;
    for (int row = 0; row < Math.min(ROWS, table.rows().size()); row++) {
      for (String cell : table.rows().get(row)) {
        boolean hasComma = cell.indexOf(',') >= 0;
        boolean hasDot = cell.indexOf('.') >= 0;
        if (!hasComma && !hasDot) continue;
        boolean asDot = !Double.isNaN(Cells.number(cell, DecimalSign.DOT));
        boolean asComma = !Double.isNaN(Cells.number(cell, DecimalSign.COMMA));
        if (asDot && asComma) {
          // 1,234 or 1.234: one of the two reads it as thousands.
          if (hasDot || table.separator().equals(Optional.of(Separator.COMMA))) dots++;
          else commas++;
        } else if (asDot) {
          dots++;
        } else if (asComma) {
          commas++;
        }
      }
    }
    return commas > dots ? DecimalSign.COMMA : DecimalSign.DOT;
  }
}
