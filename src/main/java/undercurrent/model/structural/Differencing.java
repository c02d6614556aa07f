package undercurrent.model.structural;

import java.util.Arrays;
import undercurrent.model.ModelWords;

/**
 * The lag operator (1 - B)ᵈ (1 - Bˢ)ᴰ, which turns a series that wanders into one that may be
 * stationary.
 *
 * @param ordinary d ≥ 0
 * @param seasonal D ≥ 0
 * @param period s ≥ 1, in steps
 */
public record Differencing(int ordinary, int seasonal, int period) {
  public Differencing {
    if (ordinary < 0 || seasonal < 0 || period < 1) {
      throw new IllegalArgumentException(
          ModelWords.of("differencing.orders", ordinary, seasonal, period));
    }
  }

  /** How many values it takes from the front of a series: d + s D. */
  public int lost() {
    return ordinary + period * seasonal;
  }

  /**
   * The differences of a series, shorter by {@link #lost}; one that needs a missing value is NaN.
   */
  public double[] of(double[] values) {
    if (values.length <= lost()) return new double[0];
    double[] weights = weights();
    double[] differences = Arrays.copyOfRange(values, lost(), values.length);
    for (int t = 0; t < differences.length; t++) {
      for (int j = 0; j < weights.length; j++) {
        // a weight of nothing needs no value
        if (weights[j] != 0) differences[t] -= weights[j] * values[lost() + t - 1 - j];
      }
    }
    return differences;
  }

  /** δ [d + s D] with (1 - B)ᵈ (1 - Bˢ)ᴰ = 1 - Σ δⱼ Bʲ: what undoes the differences. */
  double[] weights() {
    double[] polynomial = {1};
    for (int i = 0; i < ordinary; i++) polynomial = LagPolynomial.product(polynomial, lag(1));
    for (int i = 0; i < seasonal; i++) polynomial = LagPolynomial.product(polynomial, lag(period));
    double[] weights = new double[lost()];
    for (int j = 0; j < weights.length; j++) weights[j] = -polynomial[j + 1];
    return weights;
  }

  private static double[] lag(int steps) {
    double[] polynomial = new double[steps + 1];
    polynomial[0] = 1;
    polynomial[steps] = -1;
    return polynomial;
  }
}
