package undercurrent.model.linear;

/**
 * What a block of steps adds to what later steps say: r = Φ' r + c, N = Φ' N Φ + M, from behind its
 * last update to behind the one before its first; the smoother's associative element.
 */
final class SmootherBlock {
  private final int n;
  private final double[] phi;
  private final double[] c;
  private final double[] m;

  /** The steps from … to-1, with from > 0 and after a diffuse start. */
  SmootherBlock(FilterResult filter, int from, int to) {
    LinearSystem system = filter.system();
    n = system.latentSize();
    int observed = system.observedSize();
    phi = new double[n * n];
    for (int i = 0; i < n; i++) phi[i * n + i] = 1;
    BackwardPass pass = new BackwardPass(filter);
    double[] work = new double[n * n];
    for (int t = to - 1; t >= from; t--) {
      pass.observe(t);
      for (int s = pass.rows().count - 1; s >= 0; s--) {
        take(pass.rows().row, s * n, filter.trace.gain, (t * observed + s) * n);
      }
      pass.back(t);
      Matrices.product(phi, 0, system.part(SystemPart.TRANSITION).at(t - 1), 0, work, n, n, n);
      System.arraycopy(work, 0, phi, 0, n * n);
    }
    c = pass.r[0];
    m = pass.information[0];
  }

  /** Φ = Φ (I - k h'). */
  private void take(double[] row, int h, double[] gain, int k) {
    for (int i = 0; i < n; i++) {
      double along = Matrices.dot(phi, i * n, gain, k, n);
      for (int l = 0; l < n; l++) phi[i * n + l] -= along * row[h + l];
    }
  }

  void apply(double[] r, double[] information) {
    double[] moved = new double[n];
    Matrices.transposedTimesVector(phi, r, moved, n, n);
    for (int i = 0; i < n; i++) r[i] = moved[i] + c[i];
    Matrices.transposedSandwich(phi, information, information, new double[n * n], n);
    for (int i = 0; i < n * n; i++) information[i] += m[i];
  }
}
