/**
 * Series as sums of parts that a person can name: a level, a trend, a season, a cycle, what inputs
 * explain, an ARIMA process. Start at {@link undercurrent.model.structural.StructuralModel}; a
 * {@link undercurrent.model.structural.Component} gives the blocks of one part, {@link
 * undercurrent.model.structural.Decomposition} takes a smoothed series apart again, and {@link
 * undercurrent.model.structural.Transform} serves series whose swings grow with their level.
 *
 * <pre>{@code
 * StructuralModel basic = StructuralModel.of(new LocalLinearTrend(), new DummySeasonal(12));
 * Observations seen = Observations.ofChannel(Transform.LOG.forward(passengers));
 * MaximumLikelihood search = new MaximumLikelihood(basic, List.of(seen), basic.start(seen));
 * while (search.status() == Learner.Status.READY) search.step();
 * search.parameters();                                   // variances with standard errors
 * }</pre>
 */
@NullMarked
package undercurrent.model.structural;

import org.jspecify.annotations.NullMarked;
