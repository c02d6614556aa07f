package undercurrent.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import undercurrent.text.Visible;

/** Joins times that stand in several columns: date and time of day, or year, month and day. */
final class JoinedTimes {
  private static final int LOOKED_AT = 200;
  private static final Pattern DATE =
      Pattern.compile(
          "\\d{4}([-/.])\\d{1,2}\\1\\d{1,2}|\\d{1,2}([-/.])\\d{1,2}\\2\\d{4}|(1[5-9]|2[01])\\d{6}");
  private static final Pattern CLOCK =
      Pattern.compile(TimesOfDay.PATTERN + "\\s*" + ZoneNames.PATTERN + "?");

  private final Table table;
  private final Set<String> chosen;

  private JoinedTimes(Table table, Set<String> chosen) {
    this.table = table;
    this.chosen = chosen;
  }

  /**
   * The table with one column of times where there were several.
   *
   * @param choices a column that a person gave a use is left as it is
   */
  static Table of(Table table, ImportChoices choices) {
    Set<String> chosen = new HashSet<>(choices.uses().keySet());
    choices
        .uses()
        .forEach(
            (c, u) -> {
              if (u == ColumnUse.TIME) chosen.addAll(table.names());
            });
    JoinedTimes times = new JoinedTimes(table, chosen);
    List<Integer> dates = times.columns(DATE);
    List<Integer> clocks = times.columns(CLOCK);
    if (dates.size() == 1
        && clocks.size() == 1
        && times.belong(dates.getFirst(), clocks.getFirst())) {
      int date = dates.getFirst();
      int clock = clocks.getFirst();
      return times.joined(List.of(date, clock), r -> dateAndClock(r[date], r[clock]));
    }
    if (dates.size() == 1) {
      Optional<TimeParts> hours = times.parts(TimeParts.OF_A_DAY);
      int date = dates.getFirst();
      return hours
          .map(h -> times.joined(h.behind(date), r -> dateAndClock(r[date], h.text(r))))
          .orElse(table);
    }
    if (!dates.isEmpty()) return table;
    return times
        .parts(TimeParts.OF_A_YEAR)
        .map(p -> times.joined(p.columns(), p::text))
        .orElse(table);
  }

  /**
   * Whether a time of day is that of the rows, and not of what happened on that day, such as the
   * sunrise: it is called a time, or days come again.
   */
  private boolean belong(int date, int clock) {
    if (TimesOfDay.isNamed(table.names().get(clock)) || !table.header()) return true;
    Set<String> days = new HashSet<>();
    return table.rows().stream().anyMatch(row -> !days.add(row[date]));
  }

  private Optional<TimeParts> parts(List<List<TimeParts.Part>> ways) {
    return TimeParts.of(table, ways, name -> !chosen.contains(name));
  }

  private List<Integer> columns(Pattern pattern) {
    List<Integer> columns = new ArrayList<>();
    for (int column = 0; column < table.width(); column++) {
      if (!chosen.contains(table.names().get(column)) && isAll(column, pattern))
        columns.add(column);
    }
    return columns;
  }

  private boolean isAll(int column, Pattern pattern) {
    int seen = 0;
    for (String[] row : table.rows().subList(0, Math.min(LOOKED_AT, table.rows().size()))) {
      if (Cells.isMissing(row[column])) continue;
      boolean isDay = pattern == DATE && DayCells.isDayAlone(row[column]);
      if (!isDay && !pattern.matcher(row[column]).matches()) return false;
      seen++;
    }
    return seen > 1;
  }

  private static String dateAndClock(String date, String clock) {
    if (Cells.isMissing(date) || Cells.isMissing(clock)) return "";
    String dashed = date.replaceFirst("^(\\d{4})(\\d{2})(\\d{2})$", "$1-$2-$3");
    return dashed + " " + clock.strip();
  }

  private Table joined(List<Integer> columns, Function<String[], String> cell) {
    int first = columns.getFirst();
    List<Integer> kept = new ArrayList<>();
    for (int c = 0; c < table.width(); c++) if (c == first || !columns.contains(c)) kept.add(c);
    List<String[]> rows = new ArrayList<>(table.rows().size());
    for (String[] row : table.rows()) {
      String[] copy = new String[kept.size()];
      Arrays.setAll(copy, i -> kept.get(i) == first ? cell.apply(row) : row[kept.get(i)]);
      rows.add(copy);
    }
    List<String> notes = new ArrayList<>(table.notes());
    notes.add(
        SeriesWords.of(
            "joinedTimes.joined",
            String.join(
                ", ",
                columns.stream()
                    .map(c -> SeriesWords.quoted(Visible.name(table.names().get(c))))
                    .toList()),
            Visible.name(table.names().get(first))));
    return table.withColumns(
        kept.stream().map(table.names()::get).toList(),
        rows,
        table.units().isEmpty()
            ? List.of()
            : kept.stream().map(c -> c == first ? "" : table.units().get(c)).toList(),
        notes);
  }
}
