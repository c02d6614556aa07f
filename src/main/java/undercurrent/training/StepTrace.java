package undercurrent.training;

import java.util.Optional;
import undercurrent.model.PathTrace;

/**
 * The numbers of one update, as it was made.
 *
 * @param step which update it was, 1 for the first
 * @param sequences of the batch
 * @param series of the time step that {@code path} describes
 * @param row of that time step in its series
 * @param path one time step of the first sequence; empty of models without a latent path
 * @param reconstruction what is not annealed, per time step of the batch, in nats
 * @param kl what is annealed, per time step, in nats
 * @param objective reconstruction − klWeight · kl
 * @param gradientNorm before clipping
 * @param clip what the gradient was multiplied by, 1 = it was not clipped
 * @param change the norm of what the weights changed by
 */
public record StepTrace(
    long step,
    int sequences,
    int series,
    int row,
    Optional<PathTrace> path,
    double reconstruction,
    double kl,
    double klWeight,
    double objective,
    double gradientNorm,
    double clip,
    double learningRate,
    double change) {}
