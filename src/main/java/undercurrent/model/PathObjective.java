package undercurrent.model;

/** A bound by drawn paths, of which each has a weight of its own. */
public interface PathObjective extends Objective {
  /**
   * log p(x, z) − log q(z|x) of the path that was drawn for a place at the last {@link #forward},
   * in nats; its mean over draws is the ELBO of the sequence there.
   */
  double logWeight(int b);

  /**
   * What step t adds to {@link #logWeight(int)}: log p(xₜ|zₜ) + log p(zₜ|zₜ₋₁) − log q(zₜ|·) of the
   * place's path; 0 beyond the end of its sequence.
   */
  double logWeight(int b, int t);

  /**
   * Gives each place the noise that another had at the first steps, so that with the next {@link
   * #forward} its path begins as that one did; all places must have the same sequence.
   *
   * @param steps how many
   * @param ancestors the place for each place
   */
  void adopt(int steps, int[] ancestors);
}
