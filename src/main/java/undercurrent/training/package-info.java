/**
 * Training of a model: the ELBO, its schedules, the optimiser's steps, the best checkpoint and the
 * guard against divergence. Start at {@link undercurrent.training.Trainer}.
 */
@NullMarked
package undercurrent.training;

import org.jspecify.annotations.NullMarked;
