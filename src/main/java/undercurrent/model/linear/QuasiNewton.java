package undercurrent.model.linear;

import java.util.Arrays;
import undercurrent.model.FitState;

/**
 * Minimises a smooth function by BFGS with a line search for the weak Wolfe conditions (Nocedal and
 * Wright 2006, 6.1; Lewis and Overton 2013), one iteration a {@link #step}.
 */
final class QuasiNewton {
  /** The value, and the gradient into the array; +∞ where the function is not defined. */
  interface Objective {
    double at(double[] x, double[] gradient);
  }

  private static final double DECREASE = 1e-4;
  private static final double CURVATURE = 0.9;
  private static final int TRIALS = 60;

  private final Objective objective;
  private final double tolerance;
  private final int n;
  private double[] x;
  private double[] gradient;
  private double value;
  private final double[] inverse;
  private boolean fresh = true;
  private boolean converged;

  QuasiNewton(Objective objective, double[] start, double tolerance) {
    double[] slopes = new double[start.length];
    double there = objective.at(start.clone(), slopes);
    this(objective, start, there, slopes, tolerance);
  }

  /** From where the value and the gradient are known. */
  QuasiNewton(
      Objective objective, double[] start, double value, double[] gradient, double tolerance) {
    this.objective = objective;
    this.tolerance = tolerance;
    n = start.length;
    x = start.clone();
    this.gradient = gradient;
    this.value = value;
    inverse = new double[n * n];
    identity(1 / Math.max(1, largest(gradient)));
    converged = n == 0 || isFlat();
  }

  /** Goes on where one of the same objective stood. */
  QuasiNewton(Objective objective, int size, double tolerance, FitState from) {
    this.objective = objective;
    this.tolerance = tolerance;
    n = size;
    x = from.next(n);
    gradient = from.next(n);
    value = from.next();
    inverse = from.next(n * n);
    fresh = from.nextBoolean();
    converged = from.nextBoolean();
  }

  double[] x() {
    return x.clone();
  }

  double value() {
    return value;
  }

  boolean isConverged() {
    return converged;
  }

  void write(FitState to) {
    to.put(x).put(gradient).put(value).put(inverse).put(fresh).put(converged);
  }

  void step() {
    if (converged) return;
    double[] direction = new double[n];
    Matrices.timesVector(inverse, gradient, 0, direction, n, n);
    for (int i = 0; i < n; i++) direction[i] = -direction[i];
    if (!(Matrices.dot(gradient, 0, direction, 0, n) < 0) || !search(direction)) restart();
  }

  /**
   * Goes to a point along the direction that is low enough and no longer steep, if there is one.
   */
  private boolean search(double[] direction) {
    double slope = Matrices.dot(gradient, 0, direction, 0, n);
    double[] trial = new double[n];
    double[] trialGradient = new double[n];
    double low = 0;
    double high = Double.POSITIVE_INFINITY;
    double length = 1;
    for (int i = 0; i < TRIALS; i++) {
      double at = along(direction, length, trial, trialGradient);
      if (!(at <= value + DECREASE * length * slope)) {
        high = length;
      } else if (Matrices.dot(trialGradient, 0, direction, 0, n) >= CURVATURE * slope) {
        accept(trial, trialGradient, at);
        return true;
      } else {
        low = length;
      }
      length = high < Double.POSITIVE_INFINITY ? (low + high) / 2 : 2 * low;
    }
    if (low == 0) return false;
    accept(trial, trialGradient, along(direction, low, trial, trialGradient));
    return true;
  }

  private double along(double[] direction, double length, double[] to, double[] toGradient) {
    for (int j = 0; j < n; j++) to[j] = x[j] + length * direction[j];
    return objective.at(to, toGradient);
  }

  private void accept(double[] trial, double[] trialGradient, double at) {
    double gained = value - at;
    update(trial, trialGradient);
    x = trial;
    gradient = trialGradient;
    value = at;
    converged = isFlat() || gained <= 1e-13 * Math.abs(value);
  }

  /** No way down along this direction: try the gradient once, then this is the bottom. */
  private void restart() {
    if (fresh) converged = true;
    identity(1 / Math.max(1, largest(gradient)));
    fresh = true;
  }

  /** B ← (I - ρ s y') B (I - ρ y s') + ρ s s' with ρ = 1 / y's. */
  private void update(double[] trial, double[] trialGradient) {
    double[] s = new double[n];
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      s[i] = trial[i] - x[i];
      y[i] = trialGradient[i] - gradient[i];
    }
    double ys = Matrices.dot(y, 0, s, 0, n);
    double yy = Matrices.dot(y, 0, y, 0, n);
    if (!(ys > 1e-14 * Math.sqrt(yy))) return;
    if (fresh) identity(ys / yy);
    fresh = false;
    double[] by = new double[n];
    Matrices.timesVector(inverse, y, 0, by, n, n);
    double scale = (1 + Matrices.dot(y, 0, by, 0, n) / ys) / ys;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        inverse[i * n + j] += scale * s[i] * s[j] - (by[i] * s[j] + s[i] * by[j]) / ys;
      }
    }
  }

  private void identity(double scale) {
    Arrays.fill(inverse, 0);
    for (int i = 0; i < n; i++) inverse[i * n + i] = scale;
  }

  private boolean isFlat() {
    return largest(gradient) <= tolerance * Math.max(1, Math.abs(value));
  }

  private static double largest(double[] values) {
    double largest = 0;
    for (double v : values) largest = Math.max(largest, Math.abs(v));
    return largest;
  }
}
