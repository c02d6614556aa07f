package undercurrent.training;

/**
 * One epoch of training, per time step. What the bound is and in which unit, the {@link Criterion}
 * of its curve says; higher is better.
 *
 * @param objective what was maximised: of an ELBO reconstruction − KL weight · KL
 * @param elbo the criterion: of an ELBO the true bound, reconstruction − KL
 * @param reconstruction NaN where the criterion has no terms in nats
 * @param validationElbo the criterion of the validation data; NaN where they were not evaluated
 * @param klPerDimension KL of each latent dimension, {@code [Z]}; empty without a KL
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
    double[] klPerDimension) {}
