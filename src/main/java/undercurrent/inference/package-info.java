/**
 * What a trained model now thinks: filtered, smoothed and predicted states and observations, and
 * forecasts, each labelled by what it has seen, and the scores of them. Start at {@link
 * undercurrent.inference.Estimator}.
 */
@NullMarked
package undercurrent.inference;

import org.jspecify.annotations.NullMarked;
