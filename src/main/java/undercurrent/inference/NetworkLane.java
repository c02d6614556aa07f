package undercurrent.inference;

import undercurrent.model.deep.WalkLimit;

/**
 * How the bound of an inference network approaches the best one of its family during a training.
 *
 * @param name of the network
 * @param label short, as in the paper: ST structured, MF mean field; L reads the past, R the future
 * @param limit least −ELBO that its family has, in nats per time step; NaN where it is not known
 * @param epochs after which the bound was measured
 * @param bounds −ELBO of series that were not trained on, in nats per time step
 */
public record NetworkLane(
    String name, String label, double limit, double[] epochs, double[] bounds) {
  /** One that has not begun. */
  public static NetworkLane waiting(WalkLimit limit) {
    return new NetworkLane(
        limit.name(), limit.label(), limit.limit(), new double[0], new double[0]);
  }
}
