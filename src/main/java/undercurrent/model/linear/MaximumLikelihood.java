package undercurrent.model.linear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import undercurrent.math.Randomness;
import undercurrent.model.FitState;

/**
 * Learns the parameters of a family by quasi-Newton ascent of the exact log-likelihood of all
 * series. From several starting points the searches go on side by side: a step is one iteration of
 * each. After 3, 6, 12 … iterations the less likely half is given up (successive halving), down to
 * {@value #KEPT}, which go on until they converge; the best one counts.
 */
public final class MaximumLikelihood implements Learner {
  /** The largest slope, beside the log-likelihood, that is still flat. */
  private static final double FLAT = 1e-8;

  /** Iterations before the first searches are given up. */
  private static final int FIRST_HALVING = 3;

  /** So many searches are never given up. */
  private static final int KEPT = 3;

  /** Starting points that are closer in every parameter lead to the same maximum. */
  private static final double APART = 0.08;

  /** So close in every parameter two searches are one. */
  private static final double SAME = 1e-5;

  private static final Comparator<Ascent> LIKELIEST =
      Comparator.comparingDouble(a -> a.search.value());

  private final Family family;
  private final Likelihood likelihood;
  private final List<Point> curve = new ArrayList<>();
  private List<Ascent> ascents = new ArrayList<>();
  private final List<Ascent> reserve = new ArrayList<>();
  private int iteration;
  private int halving = FIRST_HALVING;
  private Ascent leader;
  private double[] best;
  private LogLikelihood bestValue;

  /** From each of the starting points θ, at least one. */
  public MaximumLikelihood(Family family, List<Observations> series, double[]... starts) {
    this.family = family;
    likelihood = new Likelihood(family, series);
    // A first start that is no system says so; later ones are just no good.
    double[] gradient = new double[family.size()];
    LogLikelihood first = likelihood.at(starts[0].clone(), gradient);
    ascents.add(new Ascent(starts[0], first, gradient));
    for (int s = 1; s < starts.length; s++) ascents.add(new Ascent(s, starts[s], first));
    bestValue = first;
    best = starts[0].clone();
    leader = ascents.getFirst();
    point();
  }

  private MaximumLikelihood(Family family, List<Observations> series, FitState from) {
    this.family = family;
    likelihood = new Likelihood(family, series);
    iteration = from.nextInt();
    halving = from.nextInt();
    LogLikelihood.Convention[] conventions = LogLikelihood.Convention.values();
    LogLikelihood like =
        new LogLikelihood(0, conventions[from.nextIndex(conventions.length)], from.nextInt());
    best = from.parameters(family.size());
    bestValue = like.of(from.next());
    int open = from.nextInt();
    int leading = from.nextIndex(open);
    for (int i = 0; i < open; i++) ascents.add(new Ascent(like, from));
    int givenUp = from.nextInt();
    for (int i = 0; i < givenUp; i++) reserve.add(new Ascent(like, from));
    leader = ascents.get(leading);
    curve.add(new Point(leader.start, iteration, leader.value()));
  }

  /** Where one that learned the same from the same series stood. */
  public static MaximumLikelihood at(Family family, List<Observations> series, FitState from) {
    return new MaximumLikelihood(family, series, from);
  }

  /** Writes where it stands. */
  @SuppressWarnings("EnumOrdinal") // The order of conventions is that of the file's numbers.
  public void write(FitState to) {
    to.put(iteration, halving, bestValue.convention().ordinal(), bestValue.count());
    to.put(best).put(bestValue.value(), ascents.size(), ascents.indexOf(leader));
    for (Ascent ascent : ascents) ascent.write(to);
    to.put(reserve.size());
    for (Ascent ascent : reserve) ascent.write(to);
  }

  /** {@code count} starting points: θ, and others with normal noise of a standard deviation. */
  public static double[][] starts(double[] theta, int count, double spread, Randomness random) {
    double[][] starts = new double[count][];
    for (int s = 0; s < count; s++) {
      starts[s] = theta.clone();
      Randomness one = random.at(s);
      for (int i = 0; s > 0 && i < theta.length; i++) starts[s][i] += spread * one.normal();
    }
    return starts;
  }

