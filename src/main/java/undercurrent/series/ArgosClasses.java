package undercurrent.series;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Classes of Argos locations as deviations in metres. For 3, 2 and 1 Argos gives limits of 250, 500
 * and 1500 m, within which one deviation lies; for the others it gives none, and wide ones are
 * taken.
 */
final class ArgosClasses {
  private static final Map<String, String> METRES =
      Map.of(
          "3", "250", "2", "500", "1", "1500", "0", "5000", "A", "5000", "B", "10000", "Z",
          "20000");
  private static final Pattern NAME =
      Pattern.compile("lc|.*argos.*|.*[_ .:-]lc|(.*[_ .])?loc(ation)?[_ .]?class|(.*[_ .])?lq");

  private ArgosClasses() {}

  /** What is said of them. */
  static String words() {
    return SeriesWords.of("argosClasses.metres");
  }

  /** Whether a column is named as they are, or has a letter, and holds nothing else. */
  static boolean areIn(Table table, int column) {
    boolean isNamed = NAME.matcher(table.names().get(column).toLowerCase(Locale.ROOT)).matches();
    boolean hasLetter = false;
    boolean hasAny = false;
    for (String[] row : table.rows()) {
      String cell = plain(row[column]);
      if (cell.isEmpty()) continue;
      if (!METRES.containsKey(cell)) return false;
      hasAny = true;
      hasLetter |= Character.isLetter(cell.charAt(0));
    }
    return hasAny && (isNamed || hasLetter);
  }

  /** The deviation of a class, or the cell as it is. */
  static String metres(String cell) {
    return METRES.getOrDefault(plain(cell), cell);
  }

  private static String plain(String cell) {
    return cell.strip().toUpperCase(Locale.ROOT);
  }
}
