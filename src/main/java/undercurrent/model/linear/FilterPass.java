package undercurrent.model.linear;

import org.jspecify.annotations.Nullable;

/**
 * The Kalman filter in motion: one mean m and covariance P, moved by {@link #update} and {@link
 * #predict}. Observed dimensions are taken one after another in Joseph form, so nothing is inverted
 * and P stays positive semi-definite; while the start is still diffuse, P + κ A A' with κ → ∞ is
 * followed by the columns of A that are left (Koopman and Durbin 2000). Allocates nothing a step.
 */
final class FilterPass {
  private static final double LOG_TWO_PI = Math.log(2 * Math.PI);

  /** A row of H that sees less than this of the diffuse directions sees rounding. */
  private static final double UNSEEN = 1e-11;

  /** An update that takes more than this off a variance costs P itself half of its digits. */
  private static final double HALF_THE_DIGITS = 1e8;

  /** A value that sees less than this of a direction fixes it with a very large variance. */
  private static final double HARDLY_SEEN = 1e-4;

  /** After that all updates together may take so much off a variance. */
  private static final double MOST_DIGITS = 1e10;

  /** A variance that is less than this of the parts that cancel in it is rounding. */
  private static final double ROUNDING = 0x1p-50;

  private final LinearSystem system;
  private final Observations seen;
  private final int n;
  private final double[] work;
  private final double[] seenDirections;
  private final double[] moved;
  private final double[] before;

  /** The largest variance of each dimension since a direction was hardly seen. */
  private final double[] largest;

  final ScalarRows rows;

  /** m [n]. */
  final double[] mean;

  /** P [n][n]. */
  final double[] covariance;

  /** A [n][q], of which the first {@link #diffuse} columns are left. */
  final double[] directions;

  private final int width;
  int diffuse;

  /** What the last update did, one row a scalar: v, f (of F∞ where that is not 0), k [n]. */
  final double[] innovation;

  final double[] innovationVariance;
  final double[] gain;

  /** Where F∞ ≠ 0: true, f* = h' P h + r, and k₁ = (P h - k f*) / F∞ [n]. */
  final boolean[] wasDiffuse;

  final double[] finiteVariance;

  final double[] secondGain;

  private final @Nullable SquareRoot root;

  /** P, which does not depend on what is seen. */
  private final RestingMatrix rest;

  private final double[] logVariance;

  /** Whether a value fixed a direction of a diffuse start that it hardly saw. */
  boolean hardlySeen;

  /** Whether P has lost half of its digits, which a more careful filter would not. */
  boolean isLossy;

  FilterPass(LinearSystem system, Observations seen) {
    this(system, seen, FilterForm.JOSEPH);
  }

  FilterPass(LinearSystem system, Observations seen, FilterForm form) {
    this.system = system;
    this.seen = seen;
    n = system.latentSize();
    int m = system.observedSize();
    rows = new ScalarRows(system, seen);
    work = new double[n * n];
    moved = new double[n];
    before = new double[n];
    largest = new double[n];
    mean = system.part(SystemPart.INITIAL_MEAN).at(0).clone();
    covariance = system.part(SystemPart.INITIAL_COVARIANCE).at(0).clone();
    root = form == FilterForm.SQUARE_ROOT ? new SquareRoot(covariance, n) : null;
    directions = system.diffuse().clone();
    width = system.diffuseSize();
    diffuse = width;
    seenDirections = new double[width];
    innovation = new double[m];
    innovationVariance = new double[m];
    logVariance = new double[m];
    rest = new RestingMatrix(n * n);
    gain = new double[m * n];
    wasDiffuse = new boolean[m];
    finiteVariance = new double[m];
    secondGain = new double[m * n];
  }

  /** Conditions on step t; gives its log-likelihood, without log 2π for what was diffuse. */
  double update(int t) {
    boolean sameRows = rows.prepare(t);
    boolean isPlain = diffuse == 0 && root == null;
    if (isPlain && rest.finds(covariance, sameRows)) return updateMean();
    double sum = 0;
    for (int j = 0; j < rows.count; j++) {
      double v = rows.value[j] - Matrices.dot(rows.row, j * n, mean, 0, n);
      innovation[j] = v;
      wasDiffuse[j] = diffuse > 0 && turnToSeen(j);
      sum += wasDiffuse[j] ? fixDirection(j, v) : condition(j, v, t);
    }
    if (root != null) root.square(covariance);
    if (isPlain) rest.keep(covariance);
    return sum;
  }

