/**
 * Deep Markov models in boxes: a prior p(z₁), a transition p(zₜ|zₜ₋₁), an emission p(xₜ|zₜ), and an
 * inference network q(zₜ|·) that the other three are learned with. Start at {@link
 * undercurrent.model.deep.DeepMarkovModel}. A new box is one file and a constant in {@link
 * undercurrent.model.deep.TransitionKind}, {@link undercurrent.model.deep.Likelihood} or {@link
 * undercurrent.model.deep.NetworkKind}.
 */
@NullMarked
package undercurrent.model.deep;

import org.jspecify.annotations.NullMarked;
