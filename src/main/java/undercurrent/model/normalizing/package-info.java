/**
 * The normalizing Kalman filter (de Bézenac et al. 2020): a linear-Gaussian state-space model whose
 * observations pass through an invertible flow, so that the likelihood stays exact.
 */
@NullMarked
package undercurrent.model.normalizing;

import org.jspecify.annotations.NullMarked;
