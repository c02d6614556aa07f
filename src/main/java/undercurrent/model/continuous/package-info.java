/**
 * Linear state-space models in continuous time with observations at discrete times: dz = A z dt + L
 * dW. Start at {@link undercurrent.model.continuous.ContinuousSystem}, or take one that has a name
 * from {@link undercurrent.model.continuous.Kernel} and {@link
 * undercurrent.model.continuous.Processes}; at the {@link undercurrent.model.continuous.RowTimes}
 * of a series it is a {@link undercurrent.model.linear.LinearSystem} with an F and Q for every gap,
 * exactly, however uneven the gaps are.
 *
 * <pre>{@code
 * ContinuousSystem smooth = Kernel.MATERN_32.system(0.8, 1.3);     // lengthscale, variance
 * LinearSystem system = smooth.at(RowTimes.of(times), new double[][] {{1, 0}}, new double[][] {{0.05}});
 * KalmanFilter.filter(system, Observations.ofChannel(values)).logLikelihood();
 * }</pre>
 *
 * A time at which nothing was seen is a row of NaN: its smoothed state is the interpolation.
 */
@NullMarked
package undercurrent.model.continuous;

import org.jspecify.annotations.NullMarked;
