package undercurrent.model.nonlinear;

import undercurrent.math.Randomness;
import undercurrent.model.linear.LinearSystem;
import undercurrent.model.linear.SystemPart;

/** A linear system with offsets and correlated noise, and a series of it with gaps. */
final class LinearExample {
  static final LinearSystem SYSTEM =
      LinearSystem.of(
              new double[][] {{0.9, 0.3, 0}, {-0.3, 0.8, 0.1}, {0, 0.2, 0.7}},
              new double[][] {{0.3, 0.1, 0}, {0.1, 0.2, 0.05}, {0, 0.05, 0.4}},
              new double[][] {{1, 0, 0.5}, {0, 1, -1}},
              new double[][] {{0.5, 0.2}, {0.2, 0.6}})
          .with(SystemPart.TRANSITION_OFFSET, new double[][] {{0.2}, {-0.1}, {0.3}})
          .with(SystemPart.EMISSION_OFFSET, new double[][] {{1}, {-2}})
          .startingAt(
              new double[] {1, 0, -1}, new double[][] {{1, 0.2, 0}, {0.2, 2, 0}, {0, 0, 0.5}});

  static final NonlinearModel MODEL = new LinearModel(SYSTEM);

  private LinearExample() {}

  /** A drawn series with a missing step and a missing value. */
  static double[][] series(int steps) {
    double[][] x = SimulatedSeries.of(MODEL, steps, Randomness.of(7)).observations();
    x[3] = new double[] {Double.NaN, Double.NaN};
    x[5][1] = Double.NaN;
    return x;
  }
}
