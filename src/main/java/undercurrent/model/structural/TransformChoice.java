package undercurrent.model.structural;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import undercurrent.model.ModelWords;

/** Which Box-Cox transform a series needs. */
public final class TransformChoice {
  private static final double LOWEST = -1;
  private static final double HIGHEST = 2;
  private static final double CLOSE = 1e-3;

  private TransformChoice() {}

  /** Golden section search for a function with one maximum. */
  private static double highest(DoubleUnaryOperator function) {
    double golden = (Math.sqrt(5) - 1) / 2;
    double low = LOWEST;
    double high = HIGHEST;
    double left = high - golden * (high - low);
    double right = low + golden * (high - low);
    double atLeft = function.applyAsDouble(left);
    double atRight = function.applyAsDouble(right);
    while (high - low > CLOSE) {
      if (atLeft > atRight) {
        high = right;
        right = left;
        atRight = atLeft;
        left = high - golden * (high - low);
        atLeft = function.applyAsDouble(left);
      } else {
        low = left;
        left = right;
        atLeft = atRight;
        right = low + golden * (high - low);
        atRight = function.applyAsDouble(right);
      }
    }
    return (low + high) / 2;
  }

  /**
   * λ without a model: the one that makes the spread of every period most nearly a power of its
   * level, minimising the coefficient of variation of s / m^(1-λ) over the whole periods at the end
   * of the series (Guerrero 1993, J. Forecasting 12).
   *
   * @param values positive, none missing; at least two periods
   * @param period the season, or 2 where there is none
   */
  public static double guerrero(double[] values, int period) {
    int periods = period < 2 ? 0 : values.length / period;
    if (periods < 2) {
      throw new IllegalArgumentException(
          ModelWords.of("transformChoice.periods", values.length, period));
    }
    double[] means = new double[periods];
    double[] deviations = new double[periods];
    int first = values.length - periods * period;
    for (int i = 0; i < periods; i++) {
      int from = first + i * period;
      means[i] = IntStream.range(from, from + period).mapToDouble(t -> values[t]).sum() / period;
      double squares = 0;
      for (int t = from; t < from + period; t++) squares += Math.pow(values[t] - means[i], 2);
      deviations[i] = Math.sqrt(squares / (period - 1));
      if (!(means[i] > 0)) {
        throw new IllegalArgumentException(
            ModelWords.of("transformChoice.positive", from + 1, means[i]));
      }
    }
    return highest(lambda -> -variation(means, deviations, lambda));
  }

  private static double variation(double[] means, double[] deviations, double lambda) {
    double[] ratios = new double[means.length];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = deviations[i] / Math.pow(means[i], 1 - lambda);
    }
    double mean = Scale.mean(ratios);
    double squares = 0;
    for (double ratio : ratios) squares += (ratio - mean) * (ratio - mean);
    return Math.sqrt(squares / (ratios.length - 1)) / mean;
  }
}
