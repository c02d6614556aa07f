package undercurrent.model.linear;

import undercurrent.model.gaussian.Cholesky;

/**
 * The smoother of a diffuse start by augmentation (de Jong 1991; Durbin and Koopman 2012, 5.7):
 * with a start of m1 + A δ the smoothed means are ẑ + B δ and the innovations v + V δ, all from
 * filters whose start is known. Generalised least squares of the whole series gives δ, so that no
 * covariance is large anywhere:
 *
 * <pre>
 *   S = Σ V' V / f     δ̂ = -S⁻¹ Σ V' v / f     mean = ẑ + B δ̂     covariance = P̂ + B S⁻¹ B'
 * </pre>
 */
final class AugmentedSmoother {
  /** Of a pivot of S, whose diagonal is made 1: below it a direction is not fixed. */
  private static final double NOT_FIXED = 1e-10;

  private final NearlyDiffuse start;
  private final FilterResult filter;
  private final SmootherResult result;
  private final int n;
  private final int m;
  private final int q;

  /** B [T·n][q] and V [T·m][q]. */
  private final double[][] means;

  private final double[][] innovations;

  AugmentedSmoother(NearlyDiffuse start, FilterResult filter, SmootherResult result) {
    this.start = start;
    this.filter = filter;
    this.result = result;
    n = filter.system().latentSize();
    m = filter.system().observedSize();
    q = start.directions()[0].length;
    means = new double[q][];
    innovations = new double[q][];
  }

  /** Smooths the whole series, or gives false where it does not fix the start. */
  boolean run() {
    try {
      return augment();
    } catch (UnsoundException nothingUnknown) {
      // With a known start and no noise an observation has no variance.
      return false;
    }
  }

  private boolean augment() {
    SmootherResult known = smooth(-1);
    double[] v = known.filter().trace.innovation;
    double[] f = known.filter().trace.variance;
    for (int c = 0; c < q; c++) {
      SmootherResult moved = smooth(c);
      means[c] = difference(moved.smoothed.mean, known.smoothed.mean);
      innovations[c] = difference(moved.filter().trace.innovation, v);
    }
    double[] root = new double[q * q];
    double[] scale = new double[q];
    if (!factor(f, root, scale)) return false;
    // with S = D L L' D: δ = -D⁻¹ L'⁻¹ L⁻¹ D⁻¹ Σ V' v / f, and B S⁻¹ B' = W W' of W = B D⁻¹ L'⁻¹
    double[] delta = new double[q];
    for (int c = 0; c < q; c++) delta[c] = -weighted(innovations[c], v, f) / scale[c];
    forward(root, delta);
    spread(root, scale);
    System.arraycopy(known.smoothed.mean, 0, result.smoothed.mean, 0, means[0].length);
    for (int c = 0; c < q; c++) {
      for (int i = 0; i < means[c].length; i++) {
        result.smoothed.mean[i] += means[c][i] * delta[c];
      }
    }
    covariances(known);
    return true;
  }

  /** With a start at m1, or at m1 and one of the directions. */
  private SmootherResult smooth(int direction) {
    double[] mean = filter.system().part(SystemPart.INITIAL_MEAN).at(0).clone();
    if (direction >= 0) for (int i = 0; i < n; i++) mean[i] += start.directions()[i][direction];
    LinearSystem system = filter.system().startingAt(mean, start.known());
    FilterResult known = KalmanFilter.filter(system, filter.observations());
    return result.lagOne == null
        ? KalmanSmoother.smooth(known)
        : KalmanSmoother.smoothWithLagOne(known);
  }

  private static double[] difference(double[] a, double[] b) {
    double[] difference = new double[a.length];
    for (int i = 0; i < a.length; i++) difference[i] = a[i] - b[i];
    return difference;
  }

  /**
   * Σ a b / f of what was observed; a step without an observation leaves its places as they were.
   */
  private double weighted(double[] a, double[] b, double[] f) {
    double sum = 0;
    for (int t = 0; t < filter.observations().steps(); t++) {
      int count = filter.observations().count(t);
      for (int at = t * m; at < t * m + count; at++) sum += a[at] * b[at] / f[at];
    }
    return sum;
  }

  /** L and D of S = D L L' D. */
  private boolean factor(double[] f, double[] root, double[] scale) {
    for (int c = 0; c < q; c++) {
      scale[c] = Math.sqrt(weighted(innovations[c], innovations[c], f));
      if (!(scale[c] > 0)) return false;
    }
    double[] s = new double[q * q];
    for (int c = 0; c < q; c++) {
      for (int d = 0; d < q; d++) {
        s[c * q + d] = weighted(innovations[c], innovations[d], f) / (scale[c] * scale[d]);
      }
    }
    if (Cholesky.factor(s, 0, root, q, NOT_FIXED) >= 0) return false;
    for (int c = 0; c < q; c++) if (root[c * q + c] * root[c * q + c] < NOT_FIXED) return false;
    return true;
  }

  /** x ← L⁻¹ x. */
  private void forward(double[] root, double[] x) {
    for (int c = 0; c < q; c++) {
      for (int d = 0; d < c; d++) x[c] -= root[c * q + d] * x[d];
      x[c] /= root[c * q + c];
    }
  }

  /** B ← B D⁻¹ L'⁻¹, whose columns are those of B with a right factor that is upper triangular. */
  private void spread(double[] root, double[] scale) {
    for (int c = 0; c < q; c++) {
      for (int i = 0; i < means[c].length; i++) {
        double sum = means[c][i] / scale[c];
        for (int d = 0; d < c; d++) sum -= means[d][i] * root[c * q + d];
        means[c][i] = sum / root[c * q + c];
      }
    }
  }

  private void covariances(SmootherResult known) {
    int steps = filter.observations().steps();
    for (int t = 0; t < steps; t++) {
      add(known.smoothed.covariance, result.smoothed.covariance, t, t, t);
      if (result.lagOne != null && known.lagOne != null && t < steps - 1) {
        add(known.lagOne, result.lagOne, t, t + 1, t);
      }
    }
  }

  /** to = from + W of one step times W' of another. */
  private void add(double[] from, double[] to, int at, int left, int right) {
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        int place = (at * n + i) * n + j;
        double sum = from[place];
        for (int c = 0; c < q; c++) sum += means[c][left * n + i] * means[c][right * n + j];
        to[place] = sum;
      }
    }
  }
}
