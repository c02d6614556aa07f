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
      boolean isOfDay = draft.timeForm() == TimeForm.TIME_OF_DAY;
      throw draft
          .table()
          .at(
              row,
              time.index(),
              Cells.isMissing(cell)
                  ? SeriesWords.of("timeRows.missing")
                  : SeriesWords.of(
                      isOfDay ? "timeRows.notATimeOfDay" : "timeRows.notATime",
                      Excerpt.of(cell),
                      written(draft.timeForm())));
    }
  }

  private SeriesException tooLarge(Column time, int row, String cell) {
    return draft
        .table()
        .at(row, time.index(), SeriesWords.of("timeRows.tooLarge", Excerpt.of(cell)));
  }

  private static String written(TimeForm form) {
    return switch (form) {
      case ROW_NUMBER, NUMBER -> SeriesWords.of("timeRows.number");
      case YEAR -> SeriesWords.of("timeRows.year");
      case QUARTER -> SeriesWords.of("timeRows.quarter");
      case HALF_YEAR -> SeriesWords.of("timeRows.halfYear");
      case MONTH -> SeriesWords.of("timeRows.month");
      case WEEK -> SeriesWords.of("timeRows.week");
      case YEAR_MONTH_DAY -> SeriesWords.of("timeRows.yearMonthDay");
      case DAY_MONTH_YEAR -> SeriesWords.of("timeRows.dayMonthYear");
      case MONTH_DAY_YEAR -> SeriesWords.of("timeRows.monthDayYear");
      case EPOCH_SECONDS -> SeriesWords.of("times.seconds");
      case EPOCH_MILLISECONDS -> SeriesWords.of("times.milliseconds");
      case EXCEL_DAYS -> SeriesWords.of("timeRows.excel");
      case TIME_OF_DAY -> SeriesWords.of("timeRows.timeOfDay");
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
      return SeriesWords.of("timeRows.sameShifted", cell, Excerpt.of(other), place);
    }
    if (other.equals(own)) {
      return SeriesWords.of("timeRows.same", cell, place);
    }
    double precision = Math.ulp(draft.times()[row]);
    String resolution =
        draft.timeForm().isDate()
            ? SeriesWords.of(
                "timeRows.microseconds", NumberWords.format("%.1f", precision * 86_400e6))
            : NumberWords.format("%.3g", precision);
    return SeriesWords.of("timeRows.near", cell, Excerpt.of(other), place, resolution);
  }

  private SeriesException outOfOrder(Column time, int row, int before, boolean same) {
    String cell = Excerpt.of(draft.table().rows().get(row)[time.index()]);
    String place = draft.table().place(before);
    if (isRepeatedHour(row, before)) throw repeatedHour(time, row, cell, place);
    String what =
        same
            ? same(time, row, before, cell, place)
            : SeriesWords.of("timeRows.before", cell, place);
    return draft.table().at(row, time.index(), withHints(what));
  }

  /** What to do besides, where a column seems to be missing. */
  private String withHints(String what) {
    String hint = what;
    if (draft.first(ColumnUse.SERIES).isEmpty()) {
      hint =
          SeriesGuess.together(draft)
              .map(columns -> SeriesWords.of("timeRows.orJoin", what, columns))
              .orElseGet(() -> SeriesWords.of("timeRows.orName", what));
    }
    return draft.timeForm() == TimeForm.TIME_OF_DAY
        ? SeriesWords.of("timeRows.orDates", hint)
        : hint;
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
        .at(row, time.index(), SeriesWords.of("timeRows.repeatedHour", cell, place, cell, cell));
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
        draft.table().file(), SeriesWords.of("timeRows.noCalendar", time.name()));
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
