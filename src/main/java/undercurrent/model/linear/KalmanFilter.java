package undercurrent.model.linear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import undercurrent.math.Progress;
import undercurrent.model.linear.FilterResult.DiffuseStep;

/** The Kalman filter over a whole series; O(T n³) time, and memory only for what is given back. */
public final class KalmanFilter {
  static final int REPORT_EVERY = 4096;

  private KalmanFilter() {}

  /**
   * Predicted and filtered states and the log-likelihood of each step: in Joseph form, and where
   * that would cost half of the digits, in square-root form and with a start that is {@link
   * NearlyDiffuse} in place of an exactly diffuse one.
   */
  public static FilterResult filter(LinearSystem system, Observations seen) {
    system.require(seen);
    FilterPass pass = new FilterPass(system, seen);
    FilterResult result = new FilterResult(system, seen);
    try {
      run(pass, result, 0, seen.steps(), Progress.current());
      if (!pass.isLossy) return result;
    } catch (IllegalArgumentException unsound) {
      if (!pass.isLossy) throw unsound;
    }
    return careful(system, seen, pass.hardlySeen);
  }

  private static FilterResult careful(LinearSystem system, Observations seen, boolean hardlySeen) {
    if (!hardlySeen) return careful(new FilterResult(system, seen));
    NearlyDiffuse start = new NearlyDiffuse(system, seen);
    FilterResult careful = careful(new FilterResult(start, seen));
    careful.countFixing(start.fixed());
    careful.logLikelihoods[0] += start.correction();
    return careful;
  }

  private static FilterResult careful(FilterResult to) {
    Observations seen = to.observations();
    FilterPass pass = new FilterPass(to.system(), seen, FilterForm.SQUARE_ROOT);
    run(pass, to, 0, seen.steps(), Progress.current());
    to.isLossy = true;
    return to;
  }

  /** The same in one form, telling how far it is. */
  public static FilterResult filter(
      LinearSystem system, Observations seen, FilterForm form, Progress progress) {
    system.require(seen);
    FilterResult result = new FilterResult(system, seen);
    run(new FilterPass(system, seen, form), result, 0, seen.steps(), progress);
    return result;
  }

  /** The steps from … to-1, the pass standing before the update of the first. */
  static void run(FilterPass pass, FilterResult result, int from, int to, Progress progress) {
    List<DiffuseStep> diffuse = new ArrayList<>();
    for (int t = from; t < to; t++) {
      boolean wasDiffuse = pass.diffuse > 0;
      double[] before = wasDiffuse ? left(pass) : pass.directions;
      keep(pass, result.predicted, t);
      result.logLikelihoods[t] = pass.update(t);
      keep(pass, result.filtered, t);
      keep(pass, result.trace, t);
      if (wasDiffuse) diffuse.add(diffuseStep(pass, before, result));
      if (t < to - 1) pass.predict(t);
      if (t % REPORT_EVERY == REPORT_EVERY - 1) progress.at(t + 1 - from, to - from);
    }
    if (from == 0) result.trace.diffuse = diffuse.toArray(DiffuseStep[]::new);
    progress.at(to - from, to - from);
  }

  /** Whether the Joseph form goes through a series without losing half of the digits. */
  static boolean isSound(LinearSystem system, Observations seen) {
    system.require(seen);
    FilterPass pass = new FilterPass(system, seen);
    try {
      var unused = logLikelihood(pass, system, seen);
    } catch (IllegalArgumentException unsound) {
      return false;
    }
    return !pass.isLossy;
  }

  /** The log-likelihood alone, in memory that does not grow with the series. */
  public static LogLikelihood logLikelihood(LinearSystem system, Observations seen) {
    system.require(seen);
    FilterPass pass = new FilterPass(system, seen);
    try {
      LogLikelihood found = logLikelihood(pass, system, seen);
      if (!pass.isLossy) return found;
    } catch (IllegalArgumentException unsound) {
      if (!pass.isLossy) throw unsound;
    }
    return careful(system, seen, pass.hardlySeen).logLikelihood();
  }

  private static LogLikelihood logLikelihood(
      FilterPass pass, LinearSystem system, Observations seen) {
    double[] sum = new double[1];
    run(pass, seen.steps(), (t, term) -> sum[0] += term);
    return LogLikelihoods.of(system, seen.count(), system.diffuseSize() - pass.diffuse, sum[0]);
  }

  /** What each step adds to the log-likelihood, in memory for that alone. */
  public static StepTerms terms(LinearSystem system, Observations seen) {
    system.require(seen);
    FilterPass pass = new FilterPass(system, seen);
    double[] terms = new double[seen.steps()];
    try {
      run(pass, seen.steps(), (t, term) -> terms[t] = term);
      if (!pass.isLossy) return new StepTerms(seen, terms, true);
    } catch (IllegalArgumentException unsound) {
      if (!pass.isLossy) throw unsound;
    }
    return careful(system, seen, pass.hardlySeen).terms();
  }

  /** Takes what a step adds to the log-likelihood. */
  @FunctionalInterface
  private interface TermTaker {
    void take(int t, double term);
  }

  private static void run(FilterPass pass, int steps, TermTaker taker) {
    Progress progress = Progress.current();
    for (int t = 0; t < steps; t++) {
      taker.take(t, pass.update(t));
      if (t < steps - 1) pass.predict(t);
      if (t % REPORT_EVERY == REPORT_EVERY - 1) progress.at(t + 1, steps);
    }
    progress.at(steps, steps);
  }

  static void keep(FilterPass pass, Moments moments, int t) {
    int n = moments.size();
    System.arraycopy(pass.mean, 0, moments.mean, t * n, n);
    System.arraycopy(pass.covariance, 0, moments.covariance, t * n * n, n * n);
  }

  private static void keep(FilterPass pass, FilterResult.Trace trace, int t) {
    int m = pass.innovation.length;
    System.arraycopy(pass.innovation, 0, trace.innovation, t * m, m);
    System.arraycopy(pass.innovationVariance, 0, trace.variance, t * m, m);
    int size = pass.gain.length;
    System.arraycopy(pass.gain, 0, trace.gain, t * size, size);
  }

  private static DiffuseStep diffuseStep(FilterPass pass, double[] before, FilterResult result) {
    boolean[] was = pass.wasDiffuse.clone();
    for (int j = 0; j < pass.rows.count; j++) if (was[j]) result.diffuseValues++;
    Arrays.fill(was, pass.rows.count, was.length, false);
    return new DiffuseStep(
        before, left(pass), was, pass.finiteVariance.clone(), pass.secondGain.clone());
  }

  /** The columns of A that are left. */
  static double[] left(FilterPass pass) {
    int n = pass.mean.length;
    int width = pass.directions.length / n;
    double[] a = new double[n * pass.diffuse];
    for (int i = 0; i < n; i++) {
      System.arraycopy(pass.directions, i * width, a, i * pass.diffuse, pass.diffuse);
    }
    return a;
  }
}
