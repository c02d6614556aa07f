package undercurrent.model.linear;

import undercurrent.math.Randomness;

/**
 * Draws from a linear system: of the model itself, and of its states given a series.
 *
 * @param states z [T][n]
 * @param observations x, with the inputs of the series it was drawn like and missing where it is
 */
public record Simulation(double[][] states, Observations observations) {
  /**
   * One draw of the model, as long as {@code like}, with its inputs, noise and missing values.
   * Where the start is exactly diffuse, it is at its mean.
   */
  public static Simulation of(LinearSystem system, Observations like, Randomness random) {
    system.require(like);
    int n = system.latentSize();
    int m = system.observedSize();
    int steps = like.steps();
    double[][] states = new double[steps][];
    double[] values = new double[steps * m];
    Noise start = new Noise("P1", n, random);
    Noise transition = new Noise("Q", n, random);
    Noise emission = new Noise("R", m, random);
    double[] z = system.part(SystemPart.INITIAL_MEAN).at(0).clone();
    start.add(system.part(SystemPart.INITIAL_COVARIANCE).at(0), 0, z);
    for (int t = 0; t < steps; t++) {
      states[t] = z;
      double[] x =
          line(
              system,
              SystemPart.EMISSION,
              SystemPart.EMISSION_INPUT,
              SystemPart.EMISSION_OFFSET,
              t,
              z,
              like);
      emission.add(like.noise(system, t), t, x);
      for (int i = 0; i < m; i++) {
        values[t * m + i] = Double.isNaN(like.value(t, i)) ? Double.NaN : x[i];
      }
      if (t == steps - 1) break;
      z =
          line(
              system,
              SystemPart.TRANSITION,
              SystemPart.TRANSITION_INPUT,
              SystemPart.TRANSITION_OFFSET,
              t,
              z,
              like);
      transition.add(system.part(SystemPart.TRANSITION_NOISE).at(t), t, z);
    }
    return new Simulation(states, like.withValues(values));
  }

  /**
   * One draw of all states given the whole series, [T][n] (Durbin and Koopman 2002): the smoothed
   * mean, and the error that smoothing makes on a draw of the model.
   */
  public static double[][] givenSeries(SmootherResult smoother, Randomness random) {
    LinearSystem system = smoother.filter().system();
    Simulation draw = of(system, smoother.filter().observations(), random);
    Moments other = KalmanSmoother.smooth(system, draw.observations()).smoothed();
    double[][] states = draw.states();
    for (int t = 0; t < states.length; t++) {
      states[t] = states[t].clone();
      for (int i = 0; i < states[t].length; i++) {
        states[t][i] += smoother.smoothed().mean(t, i) - other.mean(t, i);
      }
    }
    return states;
  }

  /** A z + B u + b. */
  private static double[] line(
      LinearSystem system,
      SystemPart a,
      SystemPart b,
      SystemPart c,
      int t,
      double[] z,
      Observations like) {
    Varying matrix = system.part(a);
    double[] out = new double[matrix.rows()];
    Matrices.timesVector(matrix.at(t), z, 0, out, matrix.rows(), matrix.columns());
    int k = system.inputSize();
    for (int i = 0; i < out.length; i++) {
      out[i] +=
          system.part(c).at(t)[i]
              + Matrices.dot(system.part(b).at(t), i * k, like.inputs(), t * k, k);
    }
    return out;
  }

  /** Normal noise of a covariance that may be singular and may change. */
  private static final class Noise {
    private final String name;
    private final int size;
    private final Randomness random;
    private final double[] factor;
    private double[] last = {};

    Noise(String name, int size, Randomness random) {
      this.name = name;
      this.size = size;
      this.random = random;
      factor = new double[size * size];
    }

    void add(double[] covariance, int t, double[] to) {
      if (covariance != last) Matrices.factor(name, t, covariance, 0, factor, size);
      last = covariance;
      for (int j = 0; j < size; j++) {
        double e = random.normal();
        for (int i = j; i < size; i++) to[i] += factor[i * size + j] * e;
      }
    }
  }
}
