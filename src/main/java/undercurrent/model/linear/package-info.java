/**
 * The linear-Gaussian state-space model, exactly, in double precision: what the deep models are
 * measured against. Start at {@link undercurrent.model.linear.LinearSystem} (what is believed) and
 * {@link undercurrent.model.linear.Observations} (what was seen); {@link
 * undercurrent.model.linear.KalmanFilter} makes of the two what is known step by step, {@link
 * undercurrent.model.linear.KalmanSmoother} what is known in hindsight. {@link
 * undercurrent.model.linear.Forecast}, {@link undercurrent.model.linear.Simulation}, {@link
 * undercurrent.model.linear.Innovations} and {@link undercurrent.model.linear.Emitted} look on from
 * there; the {@link undercurrent.model.linear.Learner}s find matrices. Steps count from 0 in code
 * and from 1 in messages; F, B, b and Q of a step lead from it to the next.
 *
 * <pre>{@code
 * LinearSystem level = LinearSystem.of(
 *         new double[][] {{1}}, new double[][] {{1469.1}},     // F, Q
 *         new double[][] {{1}}, new double[][] {{15099}})      // H, R
 *     .startingDiffuse();
 * FilterResult known = KalmanFilter.filter(level, Observations.ofChannel(flow));
 * known.filteredMeans();    known.logLikelihood();
 * KalmanSmoother.smooth(known).smoothedMeans();
 * }</pre>
 */
@NullMarked
package undercurrent.model.linear;

import org.jspecify.annotations.NullMarked;
