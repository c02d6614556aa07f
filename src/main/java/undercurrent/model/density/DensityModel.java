package undercurrent.model.density;

import undercurrent.math.Parameters;
import undercurrent.math.Randomness;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.ModelWords;
import undercurrent.model.Trainable;
import undercurrent.model.flow.Flow;
import undercurrent.model.flow.FlowShape;
import undercurrent.model.flow.RealNvp;
import undercurrent.series.Dataset;
import undercurrent.series.SeriesSet;

/**
 * A conditional RealNVP density of the rows of a set (Dinh, Sohl-Dickstein and Bengio 2017):
 *
 * <pre>
 *   x = f(u; h), u ~ N(0, I)      log p(x|h) = log N(f⁻¹(x; h); 0, I) + log |det ∂f⁻¹/∂x|
 * </pre>
 *
 * with h the hour of the week, where the times are dates. Each row stands for itself.
 *
 * @param set the rows it is of
 * @param rows the same, standardised
 */
public record DensityModel(Parameters parameters, RealNvp flow, SeriesSet set, StandardRows rows)
    implements Trainable {

  /**
   * A model with freshly drawn weights.
   *
   * @throws IllegalArgumentException one sentence, when the set has fewer than two channels
   */
  public static DensityModel of(DensitySettings settings, Dataset data, long seed) {
    SeriesSet set = data.source();
    int size = set.observedChannels().length;
    if (size < 2) {
      throw new IllegalArgumentException(ModelWords.of("densityModel.oneChannel", set.name()));
    }
    Parameters parameters = new Parameters();
    FlowShape shape =
        new FlowShape(size, settings.flowLayers(), settings.flowUnits(), settings.flowDepth());
    int context = set.time().hasDays() ? HourOfWeek.FEATURES : 0;
    RealNvp flow = new RealNvp(parameters, shape, context, Randomness.of(seed).named("weights"));
    return new DensityModel(parameters, flow, set, StandardRows.of(set));
  }

  /** D. */
  @Override
  public int observationSize() {
    return rows.mean().length;
  }

  /** The base space has as many dimensions as the data. */
  @Override
  public int latentSize() {
    return observationSize();
  }

  /** Whether the density depends on the hour of the week. */
  public boolean isConditional() {
    return set.time().hasDays();
  }

  /** The hour of a row, which may lie beyond the end of its series; 0 without dates. */
  public int hour(int series, int row) {
    if (!isConditional()) return 0;
    double[] times = set.series().get(series).times();
    double time = row < times.length ? times[row] : set.times(series, row, row + 1)[0];
    return HourOfWeek.of(time);
  }

  /** The flow with a context on a tape. */
  Flow given(Value context) {
    return isConditional() ? flow.given(context) : flow;
  }

  @Override
  public DensityObjective record(Tape tape, int steps, int batch) {
    return new DensityObjective(this, tape, steps, batch);
  }
}
