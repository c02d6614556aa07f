package undercurrent.series;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** What a constant step is called, in the plural. */
final class StepWords {
  private static final String[] UNITS = {"week", "day", "hour", "minute", "second", "millisecond"};
  private static final long[] MILLISECONDS = {604_800_000, 86_400_000, 3_600_000, 60_000, 1000, 1};

  private StepWords() {}

  /** "days", "hours", "steps of 6 hours". */
  static String ofDays(double days) {
    double exact = days * EvenSteps.MILLISECONDS_A_DAY;
    long milliseconds = Math.round(exact);
    if (milliseconds < 1 || Math.abs(exact - milliseconds) > 1e-3) {
      return SeriesWords.of("stepWords.days", shortest(days));
    }
    for (int i = 0; i < UNITS.length; i++) {
      if (milliseconds % MILLISECONDS[i] != 0) continue;
      long count = milliseconds / MILLISECONDS[i];
      return SeriesWords.counted("stepWords." + UNITS[i], count, count);
    }
    throw new IllegalStateException("A millisecond divides everything.");
  }

  static String ofNumber(double step, int digits) {
    return SeriesWords.of("stepWords.number", shortest(Digits.rounded(step, digits + 1)));
  }

  /** Without an exponent and without zeros at the end. */
  static String shortest(double number) {
    return BigDecimal.valueOf(number)
        .setScale(Digits.MOST, RoundingMode.HALF_EVEN)
        .stripTrailingZeros()
        .toPlainString();
  }
}
