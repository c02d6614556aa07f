/**
 * The linear-Gaussian state-space model, exactly, in double precision: the reference for the deep
 * models. Start at {@link undercurrent.model.linear.LinearSystem} (the model) and {@link
 * undercurrent.model.linear.Observations} (the data); {@link
 * undercurrent.model.linear.KalmanFilter} computes filtered and predicted states, {@link
 * undercurrent.model.linear.KalmanSmoother} smoothed states. {@link
 * undercurrent.model.linear.Innovations} and {@link undercurrent.model.linear.Emitted} use its
 * result; the {@link undercurrent.model.linear.Learner}s find matrices. Steps count from 0 in code
 * and from 1 in messages; F, B, b and Q of a step lead from it to the next.
 *
 * <pre>{@code
 * LinearSystem level = LinearSystem.of(
 *         new double[][] {{1}}, new double[][] {{1469.1}},     // F, Q
 *         new double[][] {{1}}, new double[][] {{15099}})      // H, R
 *     .startingDiffuse();
 * FilterResult known = KalmanFilter.filter(level, Observations.ofChannel(flow));
 * known.filtered().means();    known.logLikelihood();
 * KalmanSmoother.smooth(known).smoothedMeans();
 * }</pre>
 */
@NullMarked
package undercurrent.model.linear;

import org.jspecify.annotations.NullMarked;
