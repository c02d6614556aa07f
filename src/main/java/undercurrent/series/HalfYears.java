package undercurrent.series;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Half years as tables write them: {@code 2001H1}, {@code H1 2001}, {@code 1H01}, 2001-S1. */
final class HalfYears {
  private static final String BETWEEN = "[-/:_. ']?";

  /** A year of two digits stands only where nothing else is written so. */
  private static final Pattern CELL =
      Pattern.compile(
          "(?<y1>\\d{4})"
              + BETWEEN
              + "[HhSs](?<h1>[12])"
              + "|[HhSs](?<h2>[12])"
              + BETWEEN
              + "(?<y2>\\d{4})"
              + "|[Hh](?<h3>[12])[ '](?<y3>\\d{2})"
              + "|(?<h4>[12])[HhSs]"
              + BETWEEN
              + "(?<y4>\\d{4})"
              + "|(?<h5>[12])[Hh][ ']?(?<y5>\\d{2})");

  private static final int WAYS = 5;
  private static final int FIRST_OF_SECOND_HALF = 7;

  private HalfYears() {}

  static boolean matches(String cell) {
    return CELL.matcher(cell).matches();
  }

  /** True when the year of a half year has two digits. */
  static boolean hasShortYear(String cell) {
    return found(cell).filter(f -> f.yearEnd - f.yearStart == 2).isPresent();
  }

  /** The first day of a half year, NaN when the cell is none. */
  static double day(String cell) {
    return found(cell)
        .map(
            f -> {
              int year = CalendarCodes.year(cell.substring(f.yearStart, f.yearEnd));
              int month = cell.charAt(f.half) == '1' ? 1 : FIRST_OF_SECOND_HALF;
              return (double) LocalDate.of(year, month, 1).toEpochDay();
            })
        .orElse(Double.NaN);
  }

  /** 1 or 2. */
  static int half(LocalDate date) {
    return date.getMonthValue() < FIRST_OF_SECOND_HALF ? 1 : 2;
  }

  /**
   * How a cell is written: {@code Y} or {@code y} stands for its year of four or two digits and
   * {@code #} for the half, as in {@code YH#}.
   */
  static Optional<String> template(String cell) {
    return found(cell)
        .map(
            f -> {
              String year = f.yearEnd - f.yearStart == 2 ? "y" : "Y";
              return f.half < f.yearStart
                  ? cell.substring(0, f.half) + "#" + cell.substring(f.half + 1, f.yearStart) + year
                  : year + cell.substring(f.yearEnd, f.half) + "#";
            });
  }

  /** A half year in the way of a template. */
  static String written(String template, LocalDate date) {
    String year = String.format(Locale.ROOT, "%04d", date.getYear());
    return template
        .replace("#", Integer.toString(half(date)))
        .replace("Y", year)
        .replace("y", year.substring(2));
  }

  /** Where year and half stand in a cell. */
  private record Found(int yearStart, int yearEnd, int half) {}

  private static Optional<Found> found(String cell) {
    Matcher m = CELL.matcher(cell);
    if (!m.matches()) return Optional.empty();
    for (int way = 1; way <= WAYS; way++) {
      if (m.group("y" + way) == null) continue;
      return Optional.of(new Found(m.start("y" + way), m.end("y" + way), m.start("h" + way)));
    }
    throw new IllegalStateException(cell);
  }
}
