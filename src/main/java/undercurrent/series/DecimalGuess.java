package undercurrent.series;

import java.util.List;
import java.util.Optional;
import undercurrent.text.Visible;

/** Finds the decimal sign of a table by counting cells that only one of the two makes a number. */
final class DecimalGuess {
  private static final int ROWS = 2_000;

  private DecimalGuess() {}

  /**
   * The sign of one column. 917 and 1.016 may be a thousand and more, or a fraction: where each dot
   * stands before three digits, and no other number of the file has dots as decimals, the reading
   * is taken that makes the numbers more alike. It is said in a note.
   */
  static DecimalSign of(Table table, int column, DecimalSign usual, List<String> notes) {
    List<String[]> rows = table.rows();
    String example = "";
    double[] asDot = new double[rows.size()];
    double[] asComma = new double[rows.size()];
    boolean some = false;
    for (int row = 0; row < rows.size(); row++) {
      String cell = rows.get(row)[column];
      asDot[row] = Cells.number(cell, DecimalSign.DOT);
      asComma[row] = Cells.number(cell, DecimalSign.COMMA);
      boolean whole = cell.indexOf('.') < 0 && cell.indexOf(',') < 0;
      some |= whole && !Double.isNaN(asDot[row]);
      // A whole number of four digits has no sign for thousands, so the column has none.
      if (whole && Math.abs(asDot[row]) >= 1000) return usual;
      if (whole) continue;
      if (Double.isNaN(asDot[row]) != Double.isNaN(asComma[row])) return usual;
      if (!Double.isNaN(asDot[row])) example = cell;
    }
    if (example.isEmpty() || isSettled(table, column)) return usual;
    if (!some) {
      if (example.indexOf(usual.sign()) < 0) noteThousands(table, column, example, usual, notes);
      return usual;
    }
    DecimalSign sign = spread(asDot) <= spread(asComma) ? DecimalSign.DOT : DecimalSign.COMMA;
    double read = Cells.number(example, sign);
    notes.add(
        SeriesWords.of(
            "decimalGuess.alike",
            Visible.name(table.names().get(column)),
            example,
            read == Math.rint(read) ? Long.toString((long) read) : Double.toString(read),
            sign == DecimalSign.DOT ? "comma" : "dot"));
    return sign;
  }

  /** All numbers of a column have one sign before three digits, which is not that of decimals. */
  private static void noteThousands(
      Table table, int column, String example, DecimalSign usual, List<String> notes) {
    notes.add(
        SeriesWords.of(
            "decimalGuess.thousands",
            Visible.name(table.names().get(column)),
            example,
            Long.toString((long) Cells.number(example, usual)),
            usual == DecimalSign.DOT ? "comma" : "dot"));
  }

  /** True when other columns hold numbers that only one sign explains. */
  private static boolean isSettled(Table table, int but) {
    for (int row = 0; row < Math.min(ROWS, table.rows().size()); row++) {
      String[] cells = table.rows().get(row);
      for (int column = 0; column < cells.length; column++) {
        if (column == but) continue;
        boolean dot = Double.isNaN(Cells.number(cells[column], DecimalSign.DOT));
        if (dot != Double.isNaN(Cells.number(cells[column], DecimalSign.COMMA))) return true;
      }
    }
    return false;
  }

  /** How many times the largest size is the smallest one above 0. */
  private static double spread(double[] numbers) {
    double smallest = Double.POSITIVE_INFINITY;
    double largest = 0;
    for (double number : numbers) {
      double size = Math.abs(number);
      if (Double.isNaN(size) || size == 0) continue;
      smallest = Math.min(smallest, size);
      largest = Math.max(largest, size);
    }
    return largest / smallest;
  }

  static DecimalSign of(Table table) {
    int dots = 0;
    int commas = 0;
    int eitherDots = 0;
    int eitherCommas = 0;
    for (int row = 0; row < Math.min(ROWS, table.rows().size()); row++) {
      for (String cell : table.rows().get(row)) {
        boolean hasComma = cell.indexOf(',') >= 0;
        boolean hasDot = cell.indexOf('.') >= 0;
        if (!hasComma && !hasDot) continue;
        boolean asDot = !Double.isNaN(Cells.number(cell, DecimalSign.DOT));
        boolean asComma = !Double.isNaN(Cells.number(cell, DecimalSign.COMMA));
        if (asDot && asComma) {
          // 1,234 or 1.234: one of the two reads it as thousands.
          if (hasDot || table.separator().equals(Optional.of(Separator.COMMA))) eitherDots++;
          else eitherCommas++;
        } else if (asDot) {
          dots++;
        } else if (asComma) {
          commas++;
        }
      }
    }
    // Numbers that only one sign explains decide, if there are some.
    boolean areCommas = dots + commas > 0 ? commas > dots : eitherCommas > eitherDots;
    return areCommas ? DecimalSign.COMMA : DecimalSign.DOT;
  }
}
