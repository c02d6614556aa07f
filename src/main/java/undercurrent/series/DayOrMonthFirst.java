package undercurrent.series;

import java.util.List;
import java.util.Optional;

/** Tells 3/4/2020 in April from 3/4/2020 in March, by what the whole column allows. */
final class DayOrMonthFirst {
  private DayOrMonthFirst() {}

  /** The form of a column; an undecided one is refused in the draft and day first is returned. */
  static TimeForm of(Draft draft, Column column) {
    double[] dayFirst = read(draft, column, TimeForm.DAY_MONTH_YEAR);
    double[] monthFirst = read(draft, column, TimeForm.MONTH_DAY_YEAR);
    if (runsWithYearFirst(draft, column)) {
      refuse(draft, column, "dayOrMonthFirst.dayMonthOrYear");
      return TimeForm.DAY_MONTH_YEAR;
    }
    int unreadDay = unread(dayFirst);
    int unreadMonth = unread(monthFirst);
    if (unreadDay != unreadMonth) {
      return unreadDay < unreadMonth ? TimeForm.DAY_MONTH_YEAR : TimeForm.MONTH_DAY_YEAR;
    }
    if (draft.table().rows().getFirst()[column.index()].indexOf('.') >= 0) {
      return TimeForm.DAY_MONTH_YEAR;
    }
    boolean dayRuns = runs(dayFirst);
    if (dayRuns != runs(monthFirst)) {
      return dayRuns ? TimeForm.DAY_MONTH_YEAR : TimeForm.MONTH_DAY_YEAR;
    }
    refuse(draft, column, "dayOrMonthFirst.dayOrMonth");
    return TimeForm.DAY_MONTH_YEAR;
  }

  private static void refuse(Draft draft, Column column, String key) {
    draft.refuse(
        draft
            .table()
            .at(
                0,
                column.index(),
                SeriesWords.of(key, draft.table().rows().getFirst()[column.index()])));
  }

  /** True when years of two digits may also come first, as in 20/01/15. */
  private static boolean runsWithYearFirst(Draft draft, Column column) {
    List<String[]> rows = draft.table().rows();
    double[] times = new double[rows.size()];
    for (int row = 0; row < times.length; row++) {
      Optional<String> turned = DayCells.yearInFront(rows.get(row)[column.index()]);
      if (turned.isEmpty()) return false;
      times[row] = TimeCells.parse(turned.get(), TimeForm.YEAR_MONTH_DAY, draft.sign());
    }
    return unread(times) == 0 && runs(times);
  }

  private static double[] read(Draft draft, Column column, TimeForm form) {
    List<String[]> rows = draft.table().rows();
    double[] times = new double[rows.size()];
    for (int row = 0; row < times.length; row++) {
      times[row] = TimeCells.parse(rows.get(row)[column.index()], form, draft.sign());
    }
    return times;
  }

  private static int unread(double[] times) {
    int count = 0;
    for (double time : times) if (Double.isNaN(time)) count++;
    return count;
  }

  /** True when the times only grow or only fall. */
  private static boolean runs(double[] times) {
    boolean grows = true;
    boolean falls = true;
    for (int row = 1; row < times.length; row++) {
      grows &= times[row] > times[row - 1];
      falls &= times[row] < times[row - 1];
    }
    return grows || falls;
  }
}
