package undercurrent.series;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import undercurrent.text.Visible;

/**
 * A table whose rows are years and whose headings are their months or quarters, or whose rows are
 * days and whose headings are their hours: the values of a row follow one another. It is turned to
 * one row a value.
 */
final class PeriodColumns {
  private static final int MONTHS = 12;
  private static final int QUARTERS = 4;
  private static final int HOURS = 24;
  private static final int FEWEST_ROWS = 3;
  private static final Pattern QUARTER =
      Pattern.compile("(?:[Qq](?:[Tt][Rr]|uarter)?[ _]?([1-4])|([1-4])[Qq])");
  private static final Pattern HOUR =
      Pattern.compile("(?:[Hh](?:[Rr]|our)?[ _]?)?(\\d{1,2})(?::00|[Hh])?");

  /** What the headings are parts of; a time is made from the cell of the period and the number. */
  private enum Kind {
    MONTH("months", MONTHS, "%s-%02d"),
    QUARTER("quarters", QUARTERS, "%s-Q%d"),
    HOUR("hours", HOURS, "%s %02d:00");

    /** What its sentences are called. */
    private final String key;

    private final int count;
    private final String format;

    Kind(String key, int count, String format) {
      this.key = key;
      this.count = count;
      this.format = format;
    }

    /** The number of a heading among those of its period, NONE for others. */
    private ToIntFunction<String> part() {
      return switch (this) {
        case MONTH -> name -> nothingAs(CalendarCodes.monthCalled(name.replaceFirst("\\.$", "")));
        case QUARTER -> name -> number(PeriodColumns.QUARTER.matcher(name));
        case HOUR -> name -> number(PeriodColumns.HOUR.matcher(name));
      };
    }
  }

  private static final int NONE = -1;

  private final Table table;
  private final Kind kind;
  private final int from;
  private final int first;
  private final int period;

  private PeriodColumns(Table table, Kind kind, int from, int first, int period) {
    this.table = table;
    this.kind = kind;
    this.from = from;
    this.first = first;
    this.period = period;
  }

  private static int nothingAs(int month) {
    return month == 0 ? NONE : month;
  }

  private static int number(Matcher m) {
    if (!m.matches()) return NONE;
    for (int g = 1; g <= m.groupCount(); g++) {
      if (m.group(g) != null) return Integer.parseInt(m.group(g));
    }
    return NONE;
  }

  /** The table turned, if its headings are such and a person does not say otherwise. */
  static Table turned(Table table, ImportChoices choices) {
    if (!choices.wide().orElse(true) || table.rows().size() < FEWEST_ROWS) return table;
    return found(table).map(PeriodColumns::turned).orElse(table);
  }

  private static Optional<PeriodColumns> found(Table table) {
    if (!table.header()) return withoutHeader(table);
    for (Kind kind : Kind.values()) {
      for (int from = 0; from + kind.count <= table.width(); from++) {
        int first = kind.part().applyAsInt(table.names().get(from));
        boolean starts = first == 1 || (kind == Kind.HOUR && first == 0);
        if (!starts || !follow(table.names(), kind, from, first)) continue;
        int end = from + kind.count;
        int before = from;
        Optional<Integer> period =
            IntStream.range(0, table.width())
                .filter(c -> c < before || c >= end)
                .filter(c -> isPeriod(table, kind, c))
                .boxed()
                .findFirst();
        if (period.isPresent()) {
          return Optional.of(new PeriodColumns(table, kind, from, first, period.get()));
        }
      }
    }
    return Optional.empty();
  }

  /** A year and twelve numbers a row. */
  private static Optional<PeriodColumns> withoutHeader(Table table) {
    if (table.width() != MONTHS + 1) return Optional.empty();
    double before = Double.NaN;
    for (String[] row : table.rows()) {
      double year = Cells.number(row[0], DecimalSign.DOT);
      boolean follows = Double.isNaN(before) || year == before + 1;
      if (!isYear(row[0]) || !follows) return Optional.empty();
      before = year;
    }
    return Optional.of(new PeriodColumns(table, Kind.MONTH, 1, 1, 0));
  }

  private static boolean follow(List<String> names, Kind kind, int from, int first) {
    return IntStream.range(0, kind.count)
        .allMatch(k -> kind.part().applyAsInt(names.get(from + k)) == first + k);
  }

  private static boolean isPeriod(Table table, Kind kind, int column) {
    return table.rows().stream()
        .map(row -> row[column])
        .allMatch(kind == Kind.HOUR ? PeriodColumns::isDay : PeriodColumns::isYear);
  }

  private static boolean isYear(String cell) {
    double number = Cells.number(cell, DecimalSign.DOT);
    return number == Math.rint(number) && number >= 1500 && number <= 2200;
  }

  private static boolean isDay(String cell) {
    return TimeCells.looksLikeDate(cell) && !cell.contains(":") && !CalendarCodes.matches(cell);
  }

  private boolean isLabel(int column) {
    boolean beside = column != period && (column < from || column >= from + kind.count);
    long words = table.rows().stream().filter(row -> HeaderGuess.isWord(row[column])).count();
    return beside && 2 * words > table.rows().size();
  }

  private Table turned() {
    List<Integer> labels = IntStream.range(0, table.width()).filter(this::isLabel).boxed().toList();
    boolean named = !labels.isEmpty();
    List<String[]> rows = new ArrayList<>(table.rows().size() * kind.count);
    long[] lines = new long[table.rows().size() * kind.count];
    for (int r = 0; r < table.rows().size(); r++) {
      String[] row = table.rows().get(r);
      String name =
          labels.stream()
              .map(c -> row[c])
              .filter(s -> !s.isEmpty())
              .collect(Collectors.joining(" / "));
      for (int k = 0; k < kind.count; k++) {
        lines[rows.size()] = table.lines()[r];
        String time = String.format(Locale.ROOT, kind.format, row[period], first + k);
        String cell = row[from + k];
        rows.add(named ? new String[] {name, time, cell} : new String[] {time, cell});
      }
    }
    List<String> names = named ? List.of("series", "time", "value") : List.of("time", "value");
    return table.turned(names, rows, lines, notes());
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>(table.notes());
    notes.add(
        SeriesWords.of(
            "periodColumns.read." + kind.key,
            Visible.name(table.names().get(from)),
            Visible.name(table.names().get(from + kind.count - 1)),
            Visible.name(table.names().get(period)),
            kind.count));
    List<String> others =
        IntStream.range(0, table.width())
            .filter(c -> c != period && (c < from || c >= from + kind.count) && !isLabel(c))
            .mapToObj(c -> SeriesWords.quoted(Visible.name(table.names().get(c))))
            .toList();
    if (!others.isEmpty()) {
      notes.add(
          SeriesWords.counted(
              "periodColumns.beside." + kind.key, others.size(), String.join(", ", others)));
    }
    return notes;
  }
}
