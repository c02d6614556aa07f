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
      draft.note(SeriesWords.of("timeNotes.numbers", column.name(), things(form), cell, words));
    } else if (CalendarCodes.countsQuarters(List.of(cell)) && form == TimeForm.QUARTER) {
      draft.note(SeriesWords.of("timeNotes.quarters", column.name(), cell, words));
    } else if (form == TimeForm.HALF_YEAR) {
      draft.note(SeriesWords.of("timeNotes.halfYears", column.name(), cell, Months.date(times[0])));
    } else if (hasShortYear(cell)) {
      draft.note(SeriesWords.of("timeNotes.shortYear", column.name(), cell, words));
    }
  }

  private static String things(TimeForm form) {
    return switch (form) {
      case MONTH -> SeriesWords.of("timeNotes.months");
      case QUARTER -> SeriesWords.of("timeNotes.quarter");
      case EPOCH_SECONDS -> SeriesWords.of("times.seconds");
      case EPOCH_MILLISECONDS -> SeriesWords.of("times.milliseconds");
      case EXCEL_DAYS -> SeriesWords.of("timeNotes.excel");
      default -> SeriesWords.of("timeNotes.dates");
    };
  }
}
