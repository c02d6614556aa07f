package undercurrent.model.switching;

import java.util.List;
import undercurrent.model.ModelWords;

/**
 * Learns a switching model by EM (Murphy 1998, Switching Kalman filters). The expectations are
 * those of the interacting filter and of expectation correction and not exact, which would need all
 * sequences of regimes; so an iteration may lose what it should gain. Such a one is not taken, and
 * ends the learning.
 *
 * <p>Regimes differ in how the state moves (F, b, Q); they share H, d, a diagonal R and the start.
 */
public final class SwitchingLearning {
  /** Converged when an iteration gains less than this, beside the log-likelihood. */
  private static final double TOLERANCE = 1e-6;

  private final List<double[][]> series;
  private SwitchingModel model;
  private List<RegimeFiltering> filtered;
  private boolean converged;

  /**
   * From a model.
   *
   * @param series [T][m] each, NaN where missing
   */
  public SwitchingLearning(SwitchingModel start, List<double[][]> series) {
    if (series.isEmpty()) throw new IllegalArgumentException(ModelWords.of("learning.noSeries"));
    this.series = List.copyOf(series);
    model = start;
    filtered = filtered(start);
  }

  /** Where a learning from the same series stood. */
  static SwitchingLearning at(SwitchingModel model, List<double[][]> series, boolean converged) {
    SwitchingLearning learning = new SwitchingLearning(model, series);
    learning.converged = converged;
    return learning;
  }

  private List<RegimeFiltering> filtered(SwitchingModel by) {
    return series.stream().map(x -> InteractingFilter.filter(by, x)).toList();
  }

  /** One iteration; none once it has converged. */
  public void step() {
    if (converged) return;
    SwitchingSums sums = new SwitchingSums(model);
    for (int i = 0; i < series.size(); i++) sums.add(filtered.get(i), series.get(i));
    SwitchingModel next = sums.model();
    List<RegimeFiltering> byNext = filtered(next);
    double before = logLikelihood();
    double gained = logLikelihood(byNext) - before;
    converged = !(gained > TOLERANCE * Math.abs(before));
    if (!(gained > 0)) return;
    model = next;
    filtered = byNext;
  }

  public boolean isConverged() {
    return converged;
  }

  /** The best so far. */
  public SwitchingModel model() {
    return model;
  }

  /** log p(x₁:T) of all series as the interacting filter approximates it, in nats. */
  public double logLikelihood() {
    return logLikelihood(filtered);
  }

  private static double logLikelihood(List<RegimeFiltering> filtered) {
    return filtered.stream().mapToDouble(RegimeFiltering::logLikelihood).sum();
  }
}
