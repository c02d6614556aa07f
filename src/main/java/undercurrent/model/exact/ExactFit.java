package undercurrent.model.exact;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import undercurrent.model.ModelWords;
import undercurrent.model.linear.LogLikelihood;
import undercurrent.model.linear.Parameter;
import undercurrent.series.NumberWords;

/**
 * What the fit of a linear model learned from the training part, and how likely that part is.
 *
 * @param quantities learned
 * @param logLikelihood of the values of the file, in their units
 * @param transformed the same of the transformed values, as programs count it that know no
 *     transform; equal without one
 * @param diffuseTime in which unit times are counted where the log-likelihood depends on it, as
 *     that of a velocity of which nothing is known at the start; else empty
 * @param parameters how many were free
 * @param diffuse how many values only fixed diffuse starts
 * @param canHold whether each of the quantities is a parameter that can be given
 */
public record ExactFit(
    List<FittedQuantity> quantities,
    LogLikelihood logLikelihood,
    LogLikelihood transformed,
    String diffuseTime,
    int parameters,
    int diffuse,
    boolean canHold) {
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

  /**
   * What of the estimates should not be taken for a maximum inside the range, each a sentence.
   *
   * @param naming what people read in the place of the name of a quantity
   */
  public List<String> notes(UnaryOperator<String> naming) {
    List<String> notes = new ArrayList<>();
    String bounds = names(naming, Parameter.Place.LOWER_BOUND, Parameter.Place.UPPER_BOUND);
    if (!bounds.isEmpty()) {
      notes.add(ModelWords.of("exactFit.bound", bounds));
    }
    String undetermined = names(naming, Parameter.Place.UNDETERMINED);
    if (!undetermined.isEmpty()) {
      notes.add(ModelWords.of("exactFit.flat", undetermined));
    }
    return notes;
  }

  private String names(UnaryOperator<String> naming, Parameter.Place... places) {
    return quantities.stream()
        .filter(q -> List.of(places).contains(q.place()))
        .map(
            q ->
                NumberWords.format("'%s' (%.4g", naming.apply(q.name()), q.value())
                    + (q.unit().isEmpty() ? ")" : " " + q.unit() + ")"))
        .collect(Collectors.joining(", "));
  }

  /** How the log-likelihood was counted, by its English name, as files have it. */
  public String convention() {
    String words = logLikelihood.convention().words();
    return diffuseTime.isEmpty() ? words : words + ", times counted in units of " + diffuseTime;
  }

  /**
   * The same as people read it.
   *
   * @param naming what they read in the place of the English name
   */
  public String convention(UnaryOperator<String> naming) {
    String words = naming.apply(logLikelihood.convention().words());
    return diffuseTime.isEmpty() ? words : ModelWords.of("exactFit.counted", words, diffuseTime);
  }

  /** Whether the values were transformed before anything else. */
  public boolean isTransformed() {
    return transformed.value() != logLikelihood.value();
  }
}
