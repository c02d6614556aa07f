package undercurrent.model.linear;

import java.util.Arrays;
import undercurrent.model.linear.FilterResult.DiffuseStep;

/**
 * What later observations say of the state, in motion from the last step to the first: r and N with
 * smoothed mean m + P r and covariance P - P N P, whether m and P are the predicted or the filtered
 * ones of the step (de Jong 1989; Durbin and Koopman 2012, 4.4 and 6.4). Nothing is inverted, so Q
 * and P may be singular. With a diffuse start r = r₀ + r₁/κ and N = N₀ + N₁/κ + N₂/κ² (5.3).
 */
final class BackwardPass {
  private final FilterResult filter;
  private final LinearSystem system;
  private final int n;
  private final int m;
  private final ScalarRows rows;
  private final double[] work;
  private final double[] left;
  private final double[] right;

  /** N₀, which does not depend on what was seen. */
  private final RestingMatrix rest;

  /** r₀, r₁ [n] and N₀, N₁, N₂ [n][n]; those with 1/κ are zero after the diffuse start. */
  final double[][] r;

  final double[][] information;

  BackwardPass(FilterResult filter) {
    this.filter = filter;
    system = filter.system();
    n = system.latentSize();
    m = system.observedSize();
    rows = new ScalarRows(system, filter.observations());
    work = new double[n * n];
    left = new double[n];
    right = new double[n];
    rest = new RestingMatrix(n * n);
    r = new double[2][n];
    information = new double[3][n * n];
  }

  ScalarRows rows() {
    return rows;
  }

  /** From the filtered state of step t to the predicted one: takes in what was seen at t. */
  void observe(int t) {
    boolean sameRows = rows.prepare(t);
    DiffuseStep diffuse = t < filter.trace.diffuse.length ? filter.trace.diffuse[t] : null;
    if (diffuse != null) rest.forget();
    else if (rest.finds(information[0], sameRows && hasGainsOfNext(t))) {
      for (int j = rows.count - 1; j >= 0; j--) turn(t, j, 0);
      rest.update(information[0]);
      return;
    }
    for (int j = rows.count - 1; j >= 0; j--) {
      if (diffuse == null) known(t, j, 1);
      else if (diffuse.wasDiffuse()[j]) fixing(t, j, diffuse);
      else known(t, j, 3);
    }
    if (diffuse == null) rest.keep(information[0]);
  }

  /** Whether k and f are those of the step after it, to the bit. */
  private boolean hasGainsOfNext(int t) {
    double[] f = filter.trace.variance;
    double[] k = filter.trace.gain;
    int at = t * m;
    int next = at + m;
    return next < f.length
        && Arrays.equals(f, at, next, f, next, next + m)
        && Arrays.equals(k, at * n, next * n, k, next * n, (next + m) * n);
  }

  /** r = h v / f + L' r, N = h h' / f + L' N L with L = I - k h'; those with 1/κ by L alone. */
  private void known(int t, int j, int orders) {
    for (int order = 0; order < Math.min(orders, 2); order++) turn(t, j, order);
    double f = filter.trace.variance[t * m + j];
    int k = (t * m + j) * n;
    for (int order = 0; order < orders; order++) {
      project(information[order], filter.trace.gain, k, j, order == 0 ? 1 / f : 0);
    }
  }

  /** r = h v / f + L' r. */
  private void turn(int t, int j, int order) {
    int at = t * m + j;
    double along = Matrices.dot(filter.trace.gain, at * n, r[order], 0, n);
    double own = filter.trace.innovation[at] / filter.trace.variance[at];
    double scale = (order == 0 ? own : 0) - along;
    for (int i = 0; i < n; i++) r[order][i] += rows.row[j * n + i] * scale;
  }

