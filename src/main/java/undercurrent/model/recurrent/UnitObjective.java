package undercurrent.model.recurrent;

import java.util.Arrays;
import undercurrent.math.Randomness;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.Normal;
import undercurrent.model.flow.LogDensityObjective;
import undercurrent.series.Sequence;

/**
 * Σ log p(xₜ|x₁:ₜ₋₁) of a batch under a continuous recurrent unit. On a tape with gradients a share
 * of the rows, drawn anew for each update, is hidden from the filter: it has to predict the next
 * ones over a longer time.
 */
public final class UnitObjective extends LogDensityObjective {
  private final RecurrentUnit model;
  private final Value x;
  private final Value mask;
  private final Value read;
  private final Value any;
  private final Value gaps;
  private final Value terms;
  private final UnitFilter.Steps states;

  UnitObjective(RecurrentUnit model, Tape tape, int steps, int batch) {
    super("log-likelihood", tape, steps, batch);
    this.model = model;
    int size = model.observationSize();
    int rows = steps * batch;
    x = tape.input(rows, size);
    mask = tape.input(rows, size);
    read = tape.input(rows, size);
    any = tape.input(rows, 1);
    gaps = tape.input(rows, 1);
    UnitFilter.Latent latent = model.maps().encode(tape, tape.multiply(x, read), read, any);
    Value start = model.dynamics().start(tape, batch);
    states = model.dynamics().filter(tape).record(tape, start, latent, gaps);
    Normal predicted = model.maps().decode(tape, states.predicted());
    terms = predicted.logDensity(tape, x, mask);
  }

  @Override
  public Value logDensities() {
    return terms;
  }

  /** What is known of each step. */
  UnitFilter.Steps states() {
    return states;
  }

  @Override
  public void clear() {
    super.clear();
    Arrays.fill(x.data(), 0);
    Arrays.fill(mask.data(), 0);
    Arrays.fill(read.data(), 0);
    Arrays.fill(any.data(), 0);
    Arrays.fill(gaps.data(), 0);
  }

  @Override
  public void put(int b, Sequence sequence, int from, int to) {
    for (int t = 0; t < sequence.steps(); t++) {
      int row = t * batch() + b;
      if (t >= from && t < to) count(row);
      // The time before the first row of a piece leads to nothing.
      gaps.data()[row] = t == 0 ? 0 : model.gap(sequence.gaps()[t]);
      sequence.put(t, x.data(), mask.data(), row * x.columns());
      show(row, 1);
    }
  }

  /** Lets the filter see a row or not. */
  private void show(int row, float seen) {
    int size = x.columns();
    float most = 0;
    for (int i = row * size; i < (row + 1) * size; i++) {
      read.data()[i] = mask.data()[i] * seen;
      most = Math.max(most, read.data()[i]);
    }
    any.data()[row] = most;
  }

  @Override
  public void noise(Randomness randomness) {
    if (model.hiddenRows() == 0 || !tape().isDifferentiable()) return;
    for (int row = 0; row < any.rows(); row++) {
      show(row, randomness.uniform() < model.hiddenRows() ? 0 : 1);
    }
  }
}
