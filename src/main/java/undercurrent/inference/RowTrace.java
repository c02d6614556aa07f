package undercurrent.inference;

import java.util.Arrays;
import java.util.Optional;
import undercurrent.math.StandardNormal;
import undercurrent.model.PathTrace;
import undercurrent.model.linear.KalmanStep;
import undercurrent.model.particle.ParticleFilter;

/** How a model computes the state at one row of a series. */
public sealed interface RowTrace {
  /**
   * Means and standard deviations of the latent state before the observation and after it.
   *
   * @param prior {@code [2][Z]}
   * @param posterior {@code [2][Z]}
   */
  record Change(double[][] prior, double[][] posterior) {}

  /** Both distributions, where each dimension has one normal distribution before and after. */
  Optional<Change> change();

  /**
   * A step of the exact filter, in the model's units.
   *
   * @param letter what equations call what the filter observes
   */
  record Linear(KalmanStep step, String letter) implements RowTrace {
    /** Of observations of the series. */
    public Linear(KalmanStep step) {
      this(step, "x");
    }

    @Override
    public Optional<Change> change() {
      return Optional.of(
          new Change(
              new double[][] {step.predicted(), deviations(step.predictedCovariance())},
              new double[][] {step.filtered(), deviations(step.filteredCovariance())}));
    }

    private static double[] deviations(double[][] covariance) {
      double[] deviations = new double[covariance.length];
      Arrays.setAll(deviations, i -> Math.sqrt(covariance[i][i]));
      return deviations;
    }
  }

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
      implements RowTrace {
    /** How many particles count before the observation. */
    public double effectiveBefore() {
      return ParticleFilter.effectiveSize(before);
    }

    /** How many particles count after it. */
    public double effectiveAfter() {
      return ParticleFilter.effectiveSize(after);
    }

    @Override
    public Optional<Change> change() {
      return Optional.empty();
    }
  }

  /** A path drawn from the inference network, in the model's units. */
  record Drawn(PathTrace path) implements RowTrace {
    @Override
    public Optional<Change> change() {
      return Optional.of(
          new Change(
              new double[][] {path.priorMean(), path.priorSd()},
              new double[][] {path.posteriorMean(), path.posteriorSd()}));
    }
  }

  /**
   * Distributions of the state before the observation and after it, where nothing else is known.
   *
   * @param level of the bands
   * @param predicted mean, lower and upper end of the latent state given x₁:ₜ₋₁, {@code [3][Z]}
   * @param filtered the same given x₁:ₜ
   */
  record Believed(double level, double[][] predicted, double[][] filtered) implements RowTrace {
    @Override
    public Optional<Change> change() {
      return Optional.of(new Change(normal(predicted), normal(filtered)));
    }

    private double[][] normal(double[][] ends) {
      double reach = 2 * StandardNormal.quantile((1 + level) / 2);
      double[] deviations = new double[ends[0].length];
      Arrays.setAll(deviations, d -> (ends[2][d] - ends[1][d]) / reach);
      return new double[][] {ends[0], deviations};
    }
  }

  /** From both estimates of a series; nothing of a model without a latent state. */
  static Optional<RowTrace> of(Estimator.Online online, int row) {
    if (online.filtered().latent().size() == 0) return Optional.empty();
    return Optional.of(
        new Believed(
            online.filtered().level(),
            ends(online.predicted(), row),
            ends(online.filtered(), row)));
  }

  private static double[][] ends(Estimate estimate, int row) {
    Band latent = estimate.latent();
    return new double[][] {
      latent.mean().row(row), latent.lower().row(row), latent.upper().row(row)
    };
  }
}
