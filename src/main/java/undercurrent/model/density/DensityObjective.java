package undercurrent.model.density;

import java.util.Arrays;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.Normal;
import undercurrent.model.flow.Flow;
import undercurrent.model.flow.LogDensityObjective;
import undercurrent.series.Sequence;

/** The log-density of the rows of a batch of sequences. */
public final class DensityObjective extends LogDensityObjective {
  private final DensityModel model;
  private final Value x;
  private final Value context;
  private final Value density;

  DensityObjective(DensityModel model, Tape tape, int steps, int batch) {
    super("log-density", tape, steps, batch);
    this.model = model;
    int rows = steps * batch;
    int size = model.observationSize();
    x = tape.input(rows, size);
    context = tape.input(rows, HourOfWeek.FEATURES);
    Flow.Mapped base = model.given(context).toBase(tape, x);
    density = tape.add(standard(tape, base.value()), base.logDeterminant(tape));
  }

  /** log N(u; 0, I) of each row. */
  private static Value standard(Tape tape, Value u) {
    Value zero = tape.block(1, u.columns());
    Value one = tape.block(1, u.columns());
    Arrays.fill(one.data(), 1f);
    Value all = tape.input(u.rows(), u.columns());
    Arrays.fill(all.data(), 1f);
    return new Normal(zero, one).logDensity(tape, u, all);
  }

  /** log p(x|h) of each row, {@code [T·B × 1]}. */
  @Override
  public Value logDensities() {
    return density;
  }

  @Override
  public void clear() {
    super.clear();
    Arrays.fill(x.data(), 0);
    Arrays.fill(context.data(), 0);
  }

  @Override
  public void put(int b, Sequence sequence, int from, int to) {
    int size = x.columns();
    double[] values = model.rows().values().get(sequence.series());
    for (int t = 0; t < sequence.steps(); t++) {
      int at = sequence.from() + t;
      if (!model.rows().isWhole(sequence.series(), at)) continue;
      int row = t * batch() + b;
      if (t >= from && t < to) count(row);
      for (int d = 0; d < size; d++) x.data()[row * size + d] = (float) values[at * size + d];
      if (model.isConditional()) {
        float[] features = HourOfWeek.features(model.hour(sequence.series(), at));
        System.arraycopy(
            features, 0, context.data(), row * HourOfWeek.FEATURES, HourOfWeek.FEATURES);
      }
    }
  }
}
