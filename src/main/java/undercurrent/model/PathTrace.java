package undercurrent.model;

/**
 * One time step of one sequence as it was in the last replay of an objective, in the model's units.
 *
 * @param x what was observed, {@code [D]}; 0 where missing
 * @param mask 1 = observed, {@code [D]}
 * @param posteriorMean of q(zₜ|·), {@code [Z]}
 * @param posteriorSd of q(zₜ|·), {@code [Z]}
 * @param noise standard normals that z was drawn with, {@code [Z]}
 * @param z the state that was drawn, {@code [Z]}
 * @param priorMean of p(zₜ|·) on the path drawn, {@code [Z]}
 * @param priorSd of p(zₜ|·), {@code [Z]}
 * @param median of p(xₜ|zₜ), {@code [D]}
 * @param low values of p(xₜ|zₜ) with the probability of −1 of a standard normal, {@code [D]}
 * @param high the same of 1, {@code [D]}
 * @param logLikelihood log p(xₜ|zₜ) in nats
 * @param kl of each latent dimension in nats, {@code [Z]}
 * @param letters what equations call what is drawn
 */
public record PathTrace(
    double[] x,
    double[] mask,
    double[] posteriorMean,
    double[] posteriorSd,
    double[] noise,
    double[] z,
    double[] priorMean,
    double[] priorSd,
    double[] median,
    double[] low,
    double[] high,
    double logLikelihood,
    double[] kl,
    Letters letters) {

  /**
   * What equations call what is drawn at a step, and what its prior depends on.
   *
   * @param drawn a letter
   * @param before in LaTeX, what the prior depends on
   * @param beforeUnicode the same in Unicode
   */
  public record Letters(String drawn, String before, String beforeUnicode) {
    /** A latent state after the one before it. */
    public static final Letters STATE = new Letters("z", "z_{t-1}", "zₜ₋₁");

    /** An encoding after all those before it. */
    public static final Letters ENCODING = new Letters("a", "a_{1:t-1}", "a₁:ₜ₋₁");
  }
}
