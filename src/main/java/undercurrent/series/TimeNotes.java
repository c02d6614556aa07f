package undercurrent.series;

import java.util.List;

/** Says how a time column was read where it could be read otherwise. */
final class TimeNotes {
  private static final int CENTURY = 100;
  private static final double START_OF_2000 = 10_957;

  private TimeNotes() {}

  /** Years of two digits are of the century in which the times grow. */
  static void settleCenturies(Draft draft, Column column, double[] times) {
    if (times.length == 0 || !hasShortYear(cell(draft, column))) return;
    if (grows(times)) return;
    double[] earlier = times.clone();
    for (int row = 0; row < earlier.length; row++) {
      if (!(earlier[row] >= START_OF_2000)) continue;
      earlier[row] = Months.date(earlier[row]).minusYears(CENTURY).toEpochDay();
    }
    if (grows(earlier)) System.arraycopy(earlier, 0, times, 0, times.length);
  }

  private static boolean hasShortYear(String cell) {
    return CalendarCodes.hasShortYear(cell)
        || HalfYears.hasShortYear(cell)
        || DayCells.hasShortYear(cell);
  }

  private static boolean grows(double[] times) {
    for (int row = 1; row < times.length; row++) if (times[row] <= times[row - 1]) return false;
    return true;
  }

  private static String cell(Draft draft, Column column) {
    return draft.table().rows().getFirst()[column.index()];
  }

  /** Notes the other reading of a column, if it has one. */
  static void add(Draft draft, Column column) {
    double[] times = draft.times();
    TimeForm form = draft.timeForm();
    if (times.length == 0 || Double.isNaN(times[0]) || !form.isDate()) return;
    String cell = cell(draft, column);
    String words = StampWords.of(draft, column).ofDate(times[0]);
    if (column.isNumber()) {
      draft.note(
          "The numbers of column '%s' were read as %s, %s as %s; --times number reads them as plain numbers."
              .formatted(column.name(), things(form), cell, words));
    } else if (CalendarCodes.countsQuarters(List.of(cell)) && form == TimeForm.QUARTER) {
      draft.note(
          "Column '%s' was read as quarters, %s as %s; --times month reads the number after the year as a month."
              .formatted(column.name(), cell, words));
    } else if (form == TimeForm.HALF_YEAR) {
      draft.note(
          "Column '%s' was read as half years, %s as the one from %s on; --times row-number counts the rows instead."
              .formatted(column.name(), cell, Months.date(times[0])));
    } else if (hasShortYear(cell)) {
      draft.note(
          "The years of column '%s' have two digits; %s was read as %s."
              .formatted(column.name(), cell, words));
    }
  }

  private static String things(TimeForm form) {
    return switch (form) {
      case MONTH -> "months";
      case QUARTER -> "quarters";
      case EPOCH_SECONDS -> "seconds since 1970";
      case EPOCH_MILLISECONDS -> "milliseconds since 1970";
      case EXCEL_DAYS -> "day numbers of a spreadsheet";
      default -> "dates";
    };
  }
}
