package undercurrent.view;

import java.util.Arrays;
import undercurrent.series.NumberWords;

/**
 * The mean of a number over seeds, and its spread.
 *
 * @param spread the standard deviation with n − 1; NaN for one seed
 */
record MeanSpread(double mean, double spread) {
  /** Of the finite ones; NaN when there is none. */
  static MeanSpread of(double... values) {
    double[] finite = Arrays.stream(values).filter(Double::isFinite).toArray();
    double mean = Arrays.stream(finite).average().orElse(Double.NaN);
    double squares = 0;
    for (double value : finite) squares += (value - mean) * (value - mean);
    double spread = finite.length < 2 ? Double.NaN : Math.sqrt(squares / (finite.length - 1));
    return new MeanSpread(mean, spread);
  }

  /** Such as "1.234 ± 0.056", of one seed without a spread. */
  String words() {
    if (!Double.isFinite(mean)) return NumberWords.DASH;
    return Double.isFinite(spread)
        ? NumberWords.of(mean) + NumberWords.format(" ± %.2g", spread)
        : NumberWords.of(mean);
  }
}
