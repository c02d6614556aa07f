/**
 * Structural time-series models, which are sums of components: a level, a trend, a season, a cycle,
 * what inputs explain, an ARIMA process. Start at {@link
 * undercurrent.model.structural.StructuralModel}; a {@link undercurrent.model.structural.Component}
 * gives the blocks of one part, and {@link undercurrent.model.structural.Transform} makes a
 * variation that grows with the level constant.
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
