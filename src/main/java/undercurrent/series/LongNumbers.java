package undercurrent.series;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Times that are whole numbers with more digits than a double holds, such as nanoseconds since
 * 1970: they are counted from the first one, so that no digit is lost.
 */
final class LongNumbers {
  /** From here on a double leaves whole numbers out. */
  private static final double EXACT = 1L << 53;

  private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,18}");

  private LongNumbers() {}

  /** Counts the times from the first one, if one of them needs it. */
  static void relate(Draft draft, Column column, TimeForm form, double[] times) {
    boolean isLong = form == TimeForm.NUMBER && column.isWhole() && !column.isWithin(-EXACT, EXACT);
    if (!isLong) return;
    List<String[]> rows = draft.table().rows();
    for (String[] row : rows) if (!isLong(row[column.index()])) return;
    long origin = Long.parseLong(rows.getFirst()[column.index()]);
    for (int row = 0; row < times.length; row++) {
      times[row] = difference(Long.parseLong(rows.get(row)[column.index()]), origin);
    }
    draft.origin(origin);
  }

  /** As a long, unless it does not fit one. */
  private static double difference(long number, long origin) {
    long difference = number - origin;
    boolean overflows = ((number ^ origin) & (number ^ difference)) < 0;
    return overflows ? (double) number - (double) origin : (double) difference;
  }

  private static boolean isLong(String cell) {
    if (WHOLE.matcher(cell).matches()) return true;
    return cell.matches("[+-]?[1-8]\\d{18}");
  }
}
