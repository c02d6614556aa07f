package undercurrent.series;

import java.util.List;
import java.util.OptionalInt;

/**
 * A constant step with weekdays or times of day that never have a row, such as the weekend of
 * business days or the night of an exchange. What follows such a pause follows at once.
 *
 * @param step in days, at most 1
 * @param weekdays whether there are rows, Monday first {@code [7]}
 * @param slots whether there are rows, by the step of the day {@code [1 / step]}
 * @param offset of the first slot, in days after midnight
 */
record WorkingTimes(double step, List<Boolean> weekdays, List<Boolean> slots, double offset)
    implements Calendar {
  /** 1970-01-01 was a Thursday. */
  private static final int FIRST_WEEKDAY = 3;

  private static final List<Boolean> BUSINESS = List.of(true, true, true, true, true, false, false);

  WorkingTimes {
    weekdays = List.copyOf(weekdays);
    slots = List.copyOf(slots);
  }

  /** Steps since 1970 with those of the pauses. */
  static long position(double time, double step, double offset) {
    return Math.round((time - offset) / step);
  }

  static int weekday(long day) {
    return (int) Math.floorMod(day + FIRST_WEEKDAY, 7L);
  }

  private boolean isOpen(long position) {
    return weekdays.get(weekday(Math.floorDiv(position, (long) slots.size())))
        && slots.get((int) Math.floorMod(position, (long) slots.size()));
  }

  @Override
  public double after(double time, int steps) {
    int aWeek = openInAWeek();
    long position = position(time, step, offset) + (long) (steps / aWeek) * 7 * slots.size();
    for (int left = steps % aWeek; left > 0; ) if (isOpen(++position)) left--;
    double next = position * step + offset;
    return Math.rint(next * EvenSteps.MILLISECONDS_A_DAY) / EvenSteps.MILLISECONDS_A_DAY;
  }

  @Override
  public long steps(double from, double to) {
    long end = position(to, step, offset);
    long week = 7L * slots.size();
    long start = position(from, step, offset);
    long weeks = (end - start) / week;
    long count = weeks * openInAWeek();
    for (long at = start + weeks * week + 1; at <= end; at++) if (isOpen(at)) count++;
    return count;
  }

  private int openInAWeek() {
    return (int)
        (weekdays.stream().filter(open -> open).count()
            * slots.stream().filter(open -> open).count());
  }

  /** A week of days, a day of anything shorter. */
  @Override
  public OptionalInt season() {
    List<Boolean> turns = slots.size() == 1 ? weekdays : slots;
    int count = (int) turns.stream().filter(open -> open).count();
    return count > 1 ? OptionalInt.of(count) : OptionalInt.empty();
  }

  @Override
  public String words() {
    String pauses =
        weekdays.equals(BUSINESS)
            ? SeriesWords.of("workingTimes.business")
            : SeriesWords.of("workingTimes.days");
    return slots.size() == 1
        ? pauses
        : SeriesWords.of("workingTimes.pauses", StepWords.ofDays(step));
  }

  /** Holidays belong to such calendars, so that a day without a row is none that is missing. */
  @Override
  public boolean expectsEveryStep() {
    return false;
  }
}
