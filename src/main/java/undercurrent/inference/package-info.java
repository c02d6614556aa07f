/**
 * Estimates of a trained model: filtered, smoothed and predicted states and observations, and
 * forecasts, each labelled by the rows it is conditioned on, and their scores. Start at {@link
 * undercurrent.inference.Estimator}.
 */
@NullMarked
package undercurrent.inference;

import org.jspecify.annotations.NullMarked;
