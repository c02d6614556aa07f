package undercurrent.series;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What people write about a number: a currency or per cent, blanks in it, another minus sign. */
final class NumberMarks {
  private static final int LONGEST = 40;
  private static final String MINUS = "\u2212\u2010\u2011\u2012\u2013\uFE63\uFF0D";
  private static final String GAP = "[ \u00A0\u2007\u2009\u202F'\u2019]";
  private static final String CURRENCY =
      "(?:[A-Z]{0,3}\\$|[\u20AC\u00A3\u00A5\u20B9\u20A9\u20BD\u20BA\u20BF]|USD|EUR|GBP|CHF|JPY|CNY"
          + "|INR|SEK|NOK|DKK|PLN|CZK|AUD|CAD)";
  private static final Pattern MARKED =
      Pattern.compile(
          "([+-]?)\\s*("
              + CURRENCY
              + "?)\\s*([+-]?)(\\d{1,3}(?:"
              + GAP
              + "\\d{3})+(?:[.,]\\d*)?|\\d[\\d.,]*(?:[eE][+-]?\\d+)?|[.,]\\d+)\\s*("
              + CURRENCY
              + "|%|\u2030)?");

  private NumberMarks() {}

  /** "%", "$" and the like; empty when a cell has none. */
  static String of(String cell) {
    if (isBare(cell)) return "";
    Matcher matcher = matcher(cell);
    if (!matcher.matches()) return "";
    String after = matcher.group(5);
    return after == null ? matcher.group(2) : after;
  }

  /** The number without marks and blanks; the same cell when it has none. */
  static String without(String cell) {
    if (cell.length() > LONGEST || isBare(cell)) return withPlainMinus(cell);
    Matcher matcher = matcher(cell);
    if (!matcher.matches()) return withPlainMinus(cell);
    boolean marks = !matcher.group(2).isEmpty() && matcher.group(5) != null;
    boolean signs = !matcher.group(1).isEmpty() && !matcher.group(3).isEmpty();
    if (marks || signs) return cell;
    return matcher.group(1) + matcher.group(3) + matcher.group(4).replaceAll(GAP, "");
  }

  private static Matcher matcher(String cell) {
    return MARKED.matcher(cell.length() > LONGEST ? "" : withPlainMinus(cell));
  }

  private static boolean isBare(String cell) {
    if (cell.isEmpty()) return true;
    char first = cell.charAt(0);
    char last = cell.charAt(cell.length() - 1);
    if (!isDigit(last)) return false;
    if (!isDigit(first) && first != '-' && first != '+' && first != '.') return false;
    for (int i = 1; i < cell.length(); i++) {
      char c = cell.charAt(i);
      if (!isDigit(c) && "+-.,eE".indexOf(c) < 0) return false;
    }
    return true;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static String withPlainMinus(String cell) {
    if (cell.length() > LONGEST) return cell;
    String plain = cell;
    for (int i = 0; i < MINUS.length(); i++) plain = plain.replace(MINUS.charAt(i), '-');
    return plain;
  }
}
