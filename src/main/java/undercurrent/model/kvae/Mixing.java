package undercurrent.model.kvae;

import java.util.Arrays;
import undercurrent.math.Initial;
import undercurrent.math.Linear;
import undercurrent.math.Lstm;
import undercurrent.math.Parameters;
import undercurrent.math.Randomness;
import undercurrent.math.Tape;
import undercurrent.math.Value;

/**
 * The weights of the modes, αₜ = softmax(W LSTM(aₜ₋₁) + b) with a₀ learned. W and b start at 0, so
 * that all weights are the same before the layer is trained.
 */
final class Mixing {
  private final int modes;
  private final int size;
  private final int units;
  private final Parameters.Entry first;
  private final Lstm lstm;
  private final Linear head;

  /**
   * With freshly drawn weights.
   *
   * @param modes K, at least 2
   * @param size m, of an encoding
   */
  Mixing(Parameters parameters, int modes, int size, int units, Randomness random) {
    this.modes = modes;
    this.size = size;
    this.units = units;
    first = parameters.add("mixing.first", 1, size);
    lstm = new Lstm(parameters, "mixing.memory", size, units, random);
    head = new Linear(parameters, "mixing.weights", units, modes, random);
    Initial.fill(parameters, head.weight(), 0);
  }

  /** a₀. */
  Parameters.Entry first() {
    return first;
  }

  /** H, of the recurrent layer. */
  int units() {
    return units;
  }

  /** For the steps of a filter, recorded one by one. */
  Steps steps(Tape tape, int steps, int batch, Value active) {
    return new Steps(tape, steps, batch, active);
  }

  /** The weights at each step of a batch. */
  final class Steps {
    private final Tape tape;
    private final int batch;
    private final Value input;
    private final Value open;
    private final Lstm.Stepwise memory;
    private final Tape.Steps logits;

    private Steps(Tape tape, int steps, int batch, Value active) {
      this.tape = tape;
      this.batch = batch;
      input = tape.block(steps * batch, size);
      open = tape.constant(1);
      memory = lstm.stepwise(tape, input, active, steps);
      Value all = tape.block(steps * batch, modes);
      logits = head.steps(tape, memory.after().h(), false, all);
    }

    /** The states of the layer, before and after. */
    Lstm.Stepwise memory() {
      return memory;
    }

    /** With weights that do not depend on anything while it is not open. */
    void open(boolean isOpen) {
      Arrays.fill(open.data(), isOpen ? 1f : 0f);
    }

    /** Records α₁. */
    Value recordFirst() {
      tape.repeat(tape.parameter(first), input.rows(0, batch));
      return weights(0);
    }

    /**
     * Records αₜ.
     *
     * @param before aₜ₋₁ or what was expected of it, {@code [B × m]}
     */
    Value record(int t, Value before) {
      tape.copy(before, 0, input.rows(t * batch, batch), 0, size);
      return weights(t);
    }

    private Value weights(int t) {
      memory.record(t);
      return tape.softmax(tape.multiply(logits.record(t * batch, batch), open));
    }
  }
}
