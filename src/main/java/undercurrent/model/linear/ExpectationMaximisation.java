package undercurrent.model.linear;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import undercurrent.model.FitState;
import undercurrent.model.ModelWords;

/**
 * Learns any of a system's parts by expectation-maximisation on several series (Shumway and Stoffer
 * 1982; Ghahramani and Hinton 1996): smooth, then regress. The log-likelihood never falls. Missing
 * dimensions of a step are expected from the others; a step with nothing seen says nothing of the
 * emission.
 */
public final class ExpectationMaximisation implements Learner {
  private final List<Observations> series;
  private final Set<SystemPart> free;
  private final double tolerance;
  private final EquationMStep transition;
  private final EquationMStep emission;
  private final InitialStateMStep start;
  private final List<Point> curve = new ArrayList<>();
  private LinearSystem system;
  private List<FilterResult> filters;
  private Status status = Status.READY;

  /**
   * From a system.
   *
   * @param free what is learned; constant with time
   * @param diagonal the covariances among it that have no correlations
   * @param tolerance converged when a step gains less than this, beside the log-likelihood; 0 never
   */
  public ExpectationMaximisation(
      LinearSystem system,
      List<Observations> series,
      Set<SystemPart> free,
      Set<SystemPart> diagonal,
      double tolerance) {
    if (series.isEmpty()) throw new IllegalArgumentException(ModelWords.of("learning.noSeries"));
    this.system = system;
    this.series = List.copyOf(series);
    this.free = free.isEmpty() ? EnumSet.noneOf(SystemPart.class) : EnumSet.copyOf(free);
    this.tolerance = tolerance;
    for (SystemPart part : this.free) Checks.learnable(system, part);
    for (Observations one : series) refuseOwnNoise(one);
    transition = EquationMStep.transition(system, free, diagonal);
    emission = EquationMStep.emission(system, free, diagonal);
    start = new InitialStateMStep(system.latentSize(), free, diagonal);
    filters = filter();
    point(0);
  }

  private void refuseOwnNoise(Observations one) {
    boolean emissionFree =
        free.contains(SystemPart.EMISSION)
            || free.contains(SystemPart.EMISSION_INPUT)
            || free.contains(SystemPart.EMISSION_OFFSET)
            || free.contains(SystemPart.EMISSION_NOISE);
    if (emissionFree && one.hasOwnNoise()) {
      throw new IllegalArgumentException(ModelWords.of("expectationMaximisation.ownNoise"));
    }
  }

  @Override
  public void step() {
    if (status != Status.READY) return;
    transition.clear();
    emission.clear();
    start.clear();
    for (FilterResult filter : filters) expect(KalmanSmoother.smoothWithLagOne(filter));
    system = start.learned(emission.learned(transition.learned(system)));
    double before = curve.getLast().logLikelihood().value();
    filters = filter();
    point(curve.getLast().iteration() + 1);
    double gained = curve.getLast().logLikelihood().value() - before;
    if (tolerance > 0 && gained < tolerance * Math.abs(before)) status = Status.CONVERGED;
  }

  private List<FilterResult> filter() {
    return series.stream().map(seen -> KalmanFilter.filter(system, seen)).toList();
  }

  private void point(int iteration) {
    LogLikelihood sum =
        filters.stream().map(FilterResult::logLikelihood).reduce(LogLikelihood::plus).orElseThrow();
    curve.add(new Point(0, iteration, sum));
  }

  private void expect(SmootherResult smoother) {
    Moments states = smoother.smoothed();
    int steps = states.steps();
    int n = states.size();
    double[] inputs = smoother.filter().observations().inputs();
    ExpectedObservation filling = new ExpectedObservation(system, smoother);
    double[] next = new double[n];
    double[] nextCovariance = new double[n * n];
    double[] z = new double[n];
    double[] covariance = new double[n * n];
    double[] lagOne = new double[n * n];
    for (int t = 0; t < steps; t++) {
      System.arraycopy(states.mean, t * n, z, 0, n);
      System.arraycopy(states.covariance, t * n * n, covariance, 0, n * n);
      if (t == 0) start.add(z, covariance);
      if (t < steps - 1 && transition.isFree()) {
        System.arraycopy(states.mean, (t + 1) * n, next, 0, n);
        System.arraycopy(states.covariance, (t + 1) * n * n, nextCovariance, 0, n * n);
        smoother.lagOne(t, lagOne);
        transition.add(system, t, next, nextCovariance, lagOne, z, covariance, inputs);
      }
      if (emission.isFree() && filling.fill(t, z, covariance)) {
        emission.add(
            system, t, filling.mean, filling.covariance, filling.cross, z, covariance, inputs);
      }
    }
  }

  @Override
  public Status status() {
    return status;
  }

  /** Writes where it stands. */
  public void write(FitState to) {
    to.put(status == Status.CONVERGED).put(curve.getLast().iteration());
    system.write(to);
  }

  /** Goes to where one that learns the same from the same series stood. */
  public void read(FitState from) {
    status = from.nextBoolean() ? Status.CONVERGED : Status.READY;
    int iteration = from.nextInt();
    system = system.read(from);
    filters = filter();
    curve.clear();
    point(iteration);
  }

  /** The same for every series. */
  @Override
  public LinearSystem system(int of) {
    return system;
  }

  @Override
  public List<Point> curve() {
    return Collections.unmodifiableList(curve);
  }
}
