package undercurrent.model.linear;

import java.util.Arrays;
import java.util.Locale;
import undercurrent.model.ModelWords;

/**
 * A statistic of standardised residuals and the probability of one as large, or as far out, if the
 * model is right.
 *
 * @param name as people know it, with the lags it looks at, if any
 */
public record ResidualTest(Property property, String name, double statistic, double pValue) {
  /** What is less probable than this fails. */
  public static final double DOUBT = 0.05;

  /** Of residuals that do not vary, as where values follow a model exactly. */
  private static final String UNDECIDED = "undecided";

  /** The property of residuals that is tested, with a word for either result. */
  public enum Property {
    CORRELATION("uncorrelated", "correlated"),
    NORMALITY("normal", "not normal"),
    VARIANCE("steady", "unsteady");

    private final String passed;
    private final String failed;

    Property(String passed, String failed) {
      this.passed = passed;
      this.failed = failed;
    }

    /** The word for residuals that fail the test. */
    public String failed() {
      return failed;
    }
  }

  /** Whether residuals like these are to be expected of a right model, at the 5 % level. */
  public boolean passes() {
    return pValue >= DOUBT;
  }

  /** What the residuals are, in a plain word. */
  public String meaning() {
    if (Double.isNaN(pValue())) return UNDECIDED;
    return passes() ? property.passed : property.failed;
  }

  /**
   * The autocorrelations ρₗ = Σ (eₜ - ē)(eₜ₋ₗ - ē) / Σ (eₜ - ē)² of lags 1 …, over the pairs of
   * which both are known; NaN is missing.
   */
  public static double[] autocorrelations(double[] residuals, int lags) {
    double mean = mean(known(residuals), 1, 0);
    double[] centred = new double[residuals.length];
    double squares = 0;
    for (int t = 0; t < centred.length; t++) {
      centred[t] = Double.isNaN(residuals[t]) ? 0 : residuals[t] - mean;
      squares += centred[t] * centred[t];
    }
    double[] correlations = new double[lags];
    for (int lag = 1; lag <= lags; lag++) {
      double sum = 0;
      for (int t = lag; t < centred.length; t++) sum += centred[t] * centred[t - lag];
      correlations[lag - 1] = sum / squares;
    }
    return correlations;
  }

  private static double[] known(double[] residuals) {
    return Arrays.stream(residuals).filter(e -> !Double.isNaN(e)).toArray();
  }

  /**
   * Ljung and Box (1978): Q = N (N+2) Σₗ ρₗ² / (N-l) over the first lags, χ² with {@code lags} less
   * {@code estimated} degrees of freedom; NaN is missing. Are the residuals uncorrelated?
   */
  public static ResidualTest ljungBox(double[] residuals, int lags, int estimated) {
    int count = known(residuals).length;
    if (lags < 1 || lags >= count || lags <= estimated) {
      throw new IllegalArgumentException(ModelWords.of("residualTest.lags", lags, lags, lags));
    }
    double[] correlations = autocorrelations(residuals, lags);
    double sum = 0;
    for (int lag = 1; lag <= lags; lag++) {
      sum += correlations[lag - 1] * correlations[lag - 1] / (count - lag);
    }
    double q = count * (count + 2.0) * sum;
    return new ResidualTest(
        Property.CORRELATION,
        String.format(Locale.ROOT, "Ljung-Box (%d lags)", lags),
        q,
        Distributions.chiSquaredAbove(q, lags - estimated));
  }

  /** Jarque and Bera (1980): N/6 (skewness² + (kurtosis - 3)² / 4), χ²₂. Are they normal? */
  public static ResidualTest jarqueBera(double[] residuals) {
    double s = skewness(residuals);
    double k = kurtosis(residuals) - 3;
    double statistic = residuals.length / 6.0 * (s * s + k * k / 4);
    return new ResidualTest(
        Property.NORMALITY, "Jarque-Bera", statistic, Distributions.chiSquaredAbove(statistic, 2));
  }

  /**
   * Durbin and Koopman (2012, 2.12.1): the squares of the last third over those of the first, F(h,
   * h), on both sides. Is their variance constant?
   */
  public static ResidualTest heteroskedasticity(double[] residuals) {
    int h = Math.round(residuals.length / 3f);
    if (h < 1) throw new IllegalArgumentException(ModelWords.of("residualTest.thirds"));
    double first = 0;
    double last = 0;
    for (int i = 0; i < h; i++) {
      first += residuals[i] * residuals[i];
      last += residuals[residuals.length - 1 - i] * residuals[residuals.length - 1 - i];
    }
    double ratio = last / first;
    double above = Distributions.fAbove(ratio, h, h);
    return new ResidualTest(
        Property.VARIANCE, "Heteroskedasticity", ratio, 2 * Math.min(above, 1 - above));
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
