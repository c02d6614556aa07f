/**
 * Deep Markov models in boxes: a prior p(z₁), a transition p(zₜ|zₜ₋₁), an emission p(xₜ|zₜ), and an
 * inference network q(zₜ|·) that the other three are learned with. Start at {@link
 * undercurrent.model.deep.DeepMarkovModel}. A new emission is one file and a line in {@link
 * undercurrent.model.deep.Likelihood}.
 */
@NullMarked
package undercurrent.model.deep;

import org.jspecify.annotations.NullMarked;
