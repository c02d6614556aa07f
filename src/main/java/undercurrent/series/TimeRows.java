package undercurrent.series;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The times of the rows of each series: in order, and with the axis that they make together. */
final class TimeRows {
  /** As of a value: what is larger is no measurement. */
  private static final double LARGEST = 1e18;

  private static final double HOUR = 1 / 24.0;
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
      double read = draft.times()[row];
      if (Math.abs(read) <= LARGEST) continue;
      String cell = draft.table().rows().get(row)[time.index()];
      if (!Double.isNaN(read)) throw tooLarge(time, row, cell);
      String other =
          draft.timeForm() == TimeForm.TIME_OF_DAY
              ? "; write times that go on beyond a day as numbers, such as hours"
              : "; correct it, take the row out, or choose another form";
      throw draft
          .table()
          .at(
              row,
              time.index(),
              Cells.isMissing(cell)
                  ? "the time is missing; fill it in or take the row out"
                  : "'%s' is not a time written as %s"
                          .formatted(Excerpt.of(cell), written(draft.timeForm()))
                      + other);
    }
  }

  private SeriesException tooLarge(Column time, int row, String cell) {
    return draft
        .table()
        .at(
            row,
            time.index(),
            "the time '%s' is too large to be one (beyond 1e18); correct it, or count from a later start"
                .formatted(Excerpt.of(cell)));
  }

  private static String written(TimeForm form) {
    return switch (form) {
      case ROW_NUMBER, NUMBER -> "a number";
      case YEAR -> "a year";
      case QUARTER -> "a quarter (1959-Q1)";
      case HALF_YEAR -> "a half year (1959H1)";
      case MONTH -> "a month (1949-01)";
      case WEEK -> "a week (1949-W07)";
      case YEAR_MONTH_DAY -> "year, month, day (1958-03-29)";
      case DAY_MONTH_YEAR -> "day, month, year (29.3.1958)";
      case MONTH_DAY_YEAR -> "month, day, year (3/29/1958)";
      case EPOCH_SECONDS -> "seconds since 1970";
      case EPOCH_MILLISECONDS -> "milliseconds since 1970";
      case EXCEL_DAYS -> "a day number of a spreadsheet (43831)";
      case TIME_OF_DAY -> "a time of day (09:10)";
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

  private String same(Column time, int row, int before, String cell, String place) {
    String other = draft.table().rows().get(before)[time.index()];
    String own = draft.table().rows().get(row)[time.index()];
    boolean isShifted = !TimeCells.offset(other, "").equals(TimeCells.offset(own, ""));
    if (isShifted && draft.times()[row] == draft.times()[before]) {
      return NumberWords.format(
          "the time %s is the same as %s in %s; keep one of the two, or correct the offset",
          cell, Excerpt.of(other), place);
    }
    if (other.equals(own)) {
      return NumberWords.format(
          "the time %s stands here and in %s; keep one of the two", cell, place);
    }
    double precision = Math.ulp(draft.times()[row]);
    String resolution =
        draft.timeForm().isDate()
            ? NumberWords.format("%.1f microseconds", precision * 86_400e6)
            : NumberWords.format("%.3g", precision);
    return NumberWords.format(
        "the times %s here and %s in %s are nearer to each other than times of this size are"
            + " told apart (%s); count them from a later start, or keep one of the two",
        cell, Excerpt.of(other), place, resolution);
  }

  private SeriesException outOfOrder(Column time, int row, int before, boolean same) {
    String cell = Excerpt.of(draft.table().rows().get(row)[time.index()]);
    String place = draft.table().place(before);
    if (isRepeatedHour(row, before)) throw repeatedHour(time, row, cell, place);
    String what =
        same
            ? same(time, row, before, cell, place)
            : "the time %s is before that of %s; sort the rows by time".formatted(cell, place);
    String series =
        draft.first(ColumnUse.SERIES).isPresent()
            ? ""
            : SeriesGuess.together(draft)
                .map(", or join columns %s to one, which together tell series apart"::formatted)
                .orElse(", or name the column that tells series apart");
    String dates =
        draft.timeForm() == TimeForm.TIME_OF_DAY ? ", or give a column of dates beside it" : "";
    return draft.table().at(row, time.index(), what + series + dates);
  }

  /** True when the clock was put back between two rows, in times without an offset. */
  private boolean isRepeatedHour(int row, int before) {
    double back = draft.times()[before] - draft.times()[row];
    if (!draft.timeForm().hasDays() || back < 0 || back > HOUR + 1e-9) return false;
    return DaylightSaving.isRepeated(StampWords.date(draft.times()[row]));
  }

  private SeriesException repeatedHour(Column time, int row, String cell, String place) {
    return draft
        .table()
        .at(
            row,
            time.index(),
            "the time %s comes again after %s, since daylight saving repeats this hour when the clock is put back; write the offset from UTC in each stamp, such as %s+02:00 and then %s+01:00"
                .formatted(cell, place, cell, cell));
  }

  /** The rows of all series, with those that are missing from their calendar. */
  List<SeriesRows> spaced(List<List<Integer>> groups) {
    List<SeriesRows> all =
        groups.stream().map(r -> new SeriesRows(r, new boolean[r.size()], of(r))).toList();
    if (column == null) return all;
    List<double[]> times = all.stream().map(SeriesRows::times).toList();
    Calendar calendar = CalendarGuess.of(times, draft.timeForm().isDate());
    if (calendar instanceof UnevenTimes) {
      if (draft.chosenSpacing().equals(Optional.of(RowSpacing.CALENDAR))) throw noCalendar(column);
      return all;
    }
    return new Holes(draft, column, calendar).filled(all);
  }

  private SeriesException noCalendar(Column time) {
    return SeriesException.in(
        draft.table().file(),
        "the times of column '%s' are uneven and lie on no calendar, so that no row can be missing from one; read the rows as consecutive (--rows consecutive)"
            .formatted(time.name()));
  }

  private double[] of(List<Integer> rows) {
    double[] times = new double[rows.size()];
    for (int t = 0; t < times.length; t++) {
      times[t] = column == null ? t : draft.times()[rows.get(t)];
    }
    return times;
  }

  TimeAxis axis(List<Series> series) {
    if (column == null) return new TimeAxis(TimeAxis.COUNTED, "", false, true);
    boolean isDate = draft.timeForm().isDate();
    return TimeAxis.of(
        draft.nameOf(column),
        unit(column, isDate),
        isDate,
        draft.origin(),
        StampForm.of(draft, column),
        series);
  }

  private String unit(Column time, boolean isDate) {
    if (isDate) return "d";
    boolean years =
        draft.timeForm() == TimeForm.YEAR
            || draft.nameOf(time).toLowerCase(Locale.ROOT).equals("year");
    if (years) return "year";
    String unit = draft.unitOf(time);
    return unit.isEmpty() ? UnitName.ofTimeCalled(draft.nameOf(time)) : unit;
  }
}
