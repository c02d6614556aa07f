package undercurrent.model.linear;

import undercurrent.math.Progress;

/**
 * The fixed-interval smoother for a filtered series, exact for a diffuse start too. Equal to the
 * Rauch-Tung-Striebel smoother where that exists; it inverts no covariance, but for that smoother
 * itself where the filter needed its square-root form.
 */
public final class KalmanSmoother {
  private final FilterResult filter;
  final SmootherResult result;
  final BackwardPass pass;
  private final SmootherProducts blend;
  private final int n;

  KalmanSmoother(FilterResult filter, boolean withLagOne) {
    this(filter, new SmootherResult(filter, withLagOne));
  }

  /** Into a result that others write to as well. */
  KalmanSmoother(FilterResult filter, SmootherResult result) {
    this.filter = filter;
    n = filter.system().latentSize();
    this.result = result;
    pass = new BackwardPass(filter);
    blend = new SmootherProducts(n, pass);
  }

  /** Filters and smooths. */
  public static SmootherResult smooth(LinearSystem system, Observations seen) {
    return smooth(KalmanFilter.filter(system, seen));
  }

  /** Smoothed means and covariances. */
  public static SmootherResult smooth(FilterResult filter) {
    return smooth(filter, Progress.current());
  }

  /** The same, telling how far it is. */
  public static SmootherResult smooth(FilterResult filter, Progress progress) {
    return new KalmanSmoother(filter, false).run(progress);
  }

  /** With the covariances of each state with the one before it. */
  public static SmootherResult smoothWithLagOne(FilterResult filter) {
    return new KalmanSmoother(filter, true).run(Progress.current());
  }

  private SmootherResult run(Progress progress) {
    if (filter.isLossy && careful()) {
      progress.at(filter.observations().steps(), filter.observations().steps());
      return result;
    }
    run(0, filter.observations().steps(), progress);
    return result;
  }

  private boolean careful() {
    if (filter.start().map(s -> new AugmentedSmoother(s, filter, result).run()).orElse(false)) {
      return true;
    }
    return filter.trace.diffuse.length == 0 && new GainSmoother(filter, result).run();
  }

  /** The steps to-1 … from, the pass holding what the steps from {@code to} on say. */
  void run(int from, int to, Progress progress) {
    for (int t = to - 1; t >= from; t--) {
      smooth(t);
      if (t > 0) {
        pass.observe(t);
        if (result.lagOne != null) blend.lagOne(filter, t, result.lagOne);
        pass.back(t);
      }
      if (t % KalmanFilter.REPORT_EVERY == 1) progress.at(to - t, to - from);
    }
    progress.at(to - from, to - from);
  }

  /** m + P r and P - P N P, with the terms of a diffuse start where it still is. */
  void smooth(int t) {
    double[] mean = result.smoothed.mean;
    double[] covariance = result.smoothed.covariance;
    Moments from = filter.filtered;
    for (int i = 0; i < n; i++) {
      int row = (t * n + i) * n;
      mean[t * n + i] = from.mean[t * n + i] + Matrices.dot(from.covariance, row, pass.r[0], 0, n);
    }
    blend.quadratic(from.covariance, t * n * n, pass.information[0]);
    for (int i = 0; i < n * n; i++) {
      covariance[t * n * n + i] = from.covariance[t * n * n + i] - blend.out[i];
    }
    if (t < filter.trace.diffuse.length) {
      blend.diffuse(from.covariance, filter.trace.diffuse[t].filtered(), t, result);
    }
  }
}
