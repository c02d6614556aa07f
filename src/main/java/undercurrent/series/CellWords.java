package undercurrent.series;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Columns of words that stand for numbers: true and false for 1 and 0, and places such as {@code
 * 48.5N} or {@code 48°30'N}, of which those in the south and the west are negative.
 *
 * @param meaning of a cell as a number; other cells stay as they are
 * @param told the key of the sentence that says what was made of them
 */
record CellWords(UnaryOperator<String> meaning, String told) {
  private static final Pattern PLACE =
      Pattern.compile(
          "(\\d{1,3}(?:\\.\\d+)?) ?°? ?(?:(\\d{1,2}(?:\\.\\d+)?) ?['′’] ?"
              + "(?:(\\d{1,2}(?:\\.\\d+)?) ?(?:\"|″|''|”) ?)?)?([NSEWnsew])");

  private static final int MINUTES = 60;
  private static final int SECONDS = 3600;

  /** Those of a column, if all its cells are such words. */
  static Optional<CellWords> in(Table table, int column) {
    if (areAll(table, column, CellWords::isTruth)) {
      return Optional.of(new CellWords(CellWords::ofTruth, "cellWords.truth"));
    }
    if (areAll(table, column, cell -> isPlace(cell, "NSns"))) {
      return Optional.of(new CellWords(CellWords::degrees, "cellWords.north"));
    }
    if (areAll(table, column, cell -> isPlace(cell, "EWew"))) {
      return Optional.of(new CellWords(CellWords::degrees, "cellWords.east"));
    }
    return Optional.empty();
  }

  private static boolean areAll(Table table, int column, Predicate<String> is) {
    boolean some = false;
    for (String[] row : table.rows()) {
      if (Cells.isMissing(row[column])) continue;
      if (!is.test(row[column])) return false;
      some = true;
    }
    return some;
  }

  private static boolean isTruth(String cell) {
    return cell.equalsIgnoreCase("true") || cell.equalsIgnoreCase("false");
  }

  private static String ofTruth(String cell) {
    return switch (cell.toLowerCase(Locale.ROOT)) {
      case "true" -> "1";
      case "false" -> "0";
      default -> cell;
    };
  }

  private static boolean isPlace(String cell, String letters) {
    return cell.length() < 32
        && letters.indexOf(cell.charAt(cell.length() - 1)) >= 0
        && PLACE.matcher(cell).matches();
  }

  private static String degrees(String cell) {
    Matcher m = PLACE.matcher(cell);
    if (!m.matches()) return cell;
    boolean isNegative = "SWsw".contains(m.group(4));
    String sign = isNegative ? "-" : "";
    if (m.group(2) == null) return sign + m.group(1);
    double degrees = Double.parseDouble(m.group(1)) + Double.parseDouble(m.group(2)) / MINUTES;
    if (m.group(3) != null) degrees += Double.parseDouble(m.group(3)) / SECONDS;
    return sign + Double.toString(degrees);
  }
}
