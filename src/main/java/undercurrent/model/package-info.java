/**
 * What we believe made the series: a prior p(z₁), a transition p(zₜ|zₜ₋₁), an emission p(xₜ|zₜ),
 * and an inference network q(zₜ|·) that helps to learn them. Start at {@link
 * undercurrent.model.DeepMarkovModel}; everything else knows only {@link
 * undercurrent.model.SequenceModel}.
 */
@NullMarked
package undercurrent.model;

import org.jspecify.annotations.NullMarked;