  /** Conditions with the gains and variances of the step before. */
  private double updateMean() {
    double sum = 0;
    for (int j = 0; j < rows.count; j++) {
      int h = j * n;
      double v = rows.value[j] - Matrices.dot(rows.row, h, mean, 0, n);
      innovation[j] = v;
      for (int i = 0; i < n; i++) mean[i] += gain[h + i] * v;
      sum += logLikelihood(j, v);
    }
    rest.update(covariance);
    return sum;
  }

  private double logLikelihood(int j, double v) {
    return -0.5 * (LOG_TWO_PI + logVariance[j] + v * v / innovationVariance[j]);
  }

  /** f = h' P h + r, k = P h / f. */
  private double condition(int j, double v, int t) {
    int h = j * n;
    double f = rows.variance[j] + times(h, gain);
    if (!(f > rounding(h)) || f == Double.POSITIVE_INFINITY) {
      isLossy = root == null && Double.isFinite(f);
      throw rows.unsound(j, t, f);
    }
    innovationVariance[j] = f;
    logVariance[j] = Math.log(f);
    for (int i = 0; i < n; i++) gain[h + i] /= f;
    joseph(j, v);
    return logLikelihood(j, v);
  }

  /** What h' P h may be wrong by: by Cauchy no part of the sum is above Σ hᵢ² pᵢᵢ. */
  private double rounding(int h) {
    double parts = 0;
    for (int i = 0; i < n; i++) {
      double hi = rows.row[h + i];
      parts += hi * hi * (root == null ? covariance[i * n + i] : root.variance(i));
    }
    // h' S is rounded before it is squared
    return parts * n * (root == null ? ROUNDING : n * ROUNDING * ROUNDING);
  }

  /** F∞ = (h' a)², k = a / (h' a) for the one direction a that h sees; which is then known. */
  private double fixDirection(int j, double v) {
    int h = j * n;
    double s = seenDirections[0];
    double f = rows.variance[j] + times(h, secondGain);
    for (int i = 0; i < n; i++) {
      gain[h + i] = directions[i * width] / s;
      secondGain[h + i] = (secondGain[h + i] - gain[h + i] * f) / (s * s);
    }
    dropFirstDirection();
    finiteVariance[j] = f;
    innovationVariance[j] = s * s;
    joseph(j, v);
    return -Math.log(Math.abs(s));
  }

  /** The largest error, squared, of predictions from a start at m1 alone; nothing is filtered. */
  double largestError() {
    double most = 0;
    for (int t = 0; t < seen.steps(); t++) {
      rows.prepare(t);
      for (int j = 0; j < rows.count; j++) {
        double error = rows.value[j] - Matrices.dot(rows.row, j * n, mean, 0, n);
        most = Math.max(most, error * error);
      }
      if (t < seen.steps() - 1) predictMean(t, system.part(SystemPart.TRANSITION).at(t));
    }
    return most;
  }

  /** How many directions of a diffuse start the series fixes; nothing else is filtered. */
  int fixedDirections() {
    for (int t = 0; t < seen.steps() && diffuse > 0; t++) {
      rows.prepare(t);
      for (int j = 0; j < rows.count && diffuse > 0; j++) if (turnToSeen(j)) dropFirstDirection();
      if (t < seen.steps() - 1) moveDirections(system.part(SystemPart.TRANSITION).at(t));
    }
    return width - diffuse;
  }

  private void dropFirstDirection() {
    for (int i = 0; i < n; i++) {
      for (int c = 1; c < diffuse; c++) directions[i * width + c - 1] = directions[i * width + c];
    }
    diffuse--;
  }

  private void moveDirections(double[] f) {
    Matrices.product(f, 0, directions, 0, work, n, n, width);
    System.arraycopy(work, 0, directions, 0, n * width);
  }

  /** h' P h, and P h into {@code to}. */
  private double times(int h, double[] to) {
    if (root != null) return root.times(rows.row, h, to, h);
    double square = 0;
    for (int i = 0; i < n; i++) {
      double sum = Matrices.dot(covariance, i * n, rows.row, h, n);
      to[h + i] = sum;
      square += rows.row[h + i] * sum;
    }
    return square;
  }

