package undercurrent.model.linear;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import undercurrent.model.linear.LogLikelihood.Convention;

/**
 * What the Kalman filter knows at every step: the state predicted from x₁:ₜ₋₁, filtered from x₁:ₜ,
 * and log p(xₜ|x₁:ₜ₋₁). While a start is exactly diffuse, covariances are their finite part; {@link
 * #diffuseSteps} says how long.
 */
public final class FilterResult {
  private final LinearSystem system;
  private final @Nullable NearlyDiffuse start;
  private final Observations seen;
  final Moments predicted;
  final Moments filtered;
  final double[] logLikelihoods;
  final Trace trace;
  int diffuseValues;

  /** The scalars [T·m] that count as having fixed a nearly diffuse start. */
  private final BitSet fixing = new BitSet();

  /** Whether P itself would have lost half of its digits. */
  boolean isLossy;

  /** What the backward passes need: v, f, k of every scalar and the diffuse start's A and k₁. */
  static final class Trace {
    final double[] innovation;
    final double[] variance;
    final double[] gain;
    DiffuseStep[] diffuse = {};

    Trace(int steps, int observed, int latent) {
      innovation = new double[steps * observed];
      variance = new double[steps * observed];
      gain = new double[steps * observed * latent];
    }
  }

  /** One step of the diffuse start: A before and after it [n·q], and what its scalars did. */
  record DiffuseStep(
      double[] predicted,
      double[] filtered,
      boolean[] wasDiffuse,
      double[] finiteVariance,
      double[] secondGain) {}

  FilterResult(NearlyDiffuse start, Observations seen) {
    this(start.system(), start, seen);
  }

  FilterResult(LinearSystem system, Observations seen) {
    this(system, null, seen);
  }

  private FilterResult(LinearSystem system, @Nullable NearlyDiffuse start, Observations seen) {
    this.system = system;
    this.start = start;
    this.seen = seen;
    int n = system.latentSize();
    predicted = new Moments(seen.steps(), n);
    filtered = new Moments(seen.steps(), n);
    logLikelihoods = new double[seen.steps()];
    trace = new Trace(seen.steps(), system.observedSize(), n);
  }

  public LinearSystem system() {
    return system;
  }

  public Observations observations() {
    return seen;
  }

  /** The start in place of an exactly diffuse one. */
  Optional<NearlyDiffuse> start() {
    return Optional.ofNullable(start);
  }

  /**
   * Counts as many scalars as the start has directions that are fixed, those that were predicted
   * with the largest variances, as having fixed it.
   */
  void countFixing(int fixed) {
    diffuseValues = fixed;
    int m = system.observedSize();
    IntStream.range(0, seen.steps() * m)
        .filter(i -> i % m < seen.count(i / m))
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -trace.variance[i]))
        .limit(fixed)
        .forEach(fixing::set);
  }

  /** Whether scalar j of step t fixed a direction of a diffuse start. */
  boolean isFixing(int t, int j) {
    if (start != null) return fixing.get(t * system.observedSize() + j);
    return t < trace.diffuse.length && trace.diffuse[t].wasDiffuse()[j];
  }

  /** Whether a variance of the whole series stands for one that is infinite. */
  boolean isInfinite(int i, double variance) {
    return start != null && start.isInfinite(i, variance);
  }

  /** Conditioned on x₁:ₜ₋₁. */
  public Moments predicted() {
    return predicted;
  }

  /** Conditioned on x₁:ₜ. */
  public Moments filtered() {
    return filtered;
  }

  /** The first steps before which the state is infinitely uncertain in some direction. */
  public int diffuseSteps() {
    if (start == null) return trace.diffuse.length;
    int steps = 1;
    while (steps < seen.steps() && isSomeInfinite(start, steps - 1)) steps++;
    return steps;
  }

  private boolean isSomeInfinite(NearlyDiffuse start, int t) {
    int n = system.latentSize();
    for (int i = 0; i < n; i++) if (start.isInfinite(i, filtered.variance(t, i))) return true;
    return false;
  }

  /** Whether the state is infinitely uncertain in dimension i after step t. */
  public boolean isDiffuse(int t, int i) {
    if (start != null) return start.isInfinite(i, filtered.variance(t, i));
    if (t >= trace.diffuse.length) return false;
    return isDiffuse(trace.diffuse[t].filtered(), system.latentSize(), i);
  }

  /** Whether the columns of A [n·q] that are left reach into dimension i. */
  static boolean isDiffuse(double[] a, int n, int i) {
    int q = a.length / n;
    double square = 0;
    for (int c = 0; c < q; c++) square += a[i * q + c] * a[i * q + c];
    return square > 1e-20;
  }

  /** The log-likelihood, with the convention that goes with the system's start. */
  public LogLikelihood logLikelihood() {
    double sum = Arrays.stream(logLikelihoods).sum();
    return start == null
        ? LogLikelihoods.of(system, seen.count(), diffuseValues, sum)
        : new LogLikelihood(sum, Convention.EXACTLY_DIFFUSE, seen.count() - diffuseValues);
  }

  /**
   * log p(xₜ|x₁:ₜ₋₁) of each step [T] of independent systems over the same steps: their terms add
   * up.
   */
  public static double[] logLikelihoods(List<FilterResult> independent) {
    return StepTerms.sum(independent.stream().map(FilterResult::terms).toList());
  }

  /** The log-likelihood of independent systems over the same steps; diffuse if one of them is. */
  public static LogLikelihood logLikelihood(List<FilterResult> independent) {
    List<LogLikelihood> own = independent.stream().map(FilterResult::logLikelihood).toList();
    Convention convention =
        own.stream()
            .map(LogLikelihood::convention)
            .filter(c -> c != Convention.PROPER)
            .findFirst()
            .orElse(Convention.PROPER);
    double value = Arrays.stream(logLikelihoods(independent)).sum();
    return new LogLikelihood(value, convention, own.stream().mapToInt(l -> l.count()).sum());
  }

  /** The exactly diffuse one with -½ log 2π for every value. */
  public LogLikelihood logLikelihoodWithAllConstants() {
    double sum = logLikelihood().value() - 0.5 * diffuseValues * Math.log(2 * Math.PI);
    return new LogLikelihood(sum, Convention.EXACTLY_DIFFUSE_ALL_CONSTANTS, seen.count());
  }

  /** Without the terms of the first steps. */
  public LogLikelihood logLikelihoodAfter(int steps) {
    double sum = 0;
    int count = 0;
    for (int t = steps; t < seen.steps(); t++) {
      sum += logLikelihoods[t];
      for (int i = 0; i < seen.observedSize(); i++) if (!Double.isNaN(seen.value(t, i))) count++;
    }
    return new LogLikelihood(sum, Convention.FIRST_STEPS_LEFT_OUT, count);
  }

  /** Whether a filter of the first steps alone would give the same numbers for them. */
  public boolean isOfEachBeginning() {
    return start == null && !isLossy;
  }

  /** What each step adds to the log-likelihood; not a copy. */
  public StepTerms terms() {
    return new StepTerms(seen, logLikelihoods, isOfEachBeginning());
  }

  /** log p(xₜ|x₁:ₜ₋₁) of each step [T]; zero where nothing was seen. */
  public double[] logLikelihoods() {
    return logLikelihoods.clone();
  }
}