  /** N = L' N L + c h h': N - h w' - w h' + h h' (k' w + c) with w = N k. */
  private void project(double[] matrix, double[] gain, int k, int j, double c) {
    double along = c;
    for (int i = 0; i < n; i++) {
      left[i] = Matrices.dot(matrix, i * n, gain, k, n);
      along += gain[k + i] * left[i];
    }
    double[] h = rows.row;
    int at = j * n;
    for (int i = 0; i < n; i++) {
      double hi = h[at + i];
      double li = left[i] - along * hi;
      for (int l = 0; l <= i; l++) {
        double value = matrix[i * n + l] - hi * left[l] - li * h[at + l];
        matrix[i * n + l] = value;
        matrix[l * n + i] = value;
      }
    }
  }

  /**
   * The same for a scalar that fixed a diffuse direction, in powers of 1/κ, with L = L₀ + L₁/κ, L₀
   * = I - k h', L₁ = -k₁ h':
   *
   * <pre>
   *   r₁ = h v / F∞ + L₀' r₁ + L₁' r₀                      r₀ = L₀' r₀
   *   N₂ = -h h' f* / F∞² + L₀'N₂L₀ + L₀'N₁L₁ + L₁'N₁L₀ + L₁'N₀L₁
   *   N₁ = h h' / F∞ + L₀'N₁L₀ + L₀'N₀L₁ + L₁'N₀L₀         N₀ = L₀'N₀L₀
   * </pre>
   */
  private void fixing(int t, int j, DiffuseStep diffuse) {
    double[] secondGain = diffuse.secondGain();
    double v = filter.trace.innovation[t * m + j];
    double f = filter.trace.variance[t * m + j];
    int k = (t * m + j) * n;
    int k1 = j * n;
    double[] gain = filter.trace.gain;
    double scale1 =
        v / f - Matrices.dot(gain, k, r[1], 0, n) - Matrices.dot(secondGain, k1, r[0], 0, n);
    double scale0 = -Matrices.dot(gain, k, r[0], 0, n);
    for (int i = 0; i < n; i++) {
      r[1][i] += rows.row[j * n + i] * scale1;
      r[0][i] += rows.row[j * n + i] * scale0;
    }
    double square = quadratic(information[0], secondGain, k1);
    double finite = diffuse.finiteVariance()[j];
    cross(information[1], gain, k, secondGain, j);
    project(information[2], gain, k, j, square - finite / (f * f));
    addCross(information[2], j);
    cross(information[0], gain, k, secondGain, j);
    project(information[1], gain, k, j, 1 / f);
    addCross(information[1], j);
    project(information[0], gain, k, j, 0);
  }

  /** k₁' N k₁. */
  private double quadratic(double[] matrix, double[] gain, int k) {
    double sum = 0;
    for (int i = 0; i < n; i++) sum += gain[k + i] * Matrices.dot(matrix, i * n, gain, k, n);
    return sum;
  }

  /** right = L₀' N k₁ = N k₁ - h k' N k₁. */
  private void cross(double[] matrix, double[] gain, int k, double[] secondGain, int j) {
    for (int i = 0; i < n; i++) right[i] = Matrices.dot(matrix, i * n, secondGain, j * n, n);
    double along = Matrices.dot(gain, k, right, 0, n);
    for (int i = 0; i < n; i++) right[i] -= along * rows.row[j * n + i];
  }

  /** N += L₀' M L₁ + L₁' M L₀ = -(right h' + h right'). */
  private void addCross(double[] matrix, int j) {
    double[] h = rows.row;
    int at = j * n;
    for (int i = 0; i < n; i++) {
      for (int l = 0; l < n; l++) {
        matrix[i * n + l] -= right[i] * h[at + l] + h[at + i] * right[l];
      }
    }
  }

  /** From the predicted state of step t to the filtered one of step t-1: r = F' r, N = F' N F. */
  void back(int t) {
    double[] f = system.part(SystemPart.TRANSITION).at(t - 1);
    boolean diffuse = t <= filter.trace.diffuse.length;
    for (int order = 0; order < (diffuse ? 3 : 1); order++) {
      if (order < 2) {
        Matrices.transposedTimesVector(f, r[order], left, n, n);
        System.arraycopy(left, 0, r[order], 0, n);
      }
      boolean isMoved = order == 0 && rest.moves(information[0], f, f);
      if (!isMoved) Matrices.transposedSandwich(f, information[order], information[order], work, n);
    }
  }
}
