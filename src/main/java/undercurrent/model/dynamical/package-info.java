/**
 * Dynamical variational autoencoders (Girin et al. 2021): deep models with recurrent layers inside
 * the generative half, so that a state is more than z. They differ in what their distributions
 * read, which {@link undercurrent.model.dynamical.Structure} says; all else is shared.
 */
@NullMarked
package undercurrent.model.dynamical;

import org.jspecify.annotations.NullMarked;
