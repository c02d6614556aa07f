package undercurrent.model;

/** A bound by drawn paths, of which each has a weight of its own. */
public interface PathObjective extends Objective {
  /**
   * log p(x, z) − log q(z|x) of the path that was drawn for a place at the last {@link #forward},
   * in nats; its mean over draws is the ELBO of the sequence there.
   */
  double logWeight(int b);
}
