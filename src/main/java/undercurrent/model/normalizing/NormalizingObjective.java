package undercurrent.model.normalizing;

import java.util.Arrays;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.flow.Flow;
import undercurrent.model.flow.LogDensityObjective;
import undercurrent.series.Sequence;

/** The exact log-likelihood of a batch under a normalizing Kalman filter. */
public final class NormalizingObjective extends LogDensityObjective {
  private final Value x;
  private final Value mask;
  private final Value terms;

  NormalizingObjective(NormalizingFilter model, Tape tape, int steps, int batch) {
    super("log-likelihood", tape, steps, batch);
    int size = model.observationSize();
    x = tape.input(steps * batch, size);
    mask = tape.input(steps * batch, size);
    Flow.Mapped base = model.flow().toBase(tape, x);
    Value density = model.dynamics().record(tape, base.value(), mask, steps);
    // The density of what is missing is 0 already.
    Value derivatives = tape.multiply(base.logDerivatives(), mask);
    terms = tape.rowSum(tape.add(density, derivatives));
  }

  /** log p(xₜ|x₁:ₜ₋₁) of each row, {@code [T·B × 1]}. */
  @Override
  public Value logDensities() {
    return terms;
  }

  @Override
  public void clear() {
    super.clear();
    Arrays.fill(x.data(), 0);
    Arrays.fill(mask.data(), 0);
  }

  @Override
  public void put(int b, Sequence sequence, int from, int to) {
    for (int t = 0; t < sequence.steps(); t++) {
      int row = t * batch() + b;
      if (t >= from && t < to) count(row);
      sequence.put(t, x.data(), mask.data(), row * x.columns());
    }
  }
}
