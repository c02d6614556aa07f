package undercurrent.model.continuous;

import java.util.ArrayList;
import java.util.List;
import undercurrent.model.ModelWords;

/**
 * A mean μ and K waves of one period p, each turning k times as fast as the first and all damped
 * alike (Solin and Särkkä 2014, with a variance of its own for each wave): x = μ + Σ zₖ₁ with
 *
 * <pre>
 *   dzₖ = (-1/τ I + 2πk/p J) zₖ dt + dW,     J = (0 -1; 1 0),     k = 1 … K
 * </pre>
 *
 * and the stationary covariance σₖ² I, so that Cov(x(s), x(t)) = Σ σₖ² e^(-|s-t|/τ)
 * cos(2πk(s-t)/p). A shape that repeats for ever has a decay time τ far beyond the series. The mean
 * is exactly diffuse: that of values at uneven times need not be that of the shape.
 *
 * @param count K
 */
public record PeriodicWaves(int count) implements StateProcess {
  /** Periods that the shape lasts for to begin with, where it does not last throughout. */
  private static final double FEW_PERIODS = 5;

  /** The share of the variance that a wave leaves to those above it, to begin with. */
  private static final double LEFT = 0.3;

  private static final double[][] NONE = {{0}};
  private static final NamedProcess ALIKE = NamedProcess.OSCILLATOR;

  public PeriodicWaves {
    if (count < 1) throw new IllegalArgumentException(ModelWords.of("periodicWaves.none"));
  }

  @Override
  public List<Quantity> quantities() {
    List<Quantity> quantities = new ArrayList<>();
    quantities.add(new Quantity("period", 1, 0));
    quantities.add(new Quantity("decay time", 1, 0));
    for (int k = 1; k <= count; k++) {
      quantities.add(new Quantity("variance of wave " + k, 0, 2));
    }
    return quantities;
  }

  @Override
  public List<String> states() {
    List<String> states = new ArrayList<>();
    states.add("mean");
    for (int k = 1; k <= count; k++) {
      states.add("wave " + k);
      states.add("wave " + k + " a quarter later");
    }
    return states;
  }

  @Override
  public double[][] emission() {
    double[][] h = new double[1][1 + 2 * count];
    h[0][0] = 1;
    for (int k = 0; k < count; k++) h[0][1 + 2 * k] = 1;
    return h;
  }

  @Override
  public ContinuousSystem system(double... natural) {
    double turn = 2 * Math.PI / SizeChecks.positive("period", natural[0]);
    double damping = 1 / SizeChecks.positive("decay time", natural[1]);
    ContinuousSystem sum = ContinuousSystem.of(NONE, new double[][] {{1}}, NONE);
    for (int k = 1; k <= count; k++) sum = sum.and(wave(k * turn, damping, natural[1 + k]));
    return sum;
  }

  private static ContinuousSystem wave(double turn, double damping, double variance) {
    // -2/τ σ² I + S = 0
    double q = 2 * damping * SizeChecks.positive("variance", variance);
    return ContinuousSystem.of(
        new double[][] {{-damping, -turn}, {turn, -damping}},
        new double[][] {{1, 0}, {0, 1}},
        new double[][] {{q, 0}, {0, q}});
  }

  /**
   * Those of the oscillator, and the multiples of each peak: where a higher wave is the strongest
   * the peak is its period.
   */
  @Override
  public List<double[]> starts(double gaps, List<Double> peaks) {
    List<double[]> starts = new ArrayList<>();
    for (double[] one : ALIKE.starts(gaps, List.of())) starts.add(start(one[0], one[1]));
    for (double peak : peaks) {
      for (int k = 1; k <= count; k++) {
        double period = k * peak;
        if (period > gaps) break;
        starts.add(start(period, FEW_PERIODS * period));
        starts.add(start(period, Math.max(FEW_PERIODS * period, gaps)));
      }
    }
    return starts;
  }

  private double[] start(double period, double decay) {
    double[] start = new double[2 + count];
    start[0] = period;
    start[1] = decay;
    double left = 1;
    for (int k = 0; k < count; k++) {
      start[2 + k] = k == count - 1 ? left : (1 - LEFT) * left;
      left *= LEFT;
    }
    return start;
  }
}
