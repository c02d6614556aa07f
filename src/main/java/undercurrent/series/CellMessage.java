package undercurrent.series;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What to say of a cell that should be a number. */
final class CellMessage {
  private static final Pattern OTHER_SIGN = Pattern.compile("[+-]?\\d+[.,]\\d+");

  /** As accountants write numbers below zero. */
  private static final Pattern IN_BRACKETS = Pattern.compile("\\(([\\d.,]+)\\)");

  private CellMessage() {}

  static String notANumber(String cell) {
    Matcher brackets = IN_BRACKETS.matcher(cell);
    if (brackets.matches()) {
      return SeriesWords.of("cellMessage.brackets", cell, brackets.group(1));
    }
    String key = OTHER_SIGN.matcher(cell).matches() ? "otherSign" : "notANumber";
    return SeriesWords.of("cellMessage." + key, Excerpt.of(cell));
  }
}
