/**
 * Sequential Monte Carlo for any model whose states can be drawn step by step: the {@link
 * undercurrent.model.particle.ParticleFilter}, {@link undercurrent.model.particle.Resampling} and
 * {@link undercurrent.model.particle.BackwardSimulation}. What a state is, how it moves and how it
 * is weighed is known to the {@link undercurrent.model.particle.Particles} of a family of models.
 */
@NullMarked
package undercurrent.model.particle;

import org.jspecify.annotations.NullMarked;
