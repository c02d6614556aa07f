package undercurrent.series;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What one cell of a text table says: nothing, a number, or text. */
final class Cells {
  private static final Set<String> NOTHING =
      Set.of(
          "", "na", "n/a", "#n/a", "<na>", "nan", "-nan", "+nan", "null", "(null)", "none", "nil",
          ".", "..", "...", "-", "--", "---", "\u2013", "\u2014", "?", "*", "missing", "nd", "n.d.",
          "nat", "**", "***", "****", "#value!", "#div/0!", "#num!", "#ref!", "\\n");
  private static final Set<String> ENDLESS =
      Set.of("inf", "+inf", "-inf", "infinity", "+infinity", "-infinity", "\u221E", "-\u221E");
  private static final int LONGEST_WORD = 9;

  /** Thousands are marked off from the second one on: no number begins with 0,123. */
  private static final Pattern GROUPED_DOT =
      Pattern.compile(
          "[+-]?[1-9]\\d{0,2}(,\\d{3})+(\\.\\d*)?([eE][+-]?\\d+)?"
              // As in India: two digits a group, the last one three.
              + "|[+-]?[1-9]\\d?(,\\d{2})+,\\d{3}(\\.\\d*)?");

  private static final Pattern GROUPED_COMMA =
      Pattern.compile("[+-]?[1-9]\\d{0,2}(\\.\\d{3})+(,\\d*)?([eE][+-]?\\d+)?");

  /** The most letters of a number whose digits are exact in a double, and so are their powers. */
  private static final int SHORT = 15;

  private static final double[] POWERS = {
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14
  };

  private Cells() {}

  /** True when a cell is empty or one of the usual words for "no value". */
  static boolean isMissing(String cell) {
    return cell.isEmpty()
        || (cell.length() <= LONGEST_WORD && NOTHING.contains(cell.toLowerCase(Locale.ROOT)));
  }

  /**
   * The number in a cell, ±∞ when it is infinite or too large to be told from it, NaN when it is
   * none.
   */
  static double number(String cell, DecimalSign sign) {
    double known = shortNumber(cell, sign.sign());
    if (!Double.isNaN(known)) return known;
    if (isPlain(cell, sign.sign())) {
      String plain = sign == DecimalSign.DOT ? cell : cell.replace(',', '.');
      return Double.parseDouble(plain.replace('D', 'E').replace('d', 'e'));
    }
    if (cell.length() <= LONGEST_WORD + 1 && ENDLESS.contains(cell.toLowerCase(Locale.ROOT))) {
      return cell.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    if (sign == DecimalSign.DOT && GROUPED_DOT.matcher(cell).matches()) {
      return Double.parseDouble(cell.replace(",", ""));
    }
    if (sign == DecimalSign.COMMA && GROUPED_COMMA.matcher(cell).matches()) {
      return Double.parseDouble(cell.replace(".", "").replace(',', '.'));
    }
    String bare = NumberMarks.without(cell);
    return bare.equals(cell) ? Double.NaN : number(bare, sign);
  }

  /**
   * The number of a cell with few digits and nothing else, NaN for others: a whole number and a
   * power of ten that are both exact, whose quotient is rounded once and so the nearest double.
   */
  private static double shortNumber(String cell, char sign) {
    int length = cell.length();
    if (length == 0 || length > SHORT) return Double.NaN;
    int start = cell.charAt(0) == '-' || cell.charAt(0) == '+' ? 1 : 0;
    long whole = 0;
    int point = length;
    for (int i = start; i < length; i++) {
      char letter = cell.charAt(i);
      if (letter >= '0' && letter <= '9') whole = 10 * whole + (letter - '0');
      else if (letter == sign && point == length) point = i;
      else return Double.NaN;
    }
    int decimals = Math.max(0, length - point - 1);
    int digits = length - start - (point < length ? 1 : 0);
    if (digits == 0) return Double.NaN;
    double number = whole / POWERS[decimals];
    return cell.charAt(0) == '-' ? -number : number;
  }

  /**
   * [+-] digits [sign digits] [e [+-] digits] or [d +- digits], with at least one digit before the
   * e.
   */
  private static boolean isPlain(String cell, char sign) {
    int length = cell.length();
    int i = 0;
    if (i < length && (cell.charAt(i) == '-' || cell.charAt(i) == '+')) i++;
    int start = i;
    i = afterDigits(cell, i);
    int digits = i - start;
    if (i < length && cell.charAt(i) == sign) {
      int fraction = ++i;
      i = afterDigits(cell, i);
      digits += i - fraction;
    }
    if (digits == 0) return false;
    if (i == length) return true;
    char letter = cell.charAt(i++);
    // Fortran writes 1.5D+01; a D without a sign is rather that of a name, such as 12D5.
    boolean isDouble = letter == 'D' || letter == 'd';
    if (letter != 'e' && letter != 'E' && !isDouble) return false;
    if (isDouble && (i == length || (cell.charAt(i) != '-' && cell.charAt(i) != '+'))) return false;
    if (i < length && (cell.charAt(i) == '-' || cell.charAt(i) == '+')) i++;
    int exponent = i;
    i = afterDigits(cell, i);
    return i > exponent && i == length;
  }

  private static int afterDigits(String cell, int from) {
    int i = from;
    while (i < cell.length() && cell.charAt(i) >= '0' && cell.charAt(i) <= '9') i++;
    return i;
  }
}
