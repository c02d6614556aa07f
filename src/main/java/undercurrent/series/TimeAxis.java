package undercurrent.series;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * How to read the times of a {@link SeriesSet}.
 *
 * @param name the column's name, or "time step"
 * @param unit "s", "year", "d", "h", "" …
 * @param isDate true when the times are days since 1970-01-01T00:00Z and are shown as dates
 * @param regular true when every series has one constant spacing, or follows one calendar
 * @param calendar that the rows lie on; a set finds it from its times when it is not given
 * @param stamps how the file writes its dates
 * @param origin what a time of 0 stands for; not 0 only for whole numbers that have more digits
 *     than a double, such as nanoseconds since 1970
 */
public record TimeAxis(
    String name,
    String unit,
    boolean isDate,
    boolean regular,
    Optional<Calendar> calendar,
    StampForm stamps,
    long origin) {
  /** The name of an axis that counts rows. */
  static final String COUNTED = "time step";

  /** An axis whose calendar is that of the times of its set. */
  public TimeAxis(String name, String unit, boolean isDate, boolean regular) {
    this(name, unit, isDate, regular, Optional.empty(), StampForm.ISO, 0);
  }

  /** The axis of some series; it is regular when no row is missing from the calendar they show. */
  static TimeAxis of(
      String name,
      String unit,
      boolean isDate,
      long origin,
      StampForm stamps,
      List<Series> series) {
    Calendar calendar = calendar(isDate, series);
    boolean regular =
        !(calendar instanceof UnevenTimes)
            && series.stream().allMatch(s -> isGapless(s.times(), calendar));
    return new TimeAxis(name, unit, isDate, regular, Optional.of(calendar), stamps, origin);
  }

  /** The same with a calendar. */
  TimeAxis on(List<Series> series) {
    return calendar.isPresent()
        ? this
        : new TimeAxis(
            name, unit, isDate, regular, Optional.of(calendar(isDate, series)), stamps, origin);
  }

  /** The same, with another meaning of a time of 0. */
  public TimeAxis from(long otherOrigin) {
    return new TimeAxis(name, unit, isDate, regular, calendar, stamps, otherOrigin);
  }

  /** The same, of a file that writes its dates in another way. */
  public TimeAxis written(StampForm otherStamps) {
    return new TimeAxis(name, unit, isDate, regular, calendar, otherStamps, origin);
  }

  /** True when the days are known, and not only the times of day. */
  public boolean hasDays() {
    return isDate && !stamps.isClock();
  }

  /** Of differences of its times in words: "d" of dates; "t" where the file does not say. */
  public String unitWords() {
    if (isDate) return "d";
    if (!unit.isEmpty()) return unit;
    return name.equals(COUNTED) ? COUNTED : "t";
  }

  /** A time that is a number, with all its digits and without an exponent. */
  public String digits(double time) {
    return new BigDecimal(Double.toString(time))
        .add(BigDecimal.valueOf(origin))
        .stripTrailingZeros()
        .toPlainString();
  }

  private static Calendar calendar(boolean isDate, List<Series> series) {
    return CalendarGuess.of(series.stream().map(Series::times).toList(), isDate);
  }

  private static boolean isGapless(double[] times, Calendar calendar) {
    for (int t = 1; t < times.length; t++) {
      if (calendar.steps(times[t - 1], times[t]) != 1) return false;
    }
    return true;
  }
}
