package undercurrent.model.dynamical;

import java.util.Optional;
import undercurrent.math.Linear;
import undercurrent.math.Lstm;
import undercurrent.math.Parameters;
import undercurrent.math.PathHead;
import undercurrent.math.Randomness;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.Normal;

/**
 * A Gaussian of some inputs by one hidden layer: a = tanh(W x + b), mean = W_m a + b_m, sd =
 * softplus(W_s a + b_s) + floor.
 */
final class TanhHead {
  private final Linear hidden;
  private final Linear mean;
  private final Linear spread;
  private final float floor;

  TanhHead(
      Parameters parameters, String name, int in, int units, int out, double floor, Randomness r) {
    this.floor = (float) floor;
    hidden = new Linear(parameters, name + ".hidden", in, units, r);
    mean = new Linear(parameters, name + ".mean", units, out, r);
    spread = new Linear(parameters, name + ".spread", units, out, r);
  }

  /** Records it for all rows at once. */
  Normal record(Tape tape, Value x) {
    Value a = hidden.recordTanh(tape, x);
    return new Normal(mean.record(tape, a), tape.softplus(spread.record(tape, a), floor));
  }

  /**
   * Draws the states of all steps, which it reads again.
   *
   * @param all z₀, which is zero, and z₁ … z_T
   */
  Normal recordSteps(
      Tape tape,
      PathHead.Reads reads,
      Optional<Lstm.Memory> memory,
      boolean isAfter,
      Value noise,
      Value all) {
    int rows = noise.rows();
    int size = noise.columns();
    Normal q = new Normal(tape.block(rows, size), tape.block(rows, size));
    new PathHead(hidden, mean, spread, floor)
        .record(tape, reads, memory, isAfter, noise, all, q.mean(), q.sd());
    return q;
  }
}
