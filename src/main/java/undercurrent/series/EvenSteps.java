package undercurrent.series;

import java.util.OptionalInt;

/**
 * One constant step.
 *
 * @param start where a step begins
 * @param step in the unit of the times; where they are rounded, what they were before
 * @param digits how many decimals the times have, when they are numbers
 * @param isDate true when the times are days since 1970
 */
record EvenSteps(double start, double step, int digits, boolean isDate) implements Calendar {
  static final double MILLISECONDS_A_DAY = 86_400_000;

  @Override
  public double after(double time, int steps) {
    double next = time + steps * step;
    if (!isDate) return Digits.rounded(exact(time) + steps * step, digits);
    return milliseconds() >= 1 ? Math.rint(next * MILLISECONDS_A_DAY) / MILLISECONDS_A_DAY : next;
  }

  /** The time before it was rounded; itself where it lies between steps. */
  private double exact(double time) {
    double on = start + Math.rint((time - start) / step) * step;
    return Digits.rounded(on, digits) == time ? on : time;
  }

  @Override
  public long steps(double from, double to) {
    return Math.round((to - from) / step);
  }

  private double milliseconds() {
    return step * MILLISECONDS_A_DAY;
  }

  /** A week of days, a day of anything shorter, a year of weeks. */
  @Override
  public OptionalInt season() {
    if (!isDate) return OptionalInt.empty();
    if (step == 1) return OptionalInt.of(7);
    if (step == 7) return OptionalInt.of(52);
    long aDay = Math.round(1 / step);
    boolean divides = step < 1 && Math.abs(aDay * step - 1) < 1e-9;
    return divides && aDay >= 2
        ? OptionalInt.of((int) Math.min(Integer.MAX_VALUE, aDay))
        : OptionalInt.empty();
  }

  @Override
  public String words() {
    return isDate ? StepWords.ofDays(step) : StepWords.ofNumber(step, digits);
  }

  @Override
  public boolean expectsEveryStep() {
    return true;
  }
}
