/**
 * Gaussians with whole covariance matrices, in double precision: what the filters of known models
 * are made of. Start at {@link undercurrent.model.gaussian.Gaussian}; {@link
 * undercurrent.model.gaussian.ConditionalGaussian} is one arrow of a model, N(g(z), Σ(z)), and
 * {@link undercurrent.model.gaussian.MomentRule} says what becomes of a Gaussian that goes through
 * it.
 */
@NullMarked
package undercurrent.model.gaussian;

import org.jspecify.annotations.NullMarked;