  /**
   * Of some starting points θ the first one and those under which the series are likeliest, none
   * close to a likelier one.
   *
   * @param most at least 1; a single starting point is given back without a look
   */
  public static double[][] likeliest(
      Family family, List<Observations> series, int most, double[]... starts) {
    if (starts.length == 1) return starts;
    double[] values =
        Arrays.stream(starts).mapToDouble(theta -> value(family, series, theta)).toArray();
    List<double[]> chosen = new ArrayList<>();
    chosen.add(starts[0]);
    IntStream.range(1, starts.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -values[i]))
        .map(i -> starts[i])
        .filter(theta -> chosen.size() < most && isApart(theta, chosen))
        .forEachOrdered(chosen::add);
    return chosen.toArray(double[][]::new);
  }

  private static boolean isApart(double[] theta, List<double[]> others) {
    for (double[] other : others) {
      double furthest = 0;
      for (int i = 0; i < theta.length; i++) {
        furthest = Math.max(furthest, Math.abs(theta[i] - other[i]));
      }
      if (furthest < APART) return false;
    }
    return true;
  }

  /** −∞ where θ is no system. */
  private static double value(Family family, List<Observations> series, double[] theta) {
    double sum = 0;
    try {
      for (int s = 0; s < series.size(); s++) {
        sum += KalmanFilter.logLikelihood(family.system(theta, s), series.get(s)).value();
      }
    } catch (IllegalArgumentException noSystem) {
      return Double.NEGATIVE_INFINITY;
    }
    return Double.isNaN(sum) ? Double.NEGATIVE_INFINITY : sum;
  }

  @Override
  public void step() {
    if (status() != Status.READY) return;
    for (Ascent ascent : ascents) ascent.search.step();
    iteration++;
    leaveInadmissible();
    if (iteration == halving) halve();
    point();
  }

  /**
   * Gives up searches that have ended where their parameters are not admissible. Where all have,
   * those that were given up before go on in their place, if there are any.
   */
  private void leaveInadmissible() {
    List<Ascent> open =
        ascents.stream().filter(a -> a.isAdmissible() || !a.search.isConverged()).toList();
    if (open.isEmpty()) {
      reserve.sort(LIKELIEST);
      open = reserve.stream().filter(Ascent::isAdmissible).limit(KEPT).toList();
      reserve.removeAll(open);
    }
    if (!open.isEmpty()) ascents = new ArrayList<>(open);
  }

  /** Gives up the less likely half, and of two searches that have met the later one. */
  private void halve() {
    halving *= 2;
    List<Ascent> ranked = new ArrayList<>(ascents);
    ranked.sort(LIKELIEST);
    int most = Math.max(KEPT, (ranked.size() + 1) / 2);
    List<Ascent> kept = new ArrayList<>();
    int admissible = 0;
    for (Ascent one : ranked) {
      boolean isWanted = kept.size() < most || (one.isAdmissible() && admissible < KEPT);
      if (isWanted && kept.stream().noneMatch(one::hasMet)) {
        kept.add(one);
        if (one.isAdmissible()) admissible++;
      } else {
        reserve.add(one);
      }
    }
    ascents = kept;
  }

  private void point() {
    Ascent before = leader;
    List<Ascent> admissible = ascents.stream().filter(Ascent::isAdmissible).toList();
    List<Ascent> candidates = admissible.isEmpty() ? ascents : admissible;
    leader = candidates.contains(before) ? before : candidates.getFirst();
    for (Ascent ascent : candidates) {
      if (ascent.search.value() < leader.search.value()) leader = ascent;
    }
    LogLikelihood value = leader.value();
    if (leader != before || value.value() > bestValue.value()) {
      bestValue = value;
      best = leader.search.x();
    }
    curve.add(new Point(leader.start, iteration, value));
  }

  /** One search and where it began. */
  private final class Ascent {
    private final int start;
    private final QuasiNewton search;
    private LogLikelihood last;

    Ascent(int start, double[] from, LogLikelihood first) {
      this.start = start;
      last = first;
      search = new QuasiNewton(this::minusLogLikelihood, from, FLAT);
    }

    /** The first one, of whose start all is known. */
    Ascent(double[] from, LogLikelihood first, double[] gradient) {
      start = 0;
      last = first;
      double value = minus(first, gradient);
      search = new QuasiNewton(this::minusLogLikelihood, from, value, gradient, FLAT);
    }

    Ascent(LogLikelihood like, FitState from) {
      last = like;
      start = from.nextInt();
      search = new QuasiNewton(this::minusLogLikelihood, family.size(), FLAT, from);
    }

    void write(FitState to) {
      to.put(start);
      search.write(to);
    }

    private double minusLogLikelihood(double[] theta, double[] gradient) {
      try {
        last = likelihood.at(theta, gradient);
      } catch (IllegalArgumentException noSystem) {
        return Double.POSITIVE_INFINITY;
      }
      return minus(last, gradient);
    }

    /** The value with the other sign, and that of the gradient changed. */
    private static double minus(LogLikelihood like, double[] gradient) {
      for (int i = 0; i < gradient.length; i++) gradient[i] = -gradient[i];
      return Double.isNaN(like.value()) ? Double.POSITIVE_INFINITY : -like.value();
    }

    boolean isAdmissible() {
      return family.isAdmissible(search.x());
    }

    LogLikelihood value() {
      return last.of(-search.value());
    }

    boolean hasMet(Ascent other) {
      double[] here = search.x();
      double[] there = other.search.x();
      for (int i = 0; i < here.length; i++) {
        if (!(Math.abs(here[i] - there[i]) <= SAME * Math.max(1, Math.abs(here[i])))) return false;
      }
      return true;
    }
  }

  @Override
  public Status status() {
    return ascents.stream().allMatch(a -> a.search.isConverged()) ? Status.CONVERGED : Status.READY;
  }

  @Override
  public LinearSystem system(int series) {
    return family.system(best, series);
  }

  @Override
  public List<Point> curve() {
    return Collections.unmodifiableList(curve);
  }

  /** The best parameters θ so far. */
  public double[] theta() {
    return best.clone();
  }

  /** The log-likelihood there. */
  public LogLikelihood logLikelihood() {
    return bestValue;
  }

  /** The best parameters as a person knows them, with standard errors. */
  public List<Parameter> parameters() {
    return ObservedInformation.parameters(family, likelihood, best);
  }
}
