package undercurrent.model.linear;

/**
 * A statistic of standardised residuals and the probability of one as large, or as far out, if the
 * model is right.
 */
public record ResidualTest(String name, double statistic, double pValue) {
  /**
   * Ljung and Box (1978): Q = N (N+2) Σₗ ρₗ² / (N-l) over the first lags, χ² with {@code lags} less
   * {@code estimated} degrees of freedom. Are the residuals uncorrelated?
   */
  public static ResidualTest ljungBox(double[] residuals, int lags, int estimated) {
    int count = residuals.length;
    if (lags < 1 || lags >= count || lags <= estimated) {
      throw new IllegalArgumentException(
          "Ljung-Box with %d lags needs more than %d residuals and fewer than %d estimated parameters."
              .formatted(lags, lags, lags));
    }
    double mean = mean(residuals, 1, 0);
    double variance = mean(residuals, 2, mean) * count;
    double sum = 0;
    for (int lag = 1; lag <= lags; lag++) {
      double product = 0;
      for (int t = lag; t < count; t++) {
        product += (residuals[t] - mean) * (residuals[t - lag] - mean);
      }
      sum += product * product / (variance * variance * (count - lag));
    }
    double q = count * (count + 2.0) * sum;
    return new ResidualTest("Ljung-Box", q, Distributions.chiSquaredAbove(q, lags - estimated));
  }

  /** Jarque and Bera (1980): N/6 (skewness² + (kurtosis - 3)² / 4), χ²₂. Are they normal? */
  public static ResidualTest jarqueBera(double[] residuals) {
    double s = skewness(residuals);
    double k = kurtosis(residuals) - 3;
    double statistic = residuals.length / 6.0 * (s * s + k * k / 4);
    return new ResidualTest("Jarque-Bera", statistic, Distributions.chiSquaredAbove(statistic, 2));
  }

  /**
   * Durbin and Koopman (2012, 2.12.1): the squares of the last third over those of the first, F(h,
   * h), on both sides. Is their variance constant?
   */
  public static ResidualTest heteroskedasticity(double[] residuals) {
    int h = Math.round(residuals.length / 3f);
    if (h < 1) throw new IllegalArgumentException("Three residuals or more make thirds.");
    double first = 0;
    double last = 0;
    for (int i = 0; i < h; i++) {
      first += residuals[i] * residuals[i];
      last += residuals[residuals.length - 1 - i] * residuals[residuals.length - 1 - i];
    }
    double ratio = last / first;
    double above = Distributions.fAbove(ratio, h, h);
    return new ResidualTest("Heteroskedasticity", ratio, 2 * Math.min(above, 1 - above));
  }

  public static double skewness(double[] values) {
    double mean = mean(values, 1, 0);
    return mean(values, 3, mean) / Math.pow(mean(values, 2, mean), 1.5);
  }

  public static double kurtosis(double[] values) {
    double mean = mean(values, 1, 0);
    double variance = mean(values, 2, mean);
    return mean(values, 4, mean) / (variance * variance);
  }

  private static double mean(double[] values, int power, double centre) {
    double sum = 0;
    for (double value : values) {
      double term = 1;
      for (int i = 0; i < power; i++) term *= value - centre;
      sum += term;
    }
    return sum / values.length;
  }
}
