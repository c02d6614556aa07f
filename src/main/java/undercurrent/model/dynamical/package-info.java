/**
 * Dynamical variational autoencoders (Girin et al. 2021): deep models with a recurrent layer inside
 * the generative half, so that a state is more than z.
 */
@NullMarked
package undercurrent.model.dynamical;

import org.jspecify.annotations.NullMarked;
