package undercurrent.series;

import java.util.OptionalInt;

/**
 * Times without a rule; beyond the last they go on in one gap.
 *
 * @param gap the median time between rows
 * @param digits how many decimals the times have
 */
record UnevenTimes(double gap, int digits) implements Calendar {
  @Override
  public double after(double time, int steps) {
    return Digits.rounded(time + steps * gap, digits);
  }

  /** Rows follow each other. */
  @Override
  public long steps(double from, double to) {
    return 1;
  }

  @Override
  public OptionalInt season() {
    return OptionalInt.empty();
  }

  @Override
  public String words() {
    return SeriesWords.of("unevenTimes.words");
  }

  @Override
  public boolean expectsEveryStep() {
    return false;
  }
}
