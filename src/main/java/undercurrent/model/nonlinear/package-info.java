/**
 * Filters and smoothers for known nonlinear models. A {@link
 * undercurrent.model.nonlinear.NonlinearModel} is a prior, a transition and an emission; {@link
 * undercurrent.model.nonlinear.GaussianFilter} keeps one Gaussian (extended, unscented, cubature),
 * {@link undercurrent.model.nonlinear.EnsembleFilter} an ensemble of unweighted members, {@link
 * undercurrent.model.nonlinear.ProposalFilter} weighted particles. Each has its smoother. The
 * models themselves are in {@link undercurrent.model.nonlinear.KnownModels}.
 */
@NullMarked
package undercurrent.model.nonlinear;

import org.jspecify.annotations.NullMarked;
