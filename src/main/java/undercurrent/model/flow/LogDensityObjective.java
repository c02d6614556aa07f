package undercurrent.model.flow;

import java.util.Arrays;
import java.util.List;
import undercurrent.math.Randomness;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.Objective;
import undercurrent.model.Terms;

/**
 * The sum of an exact log-density over the rows of a batch of sequences; no state is drawn. Rows
 * are time-major: step t of sequence b is row t·B + b, and rows without data do not count.
 */
public abstract class LogDensityObjective implements Objective {
  private final Tape tape;
  private final int steps;
  private final int batch;
  private final boolean[] active;
  private final Terms sums;
  private List<Value> seeded = List.of();
  private long realSteps;

  /**
   * Without rows.
   *
   * @param name of what is maximised
   */
  protected LogDensityObjective(String name, Tape tape, int steps, int batch) {
    this.tape = tape;
    this.steps = steps;
    this.batch = batch;
    active = new boolean[steps * batch];
    sums = new Terms(new Terms.Term(name, 1, false));
  }

  /** The log-density of each row, {@code [T·B × 1]}. */
  protected abstract Value logDensities();

  /** Marks a row as one that has data. */
  protected final void count(int row) {
    active[row] = true;
    realSteps++;
  }

  @Override
  public final int batch() {
    return batch;
  }

  @Override
  public final int steps() {
    return steps;
  }

  @Override
  public void clear() {
    Arrays.fill(active, false);
    realSteps = 0;
  }

  /** Does nothing where nothing is drawn. */
  @Override
  public void noise(Randomness randomness) {}

  @Override
  public final void forward() {
    tape.forward();
    Value densities = logDensities();
    double sum = 0;
    for (int row = 0; row < active.length; row++) {
      if (active[row]) sum += densities.get(row, 0);
    }
    sums.sums(0)[0] = sum;
  }

  @Override
  public final Terms terms() {
    return sums;
  }

  @Override
  public final void backward(double weight, long steps) {
    if (seeded.isEmpty()) seeded = List.of(logDensities());
    tape.clearGradients(seeded);
    Value densities = logDensities();
    float share = 1f / Math.max(1, steps);
    for (int row = 0; row < active.length; row++) {
      densities.gradient()[densities.offset() + row] = active[row] ? share : 0;
    }
    tape.backward();
  }

  @Override
  public final long realSteps() {
    return realSteps;
  }

  @Override
  public final Tape tape() {
    return tape;
  }
}
