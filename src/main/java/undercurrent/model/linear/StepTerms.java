package undercurrent.model.linear;

import java.util.List;

/**
 * What each step adds to the log-likelihood of a series.
 *
 * @param terms log p(xₜ|x₁:ₜ₋₁) [T]; zero where nothing was seen
 * @param isOfEachBeginning whether a filter of the first steps alone would give the same numbers
 */
public record StepTerms(Observations seen, double[] terms, boolean isOfEachBeginning) {
  /** Those of independent systems over the same steps add up; [T]. */
  public static double[] sum(List<StepTerms> independent) {
    double[] sum = independent.getFirst().terms.clone();
    for (StepTerms other : independent.subList(1, independent.size())) {
      for (int t = 0; t < sum.length; t++) sum[t] += other.terms[t];
    }
    return sum;
  }
}
