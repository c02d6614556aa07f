package undercurrent.series;

import java.util.List;

/** Tells 3/4/2020 in April from 3/4/2020 in March, by what the whole column allows. */
final class DayOrMonthFirst {
  private DayOrMonthFirst() {}

  /** The form of a column; an undecided one is refused in the draft and day first is returned. */
  static TimeForm of(Draft draft, Column column) {
    double[] dayFirst = read(draft, column, TimeForm.DAY_MONTH_YEAR);
    double[] monthFirst = read(draft, column, TimeForm.MONTH_DAY_YEAR);
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
    draft.refuse(
        draft
            .table()
            .at(
                0,
                column.index(),
                "'%s' may begin with the day or with the month; choose the form of the time column"
                    .formatted(draft.table().rows().getFirst()[column.index()])));
    return TimeForm.DAY_MONTH_YEAR;
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
