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
      return "'%s' is not a number; write -%s where the brackets mean that it is below zero"
          .formatted(cell, brackets.group(1));
    }
    String hint =
        OTHER_SIGN.matcher(cell).matches()
            ? "its decimal sign is another than in the rest of the file; use one sign"
            : "correct it, leave the cell empty, or leave the column out";
    return "'%s' is not a number; %s".formatted(Excerpt.of(cell), hint);
  }
}
