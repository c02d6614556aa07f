package undercurrent.model.linear;

import org.jspecify.annotations.Nullable;

/** What is known of the state at every step from the whole series x₁:T. */
public final class SmootherResult {
  private final FilterResult filter;
  final Moments smoothed;
  final double @Nullable [] lagOne;
  final boolean @Nullable [] diffuse;

  SmootherResult(FilterResult filter, boolean withLagOne) {
    this.filter = filter;
    int steps = filter.observations().steps();
    int n = filter.system().latentSize();
    smoothed = new Moments(steps, n);
    lagOne = withLagOne ? new double[Math.max(0, steps - 1) * n * n] : null;
    diffuse = filter.trace.diffuse.length == steps ? new boolean[steps * n] : null;
  }

  /** The filter it came from. */
  public FilterResult filter() {
    return filter;
  }

  /** Conditioned on x₁:T. */
  public Moments smoothed() {
    return smoothed;
  }

  /** [T][n]. */
  public double[][] smoothedMeans() {
    return smoothed.means();
  }

  /** Cov(zₜ₊₁, zₜ | x₁:T) into an array [n·n]. */
  void lagOne(int t, double[] to) {
    if (lagOne == null) throw new IllegalStateException("There are no lag-one covariances.");
    System.arraycopy(lagOne, t * to.length, to, 0, to.length);
  }

  /** Whether the whole series leaves the state infinitely uncertain in dimension i at step t. */
  public boolean isDiffuse(int t, int i) {
    if (diffuse != null) return diffuse[t * smoothed.size() + i];
    return filter.isInfinite(i, smoothed.variance(t, i));
  }
}
