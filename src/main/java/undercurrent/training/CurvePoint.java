package undercurrent.training;

/**
 * One epoch of training; all ELBO terms are nats per time step (higher is better), in the model's
 * standardised units. A filter that is trained on its error has no ELBO: in its place stands minus
 * the mean squared error of the state, and the reconstruction is NaN.
 *
 * @param objective what was maximised: reconstruction − KL weight · KL
 * @param elbo the true bound: reconstruction − KL
 * @param validationElbo NaN where the validation data were not looked at
 * @param klPerDimension KL of each latent dimension, {@code [Z]}; empty where the posterior is
 *     exact and the bound is the log-likelihood itself
 * @param gradientNorm norm before clipping, mean over the epoch's updates
 */
public record CurvePoint(
    int epoch,
    long step,
    double objective,
    double elbo,
    double reconstruction,
    double kl,
    double klWeight,
    double validationElbo,
    double gradientNorm,
    double learningRate,
    double[] klPerDimension) {
  /** Whether the bound is the log-likelihood itself. */
  public boolean isExact() {
    return klPerDimension.length == 0 && !isError();
  }

  /** Whether minus the squared error of the state stands in place of a bound. */
  public boolean isError() {
    return klPerDimension.length == 0 && Double.isNaN(reconstruction);
  }
}
