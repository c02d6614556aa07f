package undercurrent.model.switching;

import java.util.List;
import undercurrent.model.gaussian.Gaussian;
import undercurrent.model.gaussian.Mixture;

/**
 * What is believed at one step: which regime is at work, and where the state is if it is this one.
 *
 * @param probabilities [K]
 * @param states [K], one Gaussian for each regime
 */
public record RegimeEstimate(double[] probabilities, List<Gaussian> states) {
  /** Mean and covariance of the state, whatever the regime. */
  public Gaussian state() {
    return new Mixture(probabilities, states).collapsed();
  }
}
