package undercurrent.model.switching;

import java.util.Arrays;
import java.util.List;
import undercurrent.model.gaussian.Gaussian;

/** What the particles of a Rao-Blackwellised filter believed at every step. */
public record RaoBlackwellFiltering(SwitchingModel model, List<Step> steps) {
  /**
   * One step. What is believed averages over what was possible and not only over what was drawn.
   *
   * @param regimes [N], that each particle drew
   * @param weights [N], summing to one
   * @param ancestors [N], the particle of the step before that each came from
   * @param logLikelihood log p̂(xₜ|x₁:ₜ₋₁)
   */
  record Step(
      int[] regimes,
      double[] weights,
      int[] ancestors,
      double logLikelihood,
      RegimeEstimate predicted,
      RegimeEstimate filtered) {}

  /** log p̂(x₁:T), in nats; low by about half its variance. */
  public double logLikelihood() {
    return steps.stream().mapToDouble(Step::logLikelihood).sum();
  }

  /** The same beliefs with one Gaussian a regime, of the same moments; they can be smoothed. */
  public RegimeFiltering estimates() {
    return new RegimeFiltering(
        model,
        steps.stream().map(Step::predicted).toList(),
        steps.stream().map(Step::filtered).toList(),
        steps.stream().mapToDouble(Step::logLikelihood).toArray());
  }

  /** P(sₜ|x₁:ₜ) [T][K]. */
  public double[][] filteredRegimes() {
    return steps.stream().map(s -> s.filtered().probabilities()).toArray(double[][]::new);
  }

  /** P(sₜ|x₁:T) [T][K] by following ancestors; long before the end few of them are different. */
  public double[][] smoothedRegimes() {
    double[][] smoothed = new double[steps.size()][model.size()];
    double[] weights = steps.getLast().weights;
    int[] line = new int[weights.length];
    Arrays.setAll(line, i -> i);
    for (int t = smoothed.length - 1; t >= 0; t--) {
      Step step = steps.get(t);
      for (int i = 0; i < line.length; i++) smoothed[t][step.regimes[line[i]]] += weights[i];
      Arrays.setAll(line, i -> step.ancestors[line[i]]);
    }
    return smoothed;
  }

  /** Mean and covariance of zₜ given x₁:ₜ. */
  public Gaussian filteredState(int t) {
    return steps.get(t).filtered().state();
  }

  /** How many of the particles counted at each step [T]. */
  public double[] effectiveSizes() {
    return steps.stream()
        .mapToDouble(s -> 1 / Arrays.stream(s.weights).map(w -> w * w).sum())
        .toArray();
  }
}
