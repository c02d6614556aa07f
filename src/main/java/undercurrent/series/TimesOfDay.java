package undercurrent.series;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Times of day without a date, such as {@code 09:10}: where they start again, the next day begins.
 */
final class TimesOfDay {
  /** Without a group. */
  static final String PATTERN = "\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d{1,9})?)?\\s*(?:[AaPp][Mm])?";

  private static final Pattern CELL = Pattern.compile(PATTERN);

  private static final Set<String> NAMES =
      Set.of(
          "clock", "hour", "hours", "hr", "hhmm", "utc", "gmt", "heure", "hora", "ora", "tid",
          "tijd");

  private TimesOfDay() {}

  /** Days since midnight, NaN when the cell is no time of day. */
  static double of(String cell) {
    return CELL.matcher(cell).matches()
        ? TimeCells.parse("1970-01-01 " + cell, TimeForm.YEAR_MONTH_DAY, DecimalSign.DOT)
        : Double.NaN;
  }

  /** True for the name of a column of them. */
  static boolean isNamed(String column) {
    String name = UnitName.of(column).name().toLowerCase(Locale.ROOT);
    for (String word : UnitName.words(column)) {
      if (NAMES.contains(word) || TimeGuess.isTimeWord(word)) return true;
    }
    return name.contains("time") || name.contains("zeit");
  }

  /**
   * Counts the times of each series on from its first day, and says so. A time that lies before the
   * one above it by more than half of all that the series reaches over begins another day; by less,
   * the rows are out of order.
   */
  static void settle(Draft draft) {
    if (draft.timeForm() != TimeForm.TIME_OF_DAY) return;
    double[] times = draft.times();
    int turns = 0;
    int firstTurn = -1;
    for (List<Integer> rows : SeriesGuess.groups(draft).values()) {
      double half = range(times, rows) / 2;
      double days = 0;
      double before = Double.NaN;
      for (int row : rows) {
        double time = times[row];
        if (Double.isNaN(time)) continue;
        if (before - time > half) {
          days++;
          turns++;
          if (firstTurn < 0) firstTurn = row;
        }
        before = time;
        times[row] = time + days;
      }
    }
    if (times.length > 0) note(draft, turns, firstTurn);
  }

  private static double range(double[] times, List<Integer> rows) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int row : rows) {
      if (Double.isNaN(times[row])) continue;
      low = Math.min(low, times[row]);
      high = Math.max(high, times[row]);
    }
    return high - low;
  }

  private static void note(Draft draft, int turns, int firstTurn) {
    Column column = draft.first(ColumnUse.TIME).orElseThrow();
    String key = turns == 0 ? "read" : turns == 1 ? "nextDay" : "nextDays";
    draft.note(
        SeriesWords.of(
            "timesOfDay." + key,
            column.name(),
            Excerpt.of(draft.table().rows().getFirst()[column.index()]),
            turns == 0 ? "" : draft.table().place(firstTurn),
            turns > 1 ? NumberWords.count(turns - 1, "more place") : ""));
  }
}