  /** m = m + k v; P = (I - k h') P (I - k h')' + r k k'. */
  private void joseph(int j, double v) {
    int h = j * n;
    double[] row = rows.row;
    for (int i = 0; i < n; i++) mean[i] += gain[h + i] * v;
    if (root != null) {
      root.update(gain, row, h, rows.variance[j]);
      return;
    }
    for (int i = 0; i < n; i++) before[i] = covariance[i * n + i];
    // P h, then (I - k h') P
    for (int i = 0; i < n; i++) moved[i] = Matrices.dot(covariance, i * n, row, h, n);
    for (int i = 0; i < n; i++) {
      double k = gain[h + i];
      for (int l = 0; l < n; l++) covariance[i * n + l] -= k * moved[l];
    }
    // ( … ) h, then ( … ) (I - h k') + r k k'
    double r = rows.variance[j];
    for (int i = 0; i < n; i++) {
      moved[i] = r * gain[h + i] - Matrices.dot(covariance, i * n, row, h, n);
    }
    for (int i = 0; i < n; i++) {
      for (int l = 0; l <= i; l++) {
        double p = covariance[i * n + l] + moved[i] * gain[h + l];
        double q = covariance[l * n + i] + moved[l] * gain[h + i];
        covariance[i * n + l] = covariance[l * n + i] = 0.5 * (p + q);
      }
    }
    if (r == 0) forget();
    for (int i = 0; i < n; i++) {
      double left = covariance[i * n + i];
      isLossy |= left > 0 && before[i] > HALF_THE_DIGITS * left;
      if (!hardlySeen) continue;
      largest[i] = Math.max(largest[i], left);
      isLossy |= left > 0 && largest[i] > MOST_DIGITS * left;
    }
  }

  /** What an observation without noise has fixed is known; what is left of its variance is not. */
  private void forget() {
    for (int i = 0; i < n; i++) {
      if (covariance[i * n + i] > n * ROUNDING * before[i]) continue;
      for (int l = 0; l < n; l++) covariance[i * n + l] = covariance[l * n + i] = 0;
    }
  }

  /** Turns A so that h sees its first column alone; whether it sees any (Householder). */
  private boolean turnToSeen(int j) {
    int h = j * n;
    double[] c = seenDirections;
    double norm = 0;
    double size = 0;
    for (int q = 0; q < diffuse; q++) {
      c[q] = 0;
      for (int i = 0; i < n; i++) {
        double a = directions[i * width + q];
        c[q] += a * rows.row[h + i];
        size += a * a;
      }
      norm += c[q] * c[q];
    }
    norm = Math.sqrt(norm);
    double length = Math.sqrt(size * Matrices.dot(rows.row, h, rows.row, h, n));
    if (norm <= UNSEEN * length) return false;
    hardlySeen |= norm < HARDLY_SEEN * length;
    // A ← A (I - 2 u u' / u'u), u = c + sign(c₁) |c| e₁
    double first = c[0] >= 0 ? norm : -norm;
    c[0] += first;
    double square = 2 * (norm * norm + Math.abs(first * (c[0] - first)));
    for (int i = 0; i < n; i++) {
      double along = 0;
      for (int q = 0; q < diffuse; q++) along += directions[i * width + q] * c[q];
      along *= 2 / square;
      for (int q = 0; q < diffuse; q++) directions[i * width + q] -= along * c[q];
    }
    c[0] = -first;
    return true;
  }

  /** m = F m + B u + b, P = F P F' + Q, A = F A, from step t to the next. */
  void predict(int t) {
    double[] f = system.part(SystemPart.TRANSITION).at(t);
    predictMean(t, f);
    double[] q = system.part(SystemPart.TRANSITION_NOISE).at(t);
    if (rest.moves(covariance, f, q)) return;
    if (root != null) {
      root.predict(f, q, t);
      root.square(covariance);
    } else {
      Matrices.sandwich(f, covariance, covariance, work, n);
      for (int i = 0; i < n * n; i++) covariance[i] += q[i];
    }
    if (diffuse > 0) moveDirections(f);
  }

  private void predictMean(int t, double[] f) {
    Matrices.timesVector(f, mean, 0, moved, n, n);
    double[] offset = system.part(SystemPart.TRANSITION_OFFSET).at(t);
    int k = system.inputSize();
    double[] input = system.part(SystemPart.TRANSITION_INPUT).at(t);
    for (int i = 0; i < n; i++) {
      mean[i] = moved[i] + offset[i];
      if (k > 0) mean[i] += Matrices.dot(input, i * k, seen.inputs(), t * k, k);
    }
  }
}
