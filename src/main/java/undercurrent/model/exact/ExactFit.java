package undercurrent.model.exact;

import java.util.List;
import undercurrent.model.linear.LogLikelihood;

/**
 * What the fit of a linear model learned from the training part, and how likely that part is.
 *
 * @param quantities learned
 * @param logLikelihood of the values of the file, in their units
 * @param transformed the same of the transformed values, as programs count it that know no
 *     transform; equal without one
 * @param parameters how many were free
 * @param diffuse how many values only fixed diffuse starts
 */
public record ExactFit(
    List<FittedQuantity> quantities,
    LogLikelihood logLikelihood,
    LogLikelihood transformed,
    int parameters,
    int diffuse) {
  public ExactFit {
    quantities = List.copyOf(quantities);
  }

  /**
   * Akaike's criterion, -2 log L + 2 (k + d) with k parameters and d diffuse values (Durbin and
   * Koopman 2012, 7.4); lower is better.
   */
  public double aic() {
    return -2 * logLikelihood.value() + 2 * (parameters + diffuse);
  }

  /** Schwarz's criterion, -2 log L + (k + d) log n of all n values; lower is better. */
  public double bic() {
    int values = logLikelihood.count() + diffuse;
    return -2 * logLikelihood.value() + (parameters + diffuse) * Math.log(values);
  }

  /** Whether the values were transformed before anything else. */
  public boolean isTransformed() {
    return transformed.value() != logLikelihood.value();
  }
}
