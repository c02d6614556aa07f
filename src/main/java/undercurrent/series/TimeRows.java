package undercurrent.series;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The times of the rows of each series: in order, and with the axis that they make together. */
final class TimeRows {
  private final Draft draft;
  private final @Nullable Column column;

  TimeRows(Draft draft) {
    this.draft = draft;
    this.column =
        draft.timeForm() == TimeForm.ROW_NUMBER ? null : draft.first(ColumnUse.TIME).orElse(null);
    if (column != null) requireAll(column);
  }

  private void requireAll(Column time) {
    for (int row = 0; row < draft.times().length; row++) {
      if (!Double.isNaN(draft.times()[row])) continue;
      String cell = draft.table().rows().get(row)[time.index()];
      throw draft
          .table()
          .at(
              row,
              time.index(),
              Cells.isMissing(cell)
                  ? "the time is missing; fill it in or take the row out"
                  : "'%s' is not a time written as %s; correct it or choose another form"
                      .formatted(Excerpt.of(cell), written(draft.timeForm())));
    }
  }

  private static String written(TimeForm form) {
    return switch (form) {
      case ROW_NUMBER, NUMBER -> "a number";
      case YEAR -> "a year";
      case QUARTER -> "a quarter (1959-Q1)";
      case MONTH -> "a month (1949-01)";
      case WEEK -> "a week (1949-W07)";
      case YEAR_MONTH_DAY -> "year, month, day (1958-03-29)";
      case DAY_MONTH_YEAR -> "day, month, year (29.3.1958)";
      case MONTH_DAY_YEAR -> "month, day, year (3/29/1958)";
      case EPOCH_SECONDS -> "seconds since 1970";
      case EPOCH_MILLISECONDS -> "milliseconds since 1970";
    };
  }

  /** Checks that the rows of one series grow in time. */
  List<Integer> ordered(List<Integer> rows) {
    if (column == null) return rows;
    for (int i = 1; i < rows.size(); i++) {
      double before = draft.times()[rows.get(i - 1)];
      double now = draft.times()[rows.get(i)];
      if (!(now > before)) throw outOfOrder(column, rows.get(i), rows.get(i - 1), now == before);
    }
    return rows;
  }

  private SeriesException outOfOrder(Column time, int row, int before, boolean same) {
    String cell = Excerpt.of(draft.table().rows().get(row)[time.index()]);
    String place = draft.table().place(before);
    String what =
        same
            ? "the time %s stands here and in %s; keep one of the two".formatted(cell, place)
            : "the time %s is before that of %s; sort the rows by time".formatted(cell, place);
    String series =
        draft.first(ColumnUse.SERIES).isPresent()
            ? ""
            : ", or name the column that tells series apart";
    return draft.table().at(row, time.index(), what + series);
  }

  double[] of(List<Integer> rows) {
    double[] times = new double[rows.size()];
    for (int t = 0; t < times.length; t++) {
      times[t] = column == null ? t : draft.times()[rows.get(t)];
    }
    return times;
  }

  TimeAxis axis(List<Series> series) {
    if (column == null) return new TimeAxis("time step", "", false, true);
    boolean isDate = draft.timeForm().isDate();
    boolean regular =
        series.stream().allMatch(s -> isEven(s.times()))
            || (isDate && series.stream().allMatch(s -> isCalendar(s.times())));
    return new TimeAxis(draft.nameOf(column), unit(column, isDate), isDate, regular);
  }

  private String unit(Column time, boolean isDate) {
    if (isDate) return "d";
    boolean years =
        draft.timeForm() == TimeForm.YEAR
            || draft.nameOf(time).toLowerCase(Locale.ROOT).equals("year");
    return years ? "year" : draft.unitOf(time);
  }

  /** One spacing, up to the rounding of the numbers. */
  static boolean isEven(double[] times) {
    double span = times[times.length - 1] - times[0];
    double step = span / (times.length - 1);
    double rounding = 1e-9 * Math.max(Math.abs(times[0]), Math.abs(times[times.length - 1]));
    for (int t = 1; t < times.length; t++) {
      if (Math.abs(times[t] - times[t - 1] - step) > 1e-4 * step + rounding) return false;
    }
    return true;
  }

  /** The same day of every month, quarter or year. */
  static boolean isCalendar(double[] times) {
    if (times.length < 3) return false;
    long step = month(times[1]) - month(times[0]);
    for (int t = 0; t < times.length; t++) {
      if (day(times[t]) != day(times[0])) return false;
      if (t > 0 && month(times[t]) - month(times[t - 1]) != step) return false;
    }
    return step > 0;
  }

  private static long month(double days) {
    LocalDate date = LocalDate.ofEpochDay((long) Math.floor(days));
    return date.getYear() * 12L + date.getMonthValue();
  }

  private static double day(double days) {
    double whole = Math.floor(days);
    return LocalDate.ofEpochDay((long) whole).getDayOfMonth() + days - whole;
  }
}
