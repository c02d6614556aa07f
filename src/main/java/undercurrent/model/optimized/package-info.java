/**
 * The Optimized Kalman Filter (Greenberg, Yannay and Mannor 2023): process and measurement noise
 * that are trained for the error of the filter, beside the same estimated from the noise itself or
 * trained for the likelihood. Start at {@link undercurrent.model.optimized.NoiseTraining}, a
 * machine of single steps.
 */
@NullMarked
package undercurrent.model.optimized;

import org.jspecify.annotations.NullMarked;
