package undercurrent.model.dynamical;

import undercurrent.math.Linear;
import undercurrent.math.Parameters;
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

  /** For the steps of a recursion, which fill the rows of x one step after the other. */
  Steps steps(Tape tape, Value x) {
    return new Steps(tape, x);
  }

  /** The head, step by step. */
  final class Steps {
    private final Tape tape;
    private final Tape.Steps turn;
    private final Tape.Steps centre;
    private final Tape.Steps width;
    private final Normal all;

    private Steps(Tape tape, Value x) {
      this.tape = tape;
      int rows = x.rows();
      int units = hidden.bias().columns();
      int out = mean.bias().columns();
      Value a = tape.block(rows, units);
      all = new Normal(tape.block(rows, out), tape.block(rows, out));
      turn = hidden.steps(tape, x, true, a);
      centre = mean.steps(tape, a, false, all.mean());
      width = spread.steps(tape, a, false, tape.block(rows, out));
    }

    /** The Gaussians of all steps. */
    Normal all() {
      return all;
    }

    /** Records the rows {@code from … from+count-1}. */
    void record(int from, int count) {
      turn.record(from, count);
      centre.record(from, count);
      tape.softplus(width.record(from, count), floor, all.sd().rows(from, count));
    }
  }
}
