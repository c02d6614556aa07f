package undercurrent.series;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Columns of which each holds a part of a time, such as a year and a quarter. */
final class TimeParts {
  private static final int NONE = -1;
  private static final Pattern QUARTER_CELL = Pattern.compile("[Qq]?([1-4])");
  private static final Pattern HALF_CELL = Pattern.compile("[HhSs]?([12])");

  /** Parts that make a time, the longest way first. */
  static final List<List<Part>> OF_A_YEAR =
      List.of(
          List.of(Part.YEAR, Part.MONTH, Part.DAY, Part.HOUR, Part.MINUTE),
          List.of(Part.YEAR, Part.MONTH, Part.DAY, Part.HOUR),
          List.of(Part.YEAR, Part.MONTH, Part.DAY, Part.HOUR_AND_MINUTE),
          List.of(Part.YEAR, Part.MONTH, Part.DAY),
          List.of(Part.YEAR, Part.DAY_OF_YEAR, Part.HOUR, Part.MINUTE),
          List.of(Part.YEAR, Part.DAY_OF_YEAR, Part.HOUR),
          List.of(Part.YEAR, Part.DAY_OF_YEAR, Part.HOUR_AND_MINUTE),
          List.of(Part.YEAR, Part.DAY_OF_YEAR),
          List.of(Part.YEAR, Part.MONTH),
          List.of(Part.YEAR, Part.QUARTER),
          List.of(Part.YEAR, Part.HALF),
          List.of(Part.YEAR, Part.WEEK));

  /** Parts that make a time beside a date. */
  static final List<List<Part>> OF_A_DAY =
      List.of(List.of(Part.HOUR, Part.MINUTE), List.of(Part.HOUR), List.of(Part.HOUR_AND_MINUTE));

  /** What a column may be. */
  enum Part {
    YEAR("%04d", "year yr yyyy jahr a\u00F1o ann\u00E9e"),
    MONTH("-%02d", "month mon mo mm monat mois mes"),
    DAY("-%02d", "day dd dom tag"),
    QUARTER("-Q%d", "quarter qtr q quartal"),
    HALF("-H%d", "half half_year halfyear semester semestre halbjahr"),
    WEEK("-W%02d", "week wk weeknum week_number isoweek kw"),
    DAY_OF_YEAR("-%03d", "doy day_of_year dayofyear yday jday julian_day"),
    HOUR(" %02d:", "hour hr hh hours stunde"),
    MINUTE("%02d", "minute min mins"),
    /** 0 to 2359, as 1830 for half past six in the evening. */
    HOUR_AND_MINUTE(" %02d:%02d", "time hour hhmm utc gmt clock uhrzeit zeit");

    private final String format;
    private final String names;

    Part(String format, String names) {
      this.format = format;
      this.names = " " + names + " ";
    }

    private boolean isCalled(String name) {
      return names.contains(" " + name.toLowerCase(Locale.ROOT) + " ");
    }

    /** The number of a cell, NONE when the cell is no such part. */
    private int number(String cell) {
      return switch (this) {
        case YEAR -> whole(cell, 1500, 2200);
        case MONTH -> month(cell);
        case DAY -> whole(cell, 1, 31);
        case QUARTER -> numbered(QUARTER_CELL, cell);
        case HALF -> numbered(HALF_CELL, cell);
        case WEEK -> whole(cell, 1, 53);
        case DAY_OF_YEAR -> whole(cell, 1, 366);
        case HOUR -> whole(cell, 0, 24);
        case MINUTE -> whole(cell, 0, 59);
        case HOUR_AND_MINUTE -> hourAndMinute(cell);
      };
    }
  }

  private final List<Part> parts;
  private final List<Integer> columns;

  private TimeParts(List<Part> parts, List<Integer> columns) {
    this.parts = parts;
    this.columns = columns;
  }

  /** The first of some ways that a table has all columns of. */
  static Optional<TimeParts> of(Table table, List<List<Part>> ways, Predicate<String> isFree) {
    for (List<Part> way : ways) {
      List<Integer> columns = new ArrayList<>();
      for (Part part : way) {
        int column = column(table, part, isFree);
        if (column == NONE || columns.contains(column)) break;
        columns.add(column);
      }
      if (columns.size() == way.size()) return Optional.of(new TimeParts(way, columns));
    }
    return Optional.empty();
  }

  private static int column(Table table, Part part, Predicate<String> isFree) {
    List<String[]> rows = table.rows();
    for (int column = 0; column < table.width(); column++) {
      String name = table.names().get(column);
      if (!part.isCalled(name) || !isFree.test(name)) continue;
      int c = column;
      boolean fits =
          !rows.isEmpty()
              && rows.stream().allMatch(r -> part.number(r[c]) != NONE)
              && (part != Part.HOUR_AND_MINUTE
                  || rows.stream().anyMatch(r -> part.number(r[c]) >= 100));
      if (fits) return column;
    }
    return NONE;
  }

  /** True for the name of what is only a part of a time, which tells no series apart. */
  static boolean isPart(String name) {
    return Arrays.stream(Part.values())
        .anyMatch(p -> p.isCalled(name) && p != Part.HOUR_AND_MINUTE);
  }

  List<Integer> columns() {
    return columns;
  }

  /** The columns behind that of a date. */
  List<Integer> behind(int date) {
    List<Integer> all = new ArrayList<>(List.of(date));
    all.addAll(columns);
    return all;
  }

  /** The time of a row as one cell. */
  String text(String[] row) {
    StringBuilder text = new StringBuilder();
    for (int p = 0; p < parts.size(); p++) {
      Part part = parts.get(p);
      int number = part.number(row[columns.get(p)]);
      if (part == Part.DAY_OF_YEAR) {
        text.replace(0, text.length(), day(Integer.parseInt(text.toString()), number));
      } else {
        int unit = part == Part.HOUR_AND_MINUTE ? 100 : 1;
        text.append(String.format(Locale.ROOT, part.format, number / unit, number % 100));
      }
    }
    if (parts.getLast() == Part.HOUR) text.append("00");
    return text.toString();
  }

  /** A day that the year does not have stays as it is and is complained of by its row. */
  private static String day(int year, int day) {
    try {
      return LocalDate.ofYearDay(year, day).toString();
    } catch (DateTimeException e) {
      return String.format(Locale.ROOT, "%04d-%03d", year, day);
    }
  }

  private static int whole(String cell, int low, int high) {
    double number = Cells.number(cell, DecimalSign.DOT);
    boolean is = number == Math.rint(number) && number >= low && number <= high;
    return is ? (int) number : NONE;
  }

  private static int month(String cell) {
    int number = whole(cell, 1, 12);
    if (number != NONE) return number;
    int called = CalendarCodes.monthCalled(cell.endsWith(".") ? cell.replace(".", "") : cell);
    return called == 0 ? NONE : called;
  }

  private static int numbered(Pattern pattern, String cell) {
    Matcher m = pattern.matcher(cell);
    return m.matches() ? Integer.parseInt(m.group(1)) : NONE;
  }

  private static int hourAndMinute(String cell) {
    int number = whole(cell, 0, 2400);
    return number % 100 < 60 ? number : NONE;
  }
}
