/**
 * Gaussians with whole covariance matrices, in double precision: what the filters of known models
 * are made of. Start at {@link undercurrent.model.gaussian.Gaussian}; {@link
 * undercurrent.model.gaussian.ConditionalGaussian} is one conditional distribution of a model,
 * N(g(z), Σ(z)), and {@link undercurrent.model.gaussian.MomentRule} approximates the moments of a
 * Gaussian that is propagated through it.
 */
@NullMarked
package undercurrent.model.gaussian;

import org.jspecify.annotations.NullMarked;
