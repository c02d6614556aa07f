package undercurrent.series;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.WeekFields;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one cell of a time column: dates become days since 1970-01-01T00:00Z. */
final class TimeCells {
  private static final String CLOCK =
      "(?:[T ]\\s*(\\d{1,2})[:.hH](\\d{2})(?:[:.](\\d{2}(?:[.,]\\d{1,9})?))?\\s*([AaPp][Mm])?"
          + "\\s*("
          + ZoneNames.PATTERN
          + ")?)?";
  private static final Pattern YEAR_FIRST =
      Pattern.compile("(\\d{4})([-/.]) ?(\\d{1,2})\\2 ?(\\d{1,2})\\.?" + CLOCK);
  private static final Pattern DIGITS = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
  private static final Pattern YEAR_LAST =
      Pattern.compile("(\\d{1,2})([-/.]) ?(\\d{1,2})\\2 ?(\\d{4})\\.?" + CLOCK);
  private static final Pattern DAY_OF_YEAR = Pattern.compile("(\\d{4})(-?)(\\d{3})");
  private static final Pattern WEEK = Pattern.compile("(\\d{4})-?[Ww](\\d{1,2})");
  private static final int LONGEST = 48;

  /** Days have 86,400 seconds here: a leap second is laid into the last millisecond before it. */
  private static final double LEAP_SECOND = 1e-3;

  private static final double SECONDS_A_DAY = 86_400;

  private TimeCells() {}

  /** True for what can only be a date. */
  static boolean looksLikeDate(String cell) {
    if (cell.length() > LONGEST || cell.length() < 5) return false;
    return YEAR_FIRST.matcher(cell).matches()
        || YEAR_LAST.matcher(cell).matches()
        || DayCells.named(cell).isPresent()
        || CalendarCodes.matches(cell)
        || HalfYears.matches(cell)
        || WEEK.matcher(cell).matches();
  }

  /** True when a cell has a time of day and says how far that is from UTC. */
  static boolean hasOffset(String cell) {
    return !offset(cell, "").isEmpty();
  }

  /** How far a cell says that its time of day is from UTC, as written; else what is usual. */
  static String offset(String given, String usual) {
    if (given.length() > LONGEST) return usual;
    String cell = DayCells.named(given).map(DayCells.Numbers::text).orElse(given);
    for (Pattern pattern : new Pattern[] {YEAR_FIRST, YEAR_LAST}) {
      Matcher m = pattern.matcher(cell);
      if (m.matches() && m.group(9) != null) return m.group(9);
    }
    return usual;
  }

  /** The time in a cell, or NaN when it is not written in this form. */
  static double parse(String cell, TimeForm form, DecimalSign sign) {
    if (cell.length() > LONGEST) return Double.NaN;
    try {
      return switch (form) {
        case ROW_NUMBER -> Double.NaN;
        case NUMBER, YEAR -> finite(Cells.number(cell, sign));
        case EPOCH_SECONDS -> finite(Cells.number(cell, sign)) / SECONDS_A_DAY;
        case EPOCH_MILLISECONDS -> finite(Cells.number(cell, sign)) / (1000 * SECONDS_A_DAY);
        case QUARTER -> CalendarCodes.quarter(cell);
        case HALF_YEAR -> HalfYears.day(cell);
        case EXCEL_DAYS -> ExcelDays.time(cell, finite(Cells.number(cell, sign)));
        case TIME_OF_DAY -> TimesOfDay.of(cell);
        case MONTH -> CalendarCodes.month(cell);
        case WEEK -> week(WEEK.matcher(cell));
        case YEAR_MONTH_DAY -> yearFirst(cell);
        case DAY_MONTH_YEAR -> yearLast(cell, form, 1, 3);
        case MONTH_DAY_YEAR -> yearLast(cell, form, 3, 1);
      };
    } catch (DateTimeException e) {
      return Double.NaN; // such as the 31st of February
    }
  }

  private static double finite(double number) {
    return Double.isInfinite(number) ? Double.NaN : number;
  }

  private static double week(Matcher m) {
    if (!m.matches()) return Double.NaN;
    // The 4th of January is always in the first ISO week.
    return LocalDate.of(number(m, 1), 1, 4)
        .with(WeekFields.ISO.weekOfWeekBasedYear(), number(m, 2))
        .with(WeekFields.ISO.dayOfWeek(), 1)
        .toEpochDay();
  }

  private static double yearFirst(String cell) {
    Matcher digits = DIGITS.matcher(cell);
    if (digits.matches()) {
      return LocalDate.of(number(digits, 1), number(digits, 2), number(digits, 3)).toEpochDay();
    }
    Matcher counted = DAY_OF_YEAR.matcher(cell);
    if (counted.matches()) {
      return LocalDate.ofYearDay(number(counted, 1), number(counted, 3)).toEpochDay();
    }
    Matcher m = YEAR_FIRST.matcher(DayCells.asNumbers(cell, TimeForm.YEAR_MONTH_DAY).orElse(""));
    if (!m.matches()) return Double.NaN;
    return LocalDate.of(number(m, 1), number(m, 3), number(m, 4)).toEpochDay()
        + clock(m, LocalDate.of(number(m, 1), number(m, 3), number(m, 4)));
  }

  private static double yearLast(String cell, TimeForm form, int day, int month) {
    Matcher m = YEAR_LAST.matcher(DayCells.asNumbers(cell, form).orElse(""));
    if (!m.matches()) return Double.NaN;
    return LocalDate.of(number(m, 4), number(m, month), number(m, day)).toEpochDay()
        + clock(m, LocalDate.of(number(m, 4), number(m, month), number(m, day)));
  }

  /** The time of day in days, in UTC. */
  private static double clock(Matcher m, LocalDate date) {
    if (m.group(5) == null) return 0;
    int hour = number(m, 5);
    int minute = number(m, 6);
    double second = m.group(7) == null ? 0 : Double.parseDouble(m.group(7).replace(',', '.'));
    if (m.group(8) != null) {
      if (hour < 1 || hour > 12) return Double.NaN;
      hour = hour % 12 + (m.group(8).toLowerCase(Locale.ROOT).equals("pm") ? 12 : 0);
    }
    if (hour > 24 || minute > 59 || second >= 61) return Double.NaN;
    if (second >= 60) {
      int start = hour * 3600 + minute * 60 - ZoneNames.seconds(m.group(9));
      if (!isLeap(date, start)) return Double.NaN;
      second = 60 - LEAP_SECOND * (61 - second);
    }
    return (hour * 3600 + minute * 60 + second - ZoneNames.seconds(m.group(9))) / SECONDS_A_DAY;
  }

  /** Leap seconds end the last minute of June or December in UTC. */
  private static boolean isLeap(LocalDate date, int startOfMinute) {
    LocalDate day = date.plusDays(Math.floorDiv(startOfMinute, 86_400));
    boolean last = Math.floorMod(startOfMinute, 86_400) == 86_340;
    return last
        && day.getYear() >= 1972
        && (day.getMonthValue() == 6 || day.getMonthValue() == 12)
        && day.plusDays(1).getDayOfMonth() == 1;
  }

  private static int number(Matcher m, int group) {
    return Integer.parseInt(m.group(group));
  }
}
