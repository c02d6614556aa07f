package undercurrent.series;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells whether the row below the names holds units, such as {@code s, m/s, °C}. */
final class UnitRow {
  private static final int LOOKED_AT = 50;
  private static final int LONGEST = 24;

  /** Words in brackets, words with a sign that only units have, and powers. */
  private static final Pattern UNIT =
      Pattern.compile(
          "[\\[(].*[\\])]|.*[/\u00B0%\u00B7\u00B2\u00B3\u00B5\u03BC\u03A9\u212B^].*"
              + "|[\\p{L}]{1,5}-?\\d|[\\p{L}]");

  /** What stands in such a row above times and whole columns. */
  private static final Set<String> OTHER =
      Set.of(
          "utc",
          "iso",
          "iso8601",
          "date",
          "datetime",
          "time",
          "number",
          "float",
          "unitless",
          "none",
          "dimensionless",
          "pa",
          "bar",
          "cm",
          "ha",
          "ma",
          "a.u.",
          "au",
          "degrees_north",
          "degrees_east",
          "degrees_true",
          "kts",
          "deg c",
          "deg f",
          "degc",
          "degf",
          "yr",
          "min",
          "sec",
          "hr",
          "mol",
          "ev",
          "mag",
          "psu",
          "dbar");

  private UnitRow() {}

  /** True when the first row below a header holds units and no values. */
  static boolean isFirst(List<String[]> below) {
    if (below.size() < 3) return false;
    String[] first = below.getFirst();
    int units = 0;
    for (int column = 0; column < first.length; column++) {
      String cell = first[column];
      if (Cells.isMissing(cell)) continue;
      if (HeaderGuess.isValue(cell) || !isUnit(cell)) return false;
      if (goesOnWithValues(below, column)) units++;
    }
    return units > 0;
  }

  private static boolean isUnit(String cell) {
    if (cell.length() > LONGEST) return false;
    String word = cell.toLowerCase(Locale.ROOT);
    return UNIT.matcher(cell).matches() || OTHER.contains(word) || UnitName.isUnit(word);
  }

  private static boolean goesOnWithValues(List<String[]> below, int column) {
    int values = 0;
    int words = 0;
    for (int r = 1; r < Math.min(below.size(), LOOKED_AT); r++) {
      String cell = below.get(r)[column];
      if (Cells.isMissing(cell)) continue;
      if (HeaderGuess.isValue(cell)) values++;
      else words++;
    }
    return values > words;
  }

  /** The unit that a cell names, without brackets; empty when it is none. */
  static String unit(String cell) {
    if (Cells.isMissing(cell)) return "";
    String bare = cell.replaceAll("^[\\[(]|[\\])]$", "").strip();
    return OTHER.contains(bare.toLowerCase(Locale.ROOT)) && bare.length() > 4
        ? ""
        : UnitName.spelled(bare);
  }
}
