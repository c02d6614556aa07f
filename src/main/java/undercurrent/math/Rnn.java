package undercurrent.math;

/** A plain recurrent layer; see {@link RnnCell} for its equation. */
public final class Rnn implements Recurrent {
  private final Linear input;
  private final Linear state;
  private final int units;
  private final Activation.Kind f;

  private Rnn(
      Parameters parameters,
      String name,
      int in,
      int units,
      Activation.Kind f,
      Randomness randomness) {
    this.units = units;
    this.f = f;
    input = new Linear(parameters, name + ".input", in, units, randomness);
    state = new Linear(parameters, name + ".state", units, units, randomness);
  }

  /** A layer with tanh. */
  public static Rnn tanh(
      Parameters parameters, String name, int in, int units, Randomness randomness) {
    return new Rnn(parameters, name, in, units, Activation.Kind.TANH, randomness);
  }

  /** A layer with ReLU, as in the program of Bingham et al. (2019). */
  public static Rnn relu(
      Parameters parameters, String name, int in, int units, Randomness randomness) {
    return new Rnn(parameters, name, in, units, Activation.Kind.RELU, randomness);
  }

  @Override
  public Value record(Tape tape, Value x, Value active, int steps, boolean backward) {
    int batch = x.rows() / steps;
    Value fromInput = input.record(tape, x, tape.gates(x.rows(), units));
    Recursion states = new Recursion(tape, steps, batch, units, backward);
    Value fromState = tape.gates(x.rows(), units);
    Tape.Steps state = this.state.steps(tape, states.before(), false, fromState);
    for (int i = 0; i < steps; i++) {
      int t = states.row(i);
      tape.rnnCell(
          f,
          fromInput.rows(t, batch),
          state.record(t, batch),
          states.before().rows(t, batch),
          active.rows(t, batch),
          states.after().rows(t, batch));
    }
    return states.after();
  }
}
