package undercurrent.model.linear;

/** Products of covariances with the smoother's backward quantities r and N. */
final class SmootherProducts {
  private static final double RESOLVED = 1e-9;
  private final int n;
  private final BackwardPass pass;
  private final double[] work;
  private final double[] second;
  private final double[] infinite;
  final double[] out;

  SmootherProducts(int n, BackwardPass pass) {
    this.n = n;
    this.pass = pass;
    work = new double[n * n];
    second = new double[n * n];
    infinite = new double[n * n];
    out = new double[n * n];
  }

  /** out = P N P for symmetric P at {@code at}. */
  void quadratic(double[] p, int at, double[] information) {
    Matrices.product(p, at, information, 0, work, n, n, n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = Matrices.dot(work, i * n, p, at + j * n, n);
        out[i * n + j] = sum;
        out[j * n + i] = sum;
      }
    }
  }

  /**
   * What a diffuse start adds: P∞ r₁ to the mean and -P∞ N₁ P - P N₁ P∞ - P∞ N₂ P∞ to the
   * covariance, with P∞ = A A'; and whether P∞ - P∞ N₁ P∞ is left infinite.
   */
  void diffuse(double[] p, double[] a, int t, SmootherResult result) {
    Matrices.outer(a, infinite, n);
    double[] mean = result.smoothed.mean;
    for (int i = 0; i < n; i++) {
      mean[t * n + i] += Matrices.dot(infinite, i * n, pass.r[1], 0, n);
    }
    Matrices.product(infinite, 0, pass.information[1], 0, work, n, n, n);
    Matrices.product(work, 0, p, t * n * n, second, n, n, n);
    double[] covariance = result.smoothed.covariance;
    if (result.diffuse != null) {
      for (int i = 0; i < n; i++) {
        double left = infinite[i * n + i] - Matrices.dot(work, i * n, infinite, i * n, n);
        result.diffuse[t * n + i] = left > RESOLVED * infinite[i * n + i];
      }
    }
    quadratic(infinite, 0, pass.information[2]);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        covariance[(t * n + i) * n + j] -= out[i * n + j] + second[i * n + j] + second[j * n + i];
      }
    }
  }

  /** Cov(zₜ, zₜ₋₁ | x₁:T) = (I - P⁻ N) F P with P⁻ predicted for t and P filtered at t-1. */
  void lagOne(FilterResult filter, int t, double[] lagOne) {
    double[] f = filter.system().part(SystemPart.TRANSITION).at(t - 1);
    double[] predicted = filter.predicted.covariance;
    double[] filtered = filter.filtered.covariance;
    Matrices.product(f, 0, filtered, (t - 1) * n * n, second, n, n, n);
    System.arraycopy(second, 0, out, 0, n * n);
    subtract(predicted, t * n * n, pass.information[0]);
    if (t < filter.trace.diffuse.length) {
      // - P∞⁻ N₁ F P
      Matrices.outer(filter.trace.diffuse[t].predicted(), infinite, n);
      subtract(infinite, 0, pass.information[1]);
      // - P⁻ N₁ F P∞ - P∞⁻ N₂ F P∞
      double[] before = infinite.clone();
      Matrices.outer(filter.trace.diffuse[t - 1].filtered(), infinite, n);
      Matrices.product(f, 0, infinite, 0, second, n, n, n);
      subtract(predicted, t * n * n, pass.information[1]);
      subtract(before, 0, pass.information[2]);
    }
    System.arraycopy(out, 0, lagOne, (t - 1) * n * n, n * n);
  }

  /** out -= P N second. */
  private void subtract(double[] p, int at, double[] information) {
    Matrices.product(information, 0, second, 0, work, n, n, n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double sum = 0;
        for (int l = 0; l < n; l++) sum += p[at + i * n + l] * work[l * n + j];
        out[i * n + j] -= sum;
      }
    }
  }
}
