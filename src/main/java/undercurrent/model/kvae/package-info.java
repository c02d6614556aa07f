/**
 * The Kalman variational auto-encoder (Fraccaro et al. 2017): observations are encoded one by one,
 * and what follows from one encoding to the next is a linear-Gaussian model whose matrices are
 * mixed from a few modes. Given the encodings, filtering and smoothing are exact.
 */
@NullMarked
package undercurrent.model.kvae;

import org.jspecify.annotations.NullMarked;
