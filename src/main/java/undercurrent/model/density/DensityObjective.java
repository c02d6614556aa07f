package undercurrent.model.density;

import java.util.Arrays;
import undercurrent.math.Randomness;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.Normal;
import undercurrent.model.Objective;
import undercurrent.model.Terms;
import undercurrent.model.flow.Flow;
import undercurrent.series.Sequence;

/** The log-density of the rows of a batch of sequences; nothing is drawn. */
public final class DensityObjective implements Objective {
  private final DensityModel model;
  private final Tape tape;
  private final int steps;
  private final int batch;
  private final Value x;
  private final Value context;
  private final Value density;
  private final boolean[] active;
  private final Terms sums = new Terms(new Terms.Term("log-density", 1, false));
  private long realSteps;

  DensityObjective(DensityModel model, Tape tape, int steps, int batch) {
    this.model = model;
    this.tape = tape;
    this.steps = steps;
    this.batch = batch;
    int rows = steps * batch;
    int size = model.observationSize();
    x = tape.input(rows, size);
    context = tape.input(rows, HourOfWeek.FEATURES);
    active = new boolean[rows];
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
  public Value logDensity() {
    return density;
  }

  @Override
  public int batch() {
    return batch;
  }

  @Override
  public int steps() {
    return steps;
  }

  @Override
  public void clear() {
    Arrays.fill(x.data(), 0);
    Arrays.fill(context.data(), 0);
    Arrays.fill(active, false);
    realSteps = 0;
  }

  @Override
  public void put(int b, Sequence sequence) {
    int size = x.columns();
    double[] values = model.rows().values().get(sequence.series());
    for (int t = 0; t < sequence.steps(); t++) {
      int from = sequence.from() + t;
      if (!model.rows().isWhole(sequence.series(), from)) continue;
      int row = t * batch + b;
      active[row] = true;
      for (int d = 0; d < size; d++) x.data()[row * size + d] = (float) values[from * size + d];
      if (model.isConditional()) {
        float[] features = HourOfWeek.features(model.hour(sequence.series(), from));
        System.arraycopy(
            features, 0, context.data(), row * HourOfWeek.FEATURES, HourOfWeek.FEATURES);
      }
      realSteps++;
    }
  }

  @Override
  public void noise(Randomness randomness) {}

  @Override
  public void forward() {
    tape.forward();
    double sum = 0;
    for (int row = 0; row < active.length; row++) {
      if (active[row]) sum += density.get(row, 0);
    }
    sums.sums(0)[0] = sum;
  }

  @Override
  public Terms terms() {
    return sums;
  }

  @Override
  public void backward(double weight, long steps) {
    tape.clearGradients();
    float share = 1f / Math.max(1, steps);
    for (int row = 0; row < active.length; row++) {
      density.gradient()[density.offset() + row] = active[row] ? share : 0;
    }
    tape.backward();
  }

  @Override
  public long realSteps() {
    return realSteps;
  }

  @Override
  public Tape tape() {
    return tape;
  }
}
