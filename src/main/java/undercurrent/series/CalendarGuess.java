package undercurrent.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Recognises the calendar that the rows of some series lie on, also when some are missing. */
final class CalendarGuess {
  /** So much of a step two times may be off. */
  private static final double TOLERANCE = 0.02;

  /** Times may be rounded to so much of a step. */
  private static final double ROUNDED = 0.2;

  /** With holes, at least so many rows and half of them follow the row before in one step. */
  private static final int FEWEST_SINGLE = 3;

  private static final int MONTH = 31;
  private static final int SHORTEST_MONTH = 28;
  private static final int WEEK = 7;
  private static final int SATURDAY = 5;

  /** Days that must have been seen before a time of day that never comes is a pause. */
  private static final int DAYS_OF_PAUSES = 3;

  /** Days since 1970; what is farther away is no date. */
  private static final double FARTHEST = 1e8;

  private static final double SECOND = 1 / 86_400.0;
  private final List<double[]> times;
  private final boolean isDate;

  private CalendarGuess(List<double[]> times, boolean isDate) {
    this.times = times;
    this.isDate = isDate;
  }

  /**
   * The calendar of some series, each in increasing order.
   *
   * @param isDate true when the times are days since 1970
   */
  static Calendar of(List<double[]> times, boolean isDate) {
    CalendarGuess guess = new CalendarGuess(times, isDate);
    return guess
        .months()
        .<Calendar>map(m -> m)
        .or(guess::even)
        .orElseGet(
            () -> new UnevenTimes(Gaps.median(times), isDate ? Digits.MOST : Digits.of(times)));
  }

  private Optional<Months> months() {
    if (!isDate) return Optional.empty();
    boolean allLast = true;
    int day = 1;
    double timeOfDay = Double.NaN;
    for (double[] series : times) {
      for (double time : series) {
        if (!(Math.abs(time) < FARTHEST)) return Optional.empty();
        var date = Months.date(time);
        if (Double.isNaN(timeOfDay)) timeOfDay = time - Math.floor(time);
        allLast &= date.getDayOfMonth() == date.lengthOfMonth();
        day = Math.max(day, date.getDayOfMonth());
      }
    }
    Months monthly = new Months(1, allLast && day >= SHORTEST_MONTH ? MONTH : day, timeOfDay);
    for (double[] series : times) {
      for (double time : series) if (!monthly.isDay(time)) return Optional.empty();
    }
    double[] gaps =
        gaps(times.stream().map(s -> Arrays.stream(s).map(Months::month).toArray()).toList());
    double step = step(gaps, 0, 1);
    return step >= 1
        ? Optional.of(new Months((int) step, monthly.day(), timeOfDay))
        : Optional.empty();
  }

  private Optional<Calendar> even() {
    double[] gaps = gaps(times);
    int digits = isDate ? Digits.MOST : Digits.of(times);
    double step = step(gaps, digits < Digits.MOST ? Math.pow(10, -digits) : 0, FEWEST_SINGLE);
    if (!(step > 0)) return Optional.empty();
    if (isDate) {
      double milliseconds = Math.rint(step * EvenSteps.MILLISECONDS_A_DAY);
      double even = milliseconds / EvenSteps.MILLISECONDS_A_DAY;
      if (milliseconds >= 1 && Math.abs(even - step) < 1e-4 * step) step = even;
    }
    EvenSteps steps = isDate ? new EvenSteps(0, step, digits, true) : rounded(step, digits);
    boolean hasHoles = gaps[gaps.length - 1] > 1.5 * step;
    return isDate && hasHoles
        ? Optional.of(working(step).<Calendar>map(w -> w).orElse(steps))
        : Optional.of(steps);
  }

  /** The steps of which rounded numbers give the times, such as 1/30 of 0.033, 0.067, 0.1. */
  private EvenSteps rounded(double step, int digits) {
    double[] longest = times.getFirst();
    for (double[] series : times) if (series.length > longest.length) longest = series;
    double first = longest[0];
    double written = Digits.rounded(step, digits);
    if (digits >= Digits.MOST) return new EvenSteps(first, step, digits, false);
    if (gives(longest, first, written, digits)) return new EvenSteps(first, written, digits, false);
    // Regression of the times on their numbers.
    double n = longest.length;
    double meanNumber = 0;
    double meanTime = 0;
    for (double time : longest) {
      meanNumber += Math.rint((time - first) / step) / n;
      meanTime += (time - first) / n;
    }
    double square = 0;
    double product = 0;
    for (double time : longest) {
      double number = Math.rint((time - first) / step) - meanNumber;
      square += number * number;
      product += number * (time - first - meanTime);
    }
    double fitted = product / square;
    double start = first + meanTime - fitted * meanNumber;
    return gives(longest, start, fitted, digits)
        ? new EvenSteps(start, fitted, digits, false)
        : new EvenSteps(first, step, digits, false);
  }

