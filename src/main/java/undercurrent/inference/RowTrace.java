package undercurrent.inference;

import java.util.Optional;
import undercurrent.model.PathTrace;
import undercurrent.model.linear.KalmanStep;

/** How a model goes through one row of a series. */
public sealed interface RowTrace {
  /** A step of the exact filter, in the model's units. */
  record Linear(KalmanStep step) implements RowTrace {}

  /**
   * Particles, weighed by an observation.
   *
   * @param resampled whether they were chosen anew before they moved
   * @param states {@code [N][Z]}
   * @param before weights of p(zₜ|x₁:ₜ₋₁), {@code [N]}
   * @param after weights of p(zₜ|x₁:ₜ), {@code [N]}
   * @param logLikelihood log p̂(xₜ|x₁:ₜ₋₁) in nats
   */
  record Weighed(
      boolean resampled, double[][] states, double[] before, double[] after, double logLikelihood)
      implements RowTrace {}

  /** A path drawn from the inference network, in the model's units. */
  record Drawn(PathTrace path) implements RowTrace {}

  /**
   * What is believed before the observation and after it, where that is all there is to tell.
   *
   * @param level of the bands
   * @param predicted mean, lower and upper end of the latent state given x₁:ₜ₋₁, {@code [3][Z]}
   * @param filtered the same given x₁:ₜ
   */
  record Believed(double level, double[][] predicted, double[][] filtered) implements RowTrace {}

  /** From both estimates of a series; nothing of a model without a latent state. */
  static Optional<RowTrace> of(Estimator.Online online, int row) {
    if (online.filtered().latent().mean()[row].length == 0) return Optional.empty();
    return Optional.of(
        new Believed(
            online.filtered().level(),
            ends(online.predicted(), row),
            ends(online.filtered(), row)));
  }

  private static double[][] ends(Estimate estimate, int row) {
    Band latent = estimate.latent();
    return new double[][] {latent.mean()[row], latent.lower()[row], latent.upper()[row]};
  }
}
