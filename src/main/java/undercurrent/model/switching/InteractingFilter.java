package undercurrent.model.switching;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import undercurrent.math.Progress;
import undercurrent.model.gaussian.Conditioned;
import undercurrent.model.gaussian.Gaussian;
import undercurrent.model.gaussian.LogWeights;
import undercurrent.model.gaussian.Mixture;

/**
 * The interacting multiple model filter (Blom and Bar-Shalom 1988): K Kalman filters that, before
 * each step, exchange what they know by the probability that one regime follows another.
 *
 * <pre>
 *   cₖ = Σⱼ Tⱼₖ μⱼ           N(m⁰ₖ, P⁰ₖ) has the moments of Σⱼ (Tⱼₖ μⱼ / cₖ) N(mⱼ, Pⱼ)
 *   Λₖ = p(xₜ | regime k, from N(m⁰ₖ, P⁰ₖ))          μₖ ∝ cₖ Λₖ
 *   log p(xₜ|x₁:ₜ₋₁) ≈ log Σₖ cₖ Λₖ
 * </pre>
 */
public final class InteractingFilter {
  private InteractingFilter() {}

  /**
   * Filters a series.
   *
   * @param x [T][m], NaN where missing
   */
  public static RegimeFiltering filter(SwitchingModel model, double[][] x) {
    List<RegimeEstimate> predicted = new ArrayList<>();
    List<RegimeEstimate> filtered = new ArrayList<>();
    double[] logLikelihoods = new double[x.length];
    Progress progress = Progress.current();
    for (int t = 0; t < x.length; t++) {
      progress.at(t, x.length);
      RegimeEstimate before = t == 0 ? null : filtered.getLast();
      double[] c = before == null ? model.initial() : model.next(before.probabilities());
      double[] weights = new double[model.size()];
      List<Gaussian> ahead = new ArrayList<>();
      List<Gaussian> states = new ArrayList<>();
      for (int k = 0; k < weights.length; k++) {
        ahead.add(model.predict(k, t, mixed(model, before, k)));
        Conditioned now = model.update(k, t, ahead.get(k), x[t]);
        states.add(now.state());
        weights[k] = Math.log(c[k]) + now.logLikelihood();
      }
      logLikelihoods[t] = LogWeights.normalise(weights);
      predicted.add(new RegimeEstimate(c.clone(), ahead));
      filtered.add(new RegimeEstimate(weights, states));
    }
    return new RegimeFiltering(model, predicted, filtered, logLikelihoods);
  }

  /** N(m⁰ₖ, P⁰ₖ); where regime k cannot come next, the state as it is. */
  private static @Nullable Gaussian mixed(
      SwitchingModel model, @Nullable RegimeEstimate before, int k) {
    if (before == null) return null;
    double[] weights = before.probabilities().clone();
    double sum = 0;
    for (int j = 0; j < weights.length; j++) sum += weights[j] *= model.transition()[j][k];
    if (sum == 0) return before.state();
    for (int j = 0; j < weights.length; j++) weights[j] /= sum;
    return new Mixture(weights, before.states()).collapsed();
  }
}
