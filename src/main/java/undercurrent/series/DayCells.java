package undercurrent.series;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates with the name of a month ({@code 1-Jan-1990}, {@code January 1, 1990}, {@code 01JAN1990},
 * {@code 1990 Jan 1}) or a year of two digits ({@code 1/31/90}), written with numbers alone; what
 * follows the day stays as it is.
 */
final class DayCells {
  private static final String WEEKDAY = "(?:\\p{L}{2,10}\\.?,?\\s+)?";
  private static final String NAME = "(?<name>\\p{L}{3,12})\\.?";
  private static final String DAY = "(?<day>\\d{1,2})(?:st|nd|rd|th|\\.)?";
  private static final String REST = "(?<rest>(?:[T ].*)?)";
  private static final Pattern DAY_FIRST =
      Pattern.compile(
          WEEKDAY + DAY + "[-/ ]?\\s*" + NAME + ",?[-/ ]?\\s*(?<year>\\d{4}|\\d{2})" + REST);
  private static final Pattern MONTH_FIRST =
      Pattern.compile(
          WEEKDAY + NAME + "[-/ ]\\s*" + DAY + "(?:,\\s*|[-/ ]\\s*)(?<year>\\d{4})" + REST);
  private static final Pattern YEAR_FIRST =
      Pattern.compile("(?<year>\\d{4})[-/ ]?" + NAME + "[-/ ]?" + DAY + REST);

  /** Of China, Japan and Korea. */
  private static final Pattern EASTERN =
      Pattern.compile(
          "(?<year>\\d{4}) ?[年년] ?(?<month>\\d{1,2}) ?[月월] ?(?<day>\\d{1,2}) ?[日일]" + REST);

  private static final Pattern SHORT_YEAR =
      Pattern.compile(
          "(?<first>\\d{1,2})(?<sign>[-/.])(?<second>\\d{1,2})\\k<sign>(?<third>\\d{2})" + REST);

  private DayCells() {}

  /** A date that has numbers alone, and how it is written. */
  record Numbers(TimeForm form, String text) {}

  /** A cell with the name of a month; nothing when it has none. */
  static Optional<Numbers> named(String cell) {
    if (!hasName(cell)) return Optional.empty();
    Matcher eastern = EASTERN.matcher(cell);
    if (eastern.matches()) {
      String day =
          "%s-%s-%s".formatted(eastern.group("year"), eastern.group("month"), eastern.group("day"));
      return Optional.of(new Numbers(TimeForm.YEAR_MONTH_DAY, day + eastern.group("rest")));
    }
    Matcher m = YEAR_FIRST.matcher(cell);
    TimeForm form = TimeForm.YEAR_MONTH_DAY;
    if (!m.matches()) {
      m = DAY_FIRST.matcher(cell);
      form = TimeForm.DAY_MONTH_YEAR;
    }
    if (!m.matches()) {
      m = MONTH_FIRST.matcher(cell);
      form = TimeForm.MONTH_DAY_YEAR;
    }
    if (!m.matches()) return Optional.empty();
    int month = CalendarCodes.monthCalled(m.group("name"));
    if (month == 0) return Optional.empty();
    int day = Integer.parseInt(m.group("day"));
    int year = CalendarCodes.year(m.group("year"));
    String text =
        switch (form) {
          case YEAR_MONTH_DAY -> String.format(Locale.ROOT, "%04d-%d-%d", year, month, day);
          case DAY_MONTH_YEAR -> String.format(Locale.ROOT, "%d/%d/%04d", day, month, year);
          default -> String.format(Locale.ROOT, "%d/%d/%04d", month, day, year);
        };
    return Optional.of(new Numbers(form, text + m.group("rest")));
  }

  /** A name has three letters; most dates have none, and are many. */
  private static boolean hasName(String cell) {
    int letters = 0;
    for (int i = 0; i < cell.length() && letters < 3; i++) {
      if (Character.isLetter(cell.charAt(i))) letters++;
    }
    return letters == 3;
  }

  /** A cell with all its numbers, as a form wants it; a date of another form has no reading. */
  static Optional<String> asNumbers(String cell, TimeForm form) {
    Optional<Numbers> named = named(cell);
    if (named.isPresent()) return named.filter(n -> n.form() == form).map(Numbers::text);
    Matcher m = SHORT_YEAR.matcher(cell);
    if (!m.matches() || form == TimeForm.YEAR_MONTH_DAY) return Optional.of(cell);
    return Optional.of(
        String.format(
            Locale.ROOT,
            "%s/%s/%04d%s",
            m.group("first"),
            m.group("second"),
            CalendarCodes.year(m.group("third")),
            m.group("rest")));
  }

  /** True for a date with the name of a month and no time of day. */
  static boolean isDayAlone(String cell) {
    return named(cell).filter(n -> !n.text().contains(":")).isPresent();
  }

  /** True for three numbers of which none has four digits, such as 1/31/90. */
  static boolean isShort(String cell) {
    return SHORT_YEAR.matcher(cell).matches();
  }

  /** The same with the year in front; nothing when it is not written so. */
  static Optional<String> yearInFront(String cell) {
    Matcher m = SHORT_YEAR.matcher(cell);
    if (!m.matches() || m.group("first").length() != 2) return Optional.empty();
    return Optional.of(
        String.format(
            Locale.ROOT,
            "%04d-%s-%s%s",
            CalendarCodes.year(m.group("first")),
            m.group("second"),
            m.group("third"),
            m.group("rest")));
  }

  /** True when the year of a date has two digits. */
  static boolean hasShortYear(String cell) {
    if (isShort(cell)) return true;
    Matcher m = DAY_FIRST.matcher(cell);
    return m.matches() && m.group("year").length() == 2 && named(cell).isPresent();
  }
}
