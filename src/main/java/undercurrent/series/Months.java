package undercurrent.series;

import java.time.LocalDate;
import java.util.OptionalInt;

/**
 * The same day of a month, every so many months.
 *
 * @param count 1 for months, 3 for quarters, 12 for years
 * @param day of the month; in a shorter month it is the last one, so that 31 is the end of each
 * @param timeOfDay in days
 */
record Months(int count, int day, double timeOfDay) implements Calendar {
  private static final int YEAR = 12;

  @Override
  public double after(double time, int steps) {
    LocalDate month = date(time).withDayOfMonth(1).plusMonths((long) steps * count);
    return month.withDayOfMonth(Math.min(day, month.lengthOfMonth())).toEpochDay() + timeOfDay;
  }

  @Override
  public long steps(double from, double to) {
    return (month(to) - month(from)) / count;
  }

  /** True when a date is the day of this calendar in its month. */
  boolean isDay(double time) {
    LocalDate date = date(time);
    return date.getDayOfMonth() == Math.min(day, date.lengthOfMonth())
        && time - Math.floor(time) == timeOfDay;
  }

  static LocalDate date(double time) {
    return LocalDate.ofEpochDay((long) Math.floor(time));
  }

  /** Months since the year 0. */
  static long month(double time) {
    LocalDate date = date(time);
    return date.getYear() * (long) YEAR + date.getMonthValue() - 1;
  }

  @Override
  public OptionalInt season() {
    return count < YEAR && YEAR % count == 0 ? OptionalInt.of(YEAR / count) : OptionalInt.empty();
  }

  @Override
  public String words() {
    return switch (count) {
      case 1 -> SeriesWords.of("months.months");
      case 3 -> SeriesWords.of("months.quarters");
      case 6 -> SeriesWords.of("months.halfYears");
      case YEAR -> SeriesWords.of("months.years");
      default ->
          count % YEAR == 0
              ? SeriesWords.of("months.steps.years", count / YEAR)
              : SeriesWords.of("months.steps.months", count);
    };
  }

  @Override
  public boolean expectsEveryStep() {
    return true;
  }
}
