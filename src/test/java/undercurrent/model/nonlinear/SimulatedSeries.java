package undercurrent.model.nonlinear;

import undercurrent.math.Randomness;

/**
 * A series that a model made, with the truth behind it.
 *
 * @param states [T][n]
 * @param observations [T][m]
 */
public record SimulatedSeries(double[][] states, double[][] observations) {
  /** A draw of T steps from a model. */
  public static SimulatedSeries of(NonlinearModel model, int steps, Randomness random) {
    double[][] states = new double[steps][];
    double[][] observations = new double[steps][];
    for (int t = 0; t < steps; t++) {
      states[t] =
          t == 0 ? model.prior().draw(random) : model.transition(t).draw(states[t - 1], random);
      observations[t] = model.emission(t).draw(states[t], random);
    }
    return new SimulatedSeries(states, observations);
  }
}
