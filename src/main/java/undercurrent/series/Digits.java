package undercurrent.series;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** The decimals that numbers are written with. */
final class Digits {
  /** What has more was computed, not written by a person. */
  static final int MOST = 12;

  private Digits() {}

  /** The most decimals that one of them needs, at most {@link #MOST}. */
  static int of(Iterable<double[]> all) {
    int most = 0;
    for (double[] numbers : all) {
      for (double number : numbers) {
        if (number == Math.rint(number)) continue;
        most = Math.max(most, BigDecimal.valueOf(number).scale());
        if (most >= MOST) return MOST;
      }
    }
    return most;
  }

  /** The number with so many decimals that is nearest; itself when it has too many to be chosen. */
  static double rounded(double number, int digits) {
    if (digits >= MOST || !Double.isFinite(number)) return number;
    // A whole number has no decimals; 0 loses its sign as it does below.
    if (number == Math.rint(number)) return number + 0.0;
    return BigDecimal.valueOf(number).setScale(digits, RoundingMode.HALF_EVEN).doubleValue();
  }
}
