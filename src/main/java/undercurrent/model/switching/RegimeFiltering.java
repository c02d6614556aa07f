package undercurrent.model.switching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import undercurrent.model.gaussian.Covariance;
import undercurrent.model.gaussian.Gaussian;
import undercurrent.model.gaussian.LogWeights;
import undercurrent.model.gaussian.Matrix;
import undercurrent.model.gaussian.Mixture;
import undercurrent.model.gaussian.MomentRule.Moments;
import undercurrent.model.gaussian.Vectors;

/**
 * The result of a regime filter at every step.
 *
 * @param predicted given x₁:ₜ₋₁ [T]
 * @param filtered given x₁:ₜ [T]
 * @param logLikelihoods log p(xₜ|x₁:ₜ₋₁) [T] as the filter approximates them
 */
public record RegimeFiltering(
    SwitchingModel model,
    List<RegimeEstimate> predicted,
    List<RegimeEstimate> filtered,
    double[] logLikelihoods) {

  /** What is believed of two steps when their regimes are known, and how likely those are. */
  interface Pairs {
    /**
     * Regime j at step t and k at the next one.
     *
     * @param weight P(sₜ=j, sₜ₊₁=k|x₁:T)
     * @param now p(zₜ|j, k, x₁:T)
     * @param next p(zₜ₊₁|k, x₁:T)
     * @param cross Cov[zₜ₊₁, zₜ]
     */
    void pair(int j, int k, double weight, Gaussian now, Gaussian next, Matrix cross);
  }

  /** log p(x₁:T) as the filter approximates it, in nats. */
  public double logLikelihood() {
    return Arrays.stream(logLikelihoods).sum();
  }

  /**
   * Regimes and states given x₁:T by expectation correction (Barber 2006): for every pair of
   * regimes one step of Rauch, Tung and Striebel, weighed by the probability of the pair and joined
   * again.
   *
   * <pre>
   *   P(sₜ=j, sₜ₊₁=k|x₁:T) ≈ P(sₜ₊₁=k|x₁:T) wⱼₖ / Σᵢ wᵢₖ
   *   wⱼₖ = P(sₜ=j|x₁:ₜ) Tⱼₖ N(mˢₜ₊₁; m⁻ⱼₖ, P⁻ⱼₖ)
   * </pre>
   *
   * The last factor is the density of the smoothed state at t+1 if regime k follows regime j.
   */
  public List<RegimeEstimate> smoothed() {
    return smoothed((j, k, weight, now, next, cross) -> {});
  }

  /** The same, with every pair of successive steps given to an observer. */
  List<RegimeEstimate> smoothed(Pairs pairs) {
    RegimeEstimate[] smoothed = filtered.toArray(RegimeEstimate[]::new);
    for (int t = smoothed.length - 2; t >= 0; t--) {
      smoothed[t] = before(t, smoothed[t + 1], pairs);
    }
    return List.of(smoothed);
  }

  private RegimeEstimate before(int t, RegimeEstimate after, Pairs observer) {
    RegimeEstimate now = filtered.get(t);
    int size = model.size();
    double[][] pairs = new double[size][size];
    Gaussian[][] looks = new Gaussian[size][size];
    Matrix[][] crosses = new Matrix[size][size];
    for (int k = 0; k < size; k++) {
      double[] weights = new double[size];
      for (int j = 0; j < size; j++) {
        Gaussian next = after.states().get(k);
        LookBack look = LookBack.of(model.move(k, t + 1, now.states().get(j)), next);
        looks[j][k] = look.from(now.states().get(j));
        // Cov[zₜ₊₁, zₜ|x₁:T] = Pˢ J'
        crosses[j][k] = next.covariance().matrix().timesTransposed(look.j());
        double prior = now.probabilities()[j] * model.transition()[j][k];
        weights[j] = Math.log(prior) + look.logDensity();
      }
      LogWeights.normalise(weights);
      for (int j = 0; j < size; j++) {
        pairs[j][k] = weights[j] * after.probabilities()[k];
        observer.pair(j, k, pairs[j][k], looks[j][k], after.states().get(k), crosses[j][k]);
      }
    }
    double[] shares = new double[size];
    List<Gaussian> states = new ArrayList<>();
    for (int j = 0; j < size; j++) {
      double share = Arrays.stream(pairs[j]).sum();
      double[] weights = Arrays.stream(pairs[j]).map(p -> p / share).toArray();
      shares[j] = share;
      states.add(
          share > 0 ? new Mixture(weights, List.of(looks[j])).collapsed() : now.states().get(j));
    }
    return new RegimeEstimate(shares, states);
  }

  /** One step of Rauch, Tung and Striebel: J = Cov[zₜ, zₜ₊₁] (P⁻)⁻¹, mˢ - m⁻ and Pˢ - P⁻. */
  private record LookBack(Matrix j, double[] shift, Matrix learned, double logDensity) {
    static LookBack of(Moments move, Gaussian after) {
      Covariance predicted = Covariance.of("P⁻", move.covariance());
      double[] shift = Vectors.minus(after.mean(), move.mean());
      return new LookBack(
          predicted.dividing(move.cross()),
          shift,
          after.covariance().matrix().minus(move.covariance()),
          predicted.logDensity(shift));
    }

    /** N(m + J (mˢ - m⁻), P + J (Pˢ - P⁻) J'). */
    Gaussian from(Gaussian now) {
      Matrix covariance = now.covariance().matrix().plus(j.times(learned).timesTransposed(j));
      return Gaussian.of(Vectors.plus(now.mean(), j.times(shift)), covariance.symmetrised());
    }
  }
}
