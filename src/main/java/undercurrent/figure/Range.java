package undercurrent.figure;

import java.util.Arrays;

/** From a first to a last value; NaN to NaN when there is none. */
public record Range(double min, double max) {
  public static final Range NONE = new Range(Double.NaN, Double.NaN);
  private static final double LEAST_SHARE = 0.5;
  private static final double WIDER = 0.2;
  private static final double FAR_SPANS = 20;

  /** Of the finite ones among the values. */
  public static Range of(double... values) {
    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      if (!Double.isFinite(value)) continue;
      min = Math.min(min, value);
      max = Math.max(max, value);
    }
    return min > max ? NONE : new Range(min, max);
  }

  public boolean isEmpty() {
    return Double.isNaN(min);
  }

  public double span() {
    return max - min;
  }

  double middle() {
    return min / 2 + max / 2;
  }

  Range and(Range other) {
    if (isEmpty()) return other;
    if (other.isEmpty()) return this;
    return new Range(Math.min(min, other.min), Math.max(max, other.max));
  }

  /** The same with a share of its length more at each end; a single value gets some room. */
  Range padded(double share) {
    if (isEmpty()) return this;
    double tiny = 1e-12 * Math.max(Math.abs(min), Math.abs(max));
    if (span() <= tiny) {
      double room = min == 0 ? 1 : 0.1 * Math.abs(min);
      return new Range(min - room, max + room);
    }
    return new Range(min - share * span(), max + share * span());
  }

  /**
   * The range before if this one lies in it and is no less than a half; else one that is wider than
   * this one or both, unless both are far apart.
   */
  Range heldBy(Range before) {
    if (before.isEmpty() || isEmpty()) return this;
    boolean within = min >= before.min && max <= before.max;
    if (within) return span() >= LEAST_SHARE * before.span() ? before : padded(WIDER);
    Range both = and(before);
    if (span() < LEAST_SHARE * both.span()) return padded(WIDER);
    double more = WIDER * both.span();
    return new Range(
        min < before.min ? min - more : both.min, max > before.max ? max + more : both.max);
  }

  /** Whether a value is so far outside that, beside it, nothing of this range could be seen. */
  boolean isFarFrom(double value) {
    double far = FAR_SPANS * span();
    return span() > 0 && (value < min - far || value > max + far);
  }

  /** Of a given length, with the same middle. */
  Range ofLength(double length) {
    return new Range(middle() - length / 2, middle() + length / 2);
  }

  /**
   * Of the values without the few that lie far off: what is beyond 0.6 times the distance between
   * the 10 % and the 90 % quantile from them is left out.
   */
  static Range robust(double... values) {
    double[] sorted = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
    if (sorted.length < 8) return of(sorted);
    double low = sorted[(int) Math.round(0.1 * (sorted.length - 1))];
    double high = sorted[(int) Math.round(0.9 * (sorted.length - 1))];
    double reach = 0.6 * (high - low);
    if (reach == 0) return of(sorted);
    double from = Math.max(sorted[0], low - reach);
    double to = Math.min(sorted[sorted.length - 1], high + reach);
    return new Range(from, to);
  }
}
