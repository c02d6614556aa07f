package undercurrent.model.switching;

import java.util.Arrays;
import java.util.List;
import undercurrent.model.gaussian.Gaussian;
import undercurrent.model.gaussian.Mixture;
import undercurrent.model.switching.RaoBlackwellFilter.Particle;

/**
 * The particles of a Rao-Blackwellised filter at every step.
 *
 * @param regimes K
 */
public record RaoBlackwellFiltering(int regimes, List<Step> steps) {
  /**
   * One step.
   *
   * @param particles a regime and a Gaussian each
   * @param weights [N], summing to one
   * @param ancestors [N], the particle of the step before that each came from
   * @param shares [N][K], how likely each regime was to each particle before one was drawn
   * @param logLikelihood log p̂(xₜ|x₁:ₜ₋₁)
   */
  record Step(
      List<Particle> particles,
      double[] weights,
      int[] ancestors,
      double[][] shares,
      double logLikelihood) {}

  /** log p̂(x₁:T), in nats; low by about half its variance. */
  public double logLikelihood() {
    return steps.stream().mapToDouble(Step::logLikelihood).sum();
  }

  /** P(sₜ|x₁:ₜ) [T][K], averaged over what was possible and not only over what was drawn. */
  public double[][] filteredRegimes() {
    double[][] filtered = new double[steps.size()][regimes];
    for (int t = 0; t < filtered.length; t++) {
      Step step = steps.get(t);
      for (int i = 0; i < step.weights.length; i++) {
        for (int k = 0; k < regimes; k++) filtered[t][k] += step.weights[i] * step.shares[i][k];
      }
    }
    return filtered;
  }

  /** P(sₜ|x₁:T) [T][K] by following ancestors; long before the end few of them are different. */
  public double[][] smoothedRegimes() {
    double[][] smoothed = new double[steps.size()][regimes];
    double[] weights = steps.getLast().weights;
    int[] line = new int[weights.length];
    Arrays.setAll(line, i -> i);
    for (int t = smoothed.length - 1; t >= 0; t--) {
      Step step = steps.get(t);
      for (int i = 0; i < line.length; i++) {
        smoothed[t][step.particles.get(line[i]).regime()] += weights[i];
      }
      Arrays.setAll(line, i -> step.ancestors[line[i]]);
    }
    return smoothed;
  }

  /** Mean and covariance of zₜ given x₁:ₜ. */
  public Gaussian filteredState(int t) {
    Step step = steps.get(t);
    return new Mixture(step.weights, step.particles.stream().map(Particle::state).toList())
        .collapsed();
  }

  /** How many of the particles counted at each step [T]. */
  public double[] effectiveSizes() {
    return steps.stream()
        .mapToDouble(s -> 1 / Arrays.stream(s.weights).map(w -> w * w).sum())
        .toArray();
  }
}
