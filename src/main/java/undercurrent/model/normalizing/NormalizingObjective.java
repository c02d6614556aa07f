package undercurrent.model.normalizing;

import java.util.Arrays;
import undercurrent.math.Randomness;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.Objective;
import undercurrent.model.Terms;
import undercurrent.model.flow.Flow;
import undercurrent.series.Sequence;

/**
 * The exact log-likelihood of a batch under a normalizing Kalman filter; nothing is drawn. Rows are
 * time-major: step t of sequence b is row t·B + b.
 */
public final class NormalizingObjective implements Objective {
  private final Tape tape;
  private final int steps;
  private final int batch;
  private final Value x;
  private final Value mask;
  private final Value terms;
  private final boolean[] active;
  private final Terms sums = new Terms(new Terms.Term("log-likelihood", 1, false));
  private long realSteps;

  NormalizingObjective(NormalizingFilter model, Tape tape, int steps, int batch) {
    this.tape = tape;
    this.steps = steps;
    this.batch = batch;
    int size = model.observationSize();
    x = tape.input(steps * batch, size);
    mask = tape.input(steps * batch, size);
    active = new boolean[steps * batch];
    Flow.Mapped base = model.flow().toBase(tape, x);
    Value density = model.dynamics().record(tape, base.value(), mask, steps);
    // The density of what is missing is 0 already.
    Value derivatives = tape.multiply(base.logDerivatives(), mask);
    terms = tape.rowSum(tape.add(density, derivatives));
  }

  /** log p(xₜ|x₁:ₜ₋₁) of each row, {@code [T·B × 1]}. */
  public Value logLikelihood() {
    return terms;
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
    Arrays.fill(mask.data(), 0);
    Arrays.fill(active, false);
    realSteps = 0;
  }

  @Override
  public void put(int b, Sequence sequence) {
    int size = x.columns();
    for (int t = 0; t < sequence.steps(); t++) {
      int row = t * batch + b;
      active[row] = true;
      for (int d = 0; d < size; d++) {
        float m = sequence.mask()[t * size + d];
        x.data()[row * size + d] = sequence.values()[t * size + d] * m;
        mask.data()[row * size + d] = m;
      }
    }
    realSteps += sequence.steps();
  }

  @Override
  public void noise(Randomness randomness) {}

  @Override
  public void forward() {
    tape.forward();
    double sum = 0;
    for (int row = 0; row < active.length; row++) {
      if (active[row]) sum += terms.get(row, 0);
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
      terms.gradient()[terms.offset() + row] = active[row] ? share : 0;
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
