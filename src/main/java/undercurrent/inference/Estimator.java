package undercurrent.inference;

import undercurrent.model.SequenceModel;
import undercurrent.series.Dataset;

/** Placeholder while it is built: the signatures stand. Not thread-safe. */
public final class Estimator {
  public Estimator(SequenceModel model, Dataset data, long seed) {}

  /** The band's level for what is asked next; 0.9 at the start. */
  public Estimator level(double level) {
    return this;
  }

  /** How many sample paths or particles are used; more is smoother and slower. */
  public Estimator paths(int paths) {
    return this;
  }

  /** p(zₜ, xₜ | x₁:ₜ) for a whole series. */
  public Estimate filtered(int series) {
    throw new UnsupportedOperationException();
  }

  /** p(zₜ, xₜ | x₁:T) for a whole series. */
  public Estimate smoothed(int series) {
    throw new UnsupportedOperationException();
  }

  /** p(zₜ, xₜ | x₁:ₜ₋₁) for a whole series. */
  public Estimate predicted(int series) {
    throw new UnsupportedOperationException();
  }

  /** p(x | x₁:seen) for the {@code horizon} rows after the first {@code seen} of a series. */
  public Estimate forecast(int series, int seen, int horizon) {
    throw new UnsupportedOperationException();
  }
}
