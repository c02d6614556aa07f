package undercurrent.model;

/**
 * The generative half of a model, p(z₁) p(zₜ|zₜ₋₁) p(xₜ|zₜ), evaluated for a fixed number of rows
 * at once with the parameters as they are at the call. Not thread-safe; results are reused buffers.
 */
public interface Generative {
  int rows();

  /** p(z₁): mean and standard deviation {@code [rows·Z]}. */
  Gaussians initial();

  /**
   * p(zₜ|zₜ₋₁) for each row.
   *
   * @param z zₜ₋₁, {@code [rows·Z]}
   */
  Gaussians transition(float[] z);

  /**
   * p(xₜ|zₜ) for each row. Gaussian: mean and standard deviation {@code [rows·D]}. Bernoulli:
   * {@code mean} is the probability and {@code sd} its standard deviation √(p(1-p)).
   *
   * @param z zₜ, {@code [rows·Z]}
   */
  Gaussians emission(float[] z);
}
