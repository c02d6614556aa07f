package undercurrent.model.optimized;

import java.util.List;
import undercurrent.model.gaussian.Covariance;
import undercurrent.model.gaussian.Matrix;
import undercurrent.model.gaussian.Vectors;

/**
 * An objective for a batch of series as a function of Q and R, with its exact gradient by going
 * back through the filter.
 *
 * <pre>
 *   forth  m⁻ = F m     e = x - H m⁻     m = m⁻ + K e
 *   back   ē = K' m̄ + ∂loss/∂e     m̄⁻ = m̄ - H' ē     K̄ = Σ m̄ e'     m̄ₜ₋₁ = F' m̄⁻ + ∂loss/∂mₜ₋₁
 * </pre>
 */
final class FilterLoss {
  private final Tracker tracker;
  private final TrainingObjective objective;
  private final Gains gains;
  private final Matrix[] byGain;
  private final Matrix[] byInnovation;
  private double sum;

  private FilterLoss(Tracker tracker, TrainingObjective objective, Noise noise, int longest) {
    this.tracker = tracker;
    this.objective = objective;
    int n = tracker.latentSize();
    int m = tracker.observedSize();
    gains = new Gains(tracker, noise, longest);
    byGain = new Matrix[longest];
    byInnovation = new Matrix[longest];
    java.util.Arrays.fill(byGain, Matrix.of(n, m, new double[n * m]));
    java.util.Arrays.fill(byInnovation, Matrix.of(m, m, new double[m * m]));
  }

  /**
   * A value, a mean over all filtered steps, and its gradient by Q and R.
   *
   * @param gradient symmetric matrices
   */
  record Result(double value, Noise gradient) {}

  static Result of(
      Tracker tracker, TrainingObjective objective, Noise noise, List<LabelledSeries> batch) {
    int longest = batch.stream().mapToInt(LabelledSeries::steps).max().orElse(0);
    int count = batch.stream().mapToInt(s -> s.steps() - 1).sum();
    FilterLoss loss = new FilterLoss(tracker, objective, noise, longest);
    for (LabelledSeries series : batch) loss.add(series);
    Noise total = loss.gains.gradient(loss.byGain, loss.byInnovation);
    Noise mean = new Noise(total.q().times(1.0 / count), total.r().times(1.0 / count));
    return new Result(loss.sum / count, mean);
  }

  private void add(LabelledSeries series) {
    int steps = series.steps();
    double[][] filtered = new double[steps][];
    double[][] e = new double[steps][];
    filtered[0] = tracker.start(series.observations()[0]);
    for (int t = 1; t < steps; t++) {
      double[] predicted = tracker.f().times(filtered[t - 1]);
      e[t] = Vectors.minus(series.observations()[t], tracker.h().times(predicted));
      filtered[t] = Vectors.plus(predicted, gains.gain[t].times(e[t]));
    }
    Matrix fBack = tracker.f().transposed();
    Matrix hBack = tracker.h().transposed();
    double[] byState = new double[tracker.latentSize()];
    for (int t = steps - 1; t > 0; t--) {
      byState = Vectors.plus(byState, stateGradient(filtered[t], series.states()[t]));
      byGain[t] = byGain[t].plus(outer(byState, e[t]));
      double[] byError =
          Vectors.plus(
              gains.gainBack[t].times(byState), errorGradient(e[t], gains.innovation[t], t));
      byState = fBack.times(Vectors.minus(byState, hBack.times(byError)));
    }
  }

  /** |H m - H z|², and 2 H' (H m - H z). */
  private double[] stateGradient(double[] filtered, double[] truth) {
    if (objective != TrainingObjective.STATE_ERROR) return new double[filtered.length];
    double[] gap = tracker.h().times(Vectors.minus(filtered, truth));
    for (double g : gap) sum += g * g;
    return Vectors.times(2, tracker.h().transposed().times(gap));
  }

  /** -log N(e; 0, S), S⁻¹ e, and by S ½ (S⁻¹ - S⁻¹ e e' S⁻¹). */
  private double[] errorGradient(double[] e, Covariance s, int t) {
    if (objective != TrainingObjective.LIKELIHOOD) return new double[e.length];
    sum -= s.logDensity(e);
    Matrix inverse = s.dividing(Matrix.identity(e.length));
    double[] weighed = inverse.times(e);
    Matrix byS = inverse.minus(outer(weighed, weighed)).times(0.5).symmetrised();
    byInnovation[t] = byInnovation[t].plus(byS);
    return weighed;
  }

  private static Matrix outer(double[] a, double[] b) {
    return Matrix.of(a.length, 1, a).timesTransposed(Matrix.of(b.length, 1, b));
  }
}
