package undercurrent.model.linear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import undercurrent.math.Randomness;

/**
 * Learns the parameters of a family by quasi-Newton ascent of the exact log-likelihood of all
 * series, from one or several starting points one after the other; the best counts.
 */
public final class MaximumLikelihood implements Learner {
  /** The largest slope, beside the log-likelihood, that is still flat. */
  private static final double FLAT = 1e-8;

  private final Family family;
  private final Likelihood likelihood;
  private final double[][] starts;
  private final List<Point> curve = new ArrayList<>();
  private LogLikelihood last;
  private QuasiNewton search;
  private int start;
  private int iteration;
  private double[] best;
  private LogLikelihood bestValue;

  /** From each of the starting points θ, at least one. */
  public MaximumLikelihood(Family family, List<Observations> series, double[]... starts) {
    this.family = family;
    likelihood = new Likelihood(family, series);
    this.starts = Arrays.stream(starts).map(double[]::clone).toArray(double[][]::new);
    best = starts[0].clone();
    // A first start that is no system says so; later ones are just no good.
    last = likelihood.at(best, new double[family.size()]);
    bestValue = last;
    search = search(best);
    point();
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

  /** Of some starting points θ the one under which the series are likeliest. */
  public static double[] likeliest(Family family, List<Observations> series, double[]... starts) {
    double[] best = starts[0];
    double most = Double.NEGATIVE_INFINITY;
    for (double[] theta : starts.length == 1 ? new double[0][] : starts) {
      double sum = 0;
      for (int s = 0; s < series.size(); s++) {
        sum += KalmanFilter.logLikelihood(family.system(theta, s), series.get(s)).value();
      }
      if (!(sum > most)) continue;
      most = sum;
      best = theta;
    }
    return best;
  }

  @Override
  public void step() {
    if (status() != Status.READY) return;
    if (search.isConverged()) {
      start++;
      iteration = 0;
      search = search(starts[start]);
    } else {
      search.step();
      iteration++;
    }
    point();
  }

  private void point() {
    LogLikelihood value = last.of(-search.value());
    curve.add(new Point(start, iteration, value));
    if (value.value() > bestValue.value()) {
      bestValue = value;
      best = search.x();
    }
  }

  private QuasiNewton search(double[] from) {
    return new QuasiNewton(
        (theta, gradient) -> {
          try {
            last = likelihood.at(theta, gradient);
          } catch (IllegalArgumentException noSystem) {
            return Double.POSITIVE_INFINITY;
          }
          for (int i = 0; i < gradient.length; i++) gradient[i] = -gradient[i];
          return Double.isNaN(last.value()) ? Double.POSITIVE_INFINITY : -last.value();
        },
        from,
        FLAT);
  }

  @Override
  public Status status() {
    return search.isConverged() && start == starts.length - 1 ? Status.CONVERGED : Status.READY;
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
