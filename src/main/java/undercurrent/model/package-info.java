/**
 * What made the series, as contracts: a {@link undercurrent.model.SequenceModel} gives the {@link
 * undercurrent.model.Objective} that it is trained on, the {@link undercurrent.model.Rollout} that
 * generates from it, and the {@link undercurrent.model.Posterior} of its inference network; each
 * distribution in it is a {@link undercurrent.model.Density}. The families of models are the
 * packages below.
 */
@NullMarked
package undercurrent.model;

import org.jspecify.annotations.NullMarked;
