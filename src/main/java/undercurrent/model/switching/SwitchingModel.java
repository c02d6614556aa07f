package undercurrent.model.switching;

import java.util.List;
import org.jspecify.annotations.Nullable;
import undercurrent.model.ModelWords;
import undercurrent.model.gaussian.Conditioned;
import undercurrent.model.gaussian.Gaussian;
import undercurrent.model.gaussian.Linearisation;
import undercurrent.model.gaussian.MomentRule;
import undercurrent.model.gaussian.MomentRule.Moments;
import undercurrent.model.linear.LinearSystem;
import undercurrent.model.nonlinear.LinearModel;

/**
 * A switching linear-Gaussian model (Ghahramani and Hinton 2000):
 *
 * <pre>
 *   s₁ ~ π       sₜ ~ T[sₜ₋₁]
 *   z₁ ~ N(m₁, P₁) of s₁     zₜ = F zₜ₋₁ + b + N(0, Q) of sₜ     xₜ = H zₜ + d + N(0, R) of sₜ
 * </pre>
 *
 * @param regimes the K systems, of the same sizes
 * @param initial π [K]
 * @param transition T [K][K], a row for each regime that is left
 */
public record SwitchingModel(List<LinearModel> regimes, double[] initial, double[][] transition) {
  /** Exact for a linear system, as every rule is. */
  private static final MomentRule RULE = new Linearisation();

  public SwitchingModel {
    int k = regimes.size();
    requireShares(ModelWords.of("switchingModel.initial"), initial, k);
    if (transition.length != k) {
      throw new IllegalArgumentException(
          ModelWords.of("switchingModel.transition", transition.length, k));
    }
    for (int i = 0; i < k; i++) {
      requireShares(ModelWords.of("switchingModel.row", i + 1), transition[i], k);
      LinearSystem system = regimes.get(i).system();
      LinearSystem first = regimes.getFirst().system();
      if (system.latentSize() != first.latentSize()
          || system.observedSize() != first.observedSize()) {
        throw new IllegalArgumentException(ModelWords.of("switchingModel.sizes", i + 1));
      }
    }
  }

  private static void requireShares(String what, double[] shares, int count) {
    double sum = 0;
    for (double share : shares) sum += share < 0 ? Double.NaN : share;
    if (shares.length == count && Math.abs(sum - 1) < 1e-9) return;
    throw new IllegalArgumentException(ModelWords.of("switchingModel.shares", what, count));
  }

  public static SwitchingModel of(
      List<LinearSystem> regimes, double[] initial, double[][] transition) {
    return new SwitchingModel(regimes.stream().map(LinearModel::new).toList(), initial, transition);
  }

  /** K. */
  public int size() {
    return regimes.size();
  }

  /** p(sₜ) given the probabilities [K] of sₜ₋₁: Σⱼ pⱼ Tⱼₖ. */
  double[] next(double[] shares) {
    double[] next = new double[size()];
    for (int j = 0; j < next.length; j++) {
      for (int k = 0; k < next.length; k++) next[k] += shares[j] * transition[j][k];
    }
    return next;
  }

  /** Moments of (zₜ₋₁, zₜ) when regime k leads into step t. */
  Moments move(int k, int t, Gaussian before) {
    return RULE.of(before, regimes.get(k).transition(t));
  }

  /**
   * One step of the Kalman filter of regime k: p(zₜ|x₁:ₜ) and log p(xₜ|x₁:ₜ₋₁).
   *
   * @param before p(zₜ₋₁|x₁:ₜ₋₁), or null at the first step
   */
  Conditioned step(int k, int t, @Nullable Gaussian before, double[] x) {
    return update(k, t, predict(k, t, before), x);
  }

  /** p(zₜ|x₁:ₜ₋₁) when regime k is at work at step t; without a state before, its first one. */
  Gaussian predict(int k, int t, @Nullable Gaussian before) {
    if (before == null) return regimes.get(k).prior();
    Moments move = move(k, t, before);
    return Gaussian.of(move.mean(), move.covariance());
  }

  /** Bayes' rule for what regime k lets be seen at step t. */
  Conditioned update(int k, int t, Gaussian predicted, double[] x) {
    try {
      return Conditioned.on(x, regimes.get(k).emission(t), predicted, RULE);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          ModelWords.of("switchingModel.step", t + 1, k + 1, String.valueOf(e.getMessage())), e);
    }
  }

  /** Mean and covariance of xₜ, noise included, when regime k is at work and the state is this. */
  public Moments emitted(int k, int t, Gaussian state) {
    return RULE.of(state, regimes.get(k).emission(t));
  }
}
