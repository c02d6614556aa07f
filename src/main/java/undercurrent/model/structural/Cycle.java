package undercurrent.model.structural;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import undercurrent.model.ModelWords;
import undercurrent.model.linear.Periodogram;
import undercurrent.model.linear.Varying;

/**
 * A stochastic cycle: damped and driven by noise, with the damping ρ in (0, 1) and λ = 2π/period;
 * it starts from its stationary N(0, σ²/(1-ρ²)) (Harvey 1989, 2.3.3):
 *
 * <pre>
 *   ψₜ₊₁  = ρ ( ψₜ cos λ + ψ*ₜ sin λ) + N(0, σ²)
 *   ψ*ₜ₊₁ = ρ (-ψₜ sin λ + ψ*ₜ cos λ) + N(0, σ²)
 * </pre>
 *
 * Beside a season of s steps, a series of n steps cannot tell a cycle from a changing season where
 * its frequency is within 1/n of one of the season's, 1/s, 2/s, …: such a period is not admissible.
 *
 * @param shortest the least period, in steps, at least 2
 * @param longest the greatest
 * @param season s, or 0 for none
 * @param length n, the steps of the series; counts only beside a season
 */
public record Cycle(double shortest, double longest, int season, int length) implements Component {
  /** The ratio of a period of the grid to the one before. */
  private static final double NEXT = 1.08;

  /** From this resolution on, in frequencies of the season, its harmonics leave no room. */
  private static final double HALF = 0.5;

  /** A step away from a period that is not admissible, in θ. */
  private static final double AWAY = 0.05;

  private static final int PEAKS = 5;
  private static final double[] DAMPINGS = {0.8, 0.98};

  /** The variance of the cycle to begin with, beside that of the changes of the series. */
  private static final double CYCLE_PART = 0.5;

  /** Without a season beside it. */
  public Cycle(double shortest, double longest) {
    this(shortest, longest, 0, 0);
  }

  public Cycle {
    if (!(shortest >= 2) || !(longest > shortest) || longest == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException(ModelWords.of("cycle.periods", shortest, longest));
    }
  }

  @Override
  public String name() {
    return "cycle";
  }

  @Override
  public List<Quantity> quantities() {
    return List.of(
        Quantity.variance("cycle variance"),
        Quantity.between("cycle damping", "", 0, 1),
        new Quantity(
            "cycle period",
            "steps",
            // the middle of the range of ratios, so that 2 … 200 begins at 20
            theta -> shortest * Math.pow(longest / shortest, 1 / (1 + Math.exp(-theta))),
            value -> Math.log(Math.log(value / shortest) / Math.log(longest / value))));
  }

  @Override
  public Block block(double[] theta) {
    double[] natural = natural(theta);
    double variance = natural[0];
    // a wave that does not fade at all has no stationary start
    double damping = Math.min(natural[1], 1 - 1e-9);
    double cosine = damping * Math.cos(2 * Math.PI / natural[2]);
    double sine = damping * Math.sin(2 * Math.PI / natural[2]);
    double stationary = variance / ((1 - damping) * (1 + damping));
    return Block.proper(
        new double[][] {{cosine, sine}, {-sine, cosine}},
        new double[][] {{variance, 0}, {0, variance}},
        Varying.constant(1, 2, 1, 0),
        new double[][] {{stationary, 0}, {0, stationary}});
  }

  /** Whether the period can be told from the season's. */
  @Override
  public boolean isAdmissible(double[] theta) {
    double resolution = season / (double) Math.max(1, length);
    double harmonic = season / natural(theta)[2];
    double nearest = Math.max(1, Math.rint(harmonic));
    // A series so short that the intervals meet would admit nothing.
    boolean counts = season > 0 && resolution < HALF && 2 * nearest <= season;
    return !counts || Math.abs(harmonic - nearest) >= resolution;
  }

  @Override
  public double[] start(double[] values) {
    double[] theta = {Math.log(0.1 * Scale.variance(values)), 2, 0};
    while (!isAdmissible(theta)) theta[2] += AWAY;
    return theta;
  }

  /**
   * The likelihood has a local maximum near many a period: a grid of periods so dense that each is
   * within reach of its neighbours, and the highest peaks of the periodogram of the changes, each
   * lightly and heavily damped.
   */
  @Override
  public List<double[]> starts(double[] values) {
    List<double[]> starts = new ArrayList<>();
    starts.add(start(values));
    double variance = Scale.ofChanges(values);
    for (double period : periods(values)) {
      for (double damping : DAMPINGS) {
        // The part of a stationary cycle in the changes of the series.
        double noise = CYCLE_PART * variance * (1 - damping * damping);
        double[] theta = theta(new double[] {noise, damping, period});
        if (isAdmissible(theta)) starts.add(theta);
      }
    }
    return starts;
  }

  private List<Double> periods(double[] values) {
    List<Double> periods = new ArrayList<>();
    for (double p = shortest * Math.sqrt(NEXT); p < longest; p *= NEXT) periods.add(p);
    double[] times = new double[values.length];
    Arrays.setAll(times, t -> t);
    double[] changes = new double[values.length];
    for (int t = 0; t < values.length; t++) {
      changes[t] = t == 0 ? Double.NaN : values[t] - values[t - 1];
    }
    for (double peak : new Periodogram(times, changes, shortest, longest).peaks(PEAKS)) {
      if (peak > shortest && peak < longest) periods.add(peak);
    }
    return periods;
  }
}