  private static boolean gives(double[] times, double start, double step, int digits) {
    if (!(step > 0)) return false;
    for (double time : times) {
      double on = start + Math.rint((time - start) / step) * step;
      if (Digits.rounded(on, digits) != time) return false;
    }
    return true;
  }

  private static double[] gaps(List<double[]> times) {
    return times.stream()
        .flatMapToDouble(t -> IntStream.range(1, t.length).mapToDouble(i -> t[i] - t[i - 1]))
        .sorted()
        .toArray();
  }

  /**
   * The step that all gaps are multiples of, 0 when there is none.
   *
   * @param rounding of the last decimal of the times
   * @param fewest rows that follow the one before in one step, when others are missing
   */
  private static double step(double[] gaps, double rounding, int fewest) {
    if (gaps.length == 0) return 0;
    double usual = gaps[(gaps.length - 1) / 2];
    if (!(usual > 0)) return 0;
    double single = 0;
    int count = 0;
    for (double gap : gaps) {
      if (gap > 1.5 * usual) break;
      single += gap;
      count++;
    }
    boolean enough = count == gaps.length || (count >= fewest && 2 * count >= gaps.length);
    if (!enough) return 0;
    double step = single / count;
    // A rounded time is off by half a decimal, so that a gap is by one.
    double off = Math.max(TOLERANCE * step, rounding < ROUNDED * step ? rounding : 0);
    for (double gap : gaps) {
      double steps = Math.rint(gap / step);
      if (steps < 1 || Math.abs(gap - steps * step) > off) return 0;
    }
    return step;
  }

  /** A pause that comes every week or every day. */
  private Optional<WorkingTimes> working(double step) {
    long aDay = Math.round(1 / step);
    if (step > 1 || step < SECOND || Math.abs(aDay * step - 1) > 1e-9) return Optional.empty();
    double first = times.getFirst()[0];
    double offset = first - Math.floor(first / step + 1e-6) * step;
    Set<Long> days = new HashSet<>();
    boolean[] weekdays = new boolean[WEEK];
    boolean[] slots = new boolean[(int) aDay];
    long start = Long.MAX_VALUE;
    long end = Long.MIN_VALUE;
    for (double[] series : times) {
      for (double time : series) {
        long position = WorkingTimes.position(time, step, offset);
        if (Math.abs(position * step + offset - time) > TOLERANCE * step) return Optional.empty();
        long day = Math.floorDiv(position, aDay);
        days.add(day);
        weekdays[WorkingTimes.weekday(day)] = true;
        slots[(int) Math.floorMod(position, aDay)] = true;
        start = Math.min(start, day);
        end = Math.max(end, day);
      }
    }
    boolean dailyPause = days.size() >= DAYS_OF_PAUSES && !all(slots);
    boolean weeklyPause = !all(weekdays) && isWeeklyPause(weekdays, start, end);
    if (!dailyPause && !weeklyPause) return Optional.empty();
    if (!weeklyPause) Arrays.fill(weekdays, true);
    if (!dailyPause) Arrays.fill(slots, true);
    return Optional.of(new WorkingTimes(step, list(weekdays), list(slots), offset));
  }

  /** Every weekday without rows came at least twice, the weekend once. */
  private static boolean isWeeklyPause(boolean[] weekdays, long start, long end) {
    boolean weekend = true;
    int open = 0;
    for (int d = 0; d < WEEK; d++) {
      weekend &= weekdays[d] == d < SATURDAY;
      if (weekdays[d]) open++;
    }
    int least = weekend ? 1 : 2;
    if (open <= WEEK / 2) return false;
    for (int d = 0; d < WEEK; d++) {
      if (weekdays[d]) continue;
      long count = 0;
      for (long day = start; day <= Math.min(end, start + 3L * WEEK); day++) {
        if (WorkingTimes.weekday(day) == d) count++;
      }
      if (count < least) return false;
    }
    return true;
  }

  private static boolean all(boolean[] flags) {
    for (boolean flag : flags) if (!flag) return false;
    return true;
  }

  private static List<Boolean> list(boolean[] flags) {
    List<Boolean> list = new ArrayList<>(flags.length);
    for (boolean flag : flags) list.add(flag);
    return list;
  }
}
