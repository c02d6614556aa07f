package undercurrent.model.structural;

import undercurrent.model.ModelWords;
import undercurrent.model.linear.FilterResult;
import undercurrent.model.linear.Innovations;
import undercurrent.model.linear.LogLikelihood;
import undercurrent.model.linear.Observations;

/**
 * The transform of Box and Cox (1964), y = (xᵏ - 1)/k with k = λ, and log x where λ is 0, for
 * series whose variation grows with their level. λ = 1 leaves the values as they are, so that they
 * may be negative; any other λ needs positive ones.
 */
public record Transform(double lambda) {
  /** The values as they are. */
  public static final Transform IDENTITY = new Transform(1);

  /** Logarithms. */
  public static final Transform LOG = new Transform(0);

  public Transform {
    if (!Double.isFinite(lambda)) {
      throw new IllegalArgumentException(ModelWords.of("transform.lambda", lambda));
    }
  }

  /** x to y. */
  public double forward(double x) {
    if (lambda == 1) return x;
    return lambda == 0 ? Math.log(x) : Math.expm1(lambda * Math.log(x)) / lambda;
  }

  /** y to x; beyond the end of what y can be, that end: 0 for λ &gt; 0 and ∞ for λ &lt; 0. */
  public double inverse(double y) {
    if (lambda == 1) return y;
    if (lambda == 0) return Math.exp(y);
    if (lambda * y <= -1) return lambda > 0 ? 0 : Double.POSITIVE_INFINITY;
    return Math.exp(Math.log1p(lambda * y) / lambda);
  }

  /** A series [T]; NaN stays missing. */
  public double[] forward(double[] values) {
    double[] transformed = new double[values.length];
    for (int t = 0; t < values.length; t++) {
      if (lambda != 1 && values[t] <= 0) {
        throw new IllegalArgumentException(
            ModelWords.of("transform.positive", t + 1, values[t], lambda));
      }
      transformed[t] = forward(values[t]);
    }
    return transformed;
  }

  /** One observed channel, with the inputs it has. */
  public Observations forward(Observations seen) {
    return seen.withValues(forward(channel(seen)));
  }

  /** log dy/dx = (λ - 1) log x. */
  public double logJacobian(double x) {
    return lambda == 1 ? 0 : (lambda - 1) * Math.log(x);
  }

  /**
   * The log-likelihood of the series itself, from a filter of the transformed one: with the log
   * Jacobian of every value that counts. Values that only fix a diffuse start do not, so that the
   * unit of the series does not matter where λs are compared.
   */
  public LogLikelihood logLikelihood(FilterResult filter, Observations original) {
    LogLikelihood transformed = filter.logLikelihood();
    double[][] counted = Innovations.of(filter).standardised();
    double sum = transformed.value();
    for (int t = 0; t < counted.length; t++) {
      if (!Double.isNaN(counted[t][0])) sum += logJacobian(original.value(t, 0));
    }
    return new LogLikelihood(sum, transformed.convention(), transformed.count());
  }

  static double[] channel(Observations seen) {
    double[] values = new double[seen.steps()];
    for (int t = 0; t < values.length; t++) values[t] = seen.value(t, 0);
    return values;
  }
}
