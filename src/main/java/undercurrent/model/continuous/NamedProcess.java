package undercurrent.model.continuous;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Processes that have a name, by the positive quantities that they are made of; the first dimension
 * of the state is what is seen.
 */
public enum NamedProcess implements StateProcess {
  /** Ornstein and Uhlenbeck's: dz = -z/τ dt + dW, of which W gains q in a unit of time. */
  OU,
  /** The same process, by its covariance. */
  MATERN12,
  /** Once differentiable. */
  MATERN32,
  /** Twice differentiable. */
  MATERN52,
  /** The velocity is a random walk that gains q in a unit of time. */
  VELOCITY,
  /** The acceleration is a random walk. */
  ACCELERATION,
  /**
   * x'' = -ω² x - c x' + w, by its period 2π/ω without damping, the time 2/c in which an amplitude
   * falls to 1/e, and the stationary variance q/(2 c ω²) of x.
   */
  OSCILLATOR,
  /** {@link PeriodicWaves}, of one wave where their number is not given. */
  PERIODIC;

  /** A time scale to begin with, in gaps between rows. */
  private static final double SCALE = 5;

  /** The least period to begin with, in gaps, and the ratio of the next one to it. */
  private static final double SHORTEST = 2.2;

  private static final double NEXT = 1.12;

  /**
   * Periods in which the amplitude decays at the start of the search: enough that rows near each
   * other are correlated.
   */
  private static final double LASTS = 1.5;

  private static final double FEW_PERIODS = 5;

  /** The process itself, where it is periodic with so many waves. */
  public StateProcess of(int waves) {
    return this == PERIODIC ? new PeriodicWaves(waves) : this;
  }

  @Override
  public List<Quantity> quantities() {
    Quantity variance = new Quantity("variance", 0, 2);
    return switch (this) {
      case OU -> List.of(new Quantity("time constant", 1, 0), new Quantity("diffusion", -1, 2));
      case MATERN12, MATERN32, MATERN52 -> List.of(new Quantity("lengthscale", 1, 0), variance);
      case VELOCITY -> List.of(new Quantity("velocity diffusion", -3, 2));
      case ACCELERATION -> List.of(new Quantity("acceleration diffusion", -5, 2));
      case OSCILLATOR ->
          List.of(new Quantity("period", 1, 0), new Quantity("decay time", 1, 0), variance);
      case PERIODIC -> new PeriodicWaves(1).quantities();
    };
  }

  /** Each dimension is the derivative of the one before. */
  @Override
  public int derivative(int dimension) {
    return this == PERIODIC ? 0 : dimension;
  }

  @Override
  public List<String> states() {
    return switch (this) {
      case OU, MATERN12 -> List.of("process");
      case MATERN32 -> List.of("process", "rate of change");
      case MATERN52 -> List.of("process", "rate of change", "second rate of change");
      case VELOCITY, OSCILLATOR -> List.of("position", "velocity");
      case ACCELERATION -> List.of("position", "velocity", "acceleration");
      case PERIODIC -> new PeriodicWaves(1).states();
    };
  }

  @Override
  public ContinuousSystem system(double... natural) {
    return switch (this) {
      case OU -> Processes.ornsteinUhlenbeck(natural[0], natural[0] * natural[1] / 2);
      case MATERN12 -> Kernel.MATERN_12.system(natural[0], natural[1]);
      case MATERN32 -> Kernel.MATERN_32.system(natural[0], natural[1]);
      case MATERN52 -> Kernel.MATERN_52.system(natural[0], natural[1]);
      case VELOCITY -> Processes.constantVelocity(natural[0]);
      case ACCELERATION -> Processes.constantAcceleration(natural[0]);
      case OSCILLATOR -> oscillator(natural[0], natural[1], natural[2]);
      case PERIODIC -> new PeriodicWaves(1).system(natural);
    };
  }

  private static ContinuousSystem oscillator(double period, double decay, double variance) {
    double omega = 2 * Math.PI / period;
    double damping = 2 / decay;
    return Processes.dampedOscillator(omega, damping, 2 * damping * omega * omega * variance);
  }

  @Override
  public List<double[]> starts(double gaps, List<Double> peaks) {
    return switch (this) {
      case OU -> List.of(new double[] {SCALE, 2 / SCALE});
      case MATERN12, MATERN32, MATERN52 -> List.of(new double[] {SCALE, 1});
      case VELOCITY, ACCELERATION ->
          DoubleStream.iterate(1, q -> q / 10).limit(12).mapToObj(q -> new double[] {q}).toList();
      case OSCILLATOR -> oscillations(gaps, peaks);
      case PERIODIC -> new PeriodicWaves(1).starts(gaps, peaks);
    };
  }

  /** A damped grid, and each peak as an oscillation that lasts a few periods or throughout. */
  private static List<double[]> oscillations(double gaps, List<Double> peaks) {
    List<double[]> starts = new ArrayList<>();
    for (double p = SHORTEST; p <= Math.max(SHORTEST, gaps); p *= NEXT) {
      starts.add(new double[] {p, LASTS * p, 1});
    }
    for (double p : peaks) {
      starts.add(new double[] {p, FEW_PERIODS * p, 1});
      starts.add(new double[] {p, Math.max(FEW_PERIODS * p, gaps), 1});
    }
    return starts;
  }
}
