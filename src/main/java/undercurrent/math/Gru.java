package undercurrent.math;

/** A gated recurrent layer; see {@link GruCell} for its equations. */
public final class Gru implements Recurrent {
  private final Linear input;
  private final Linear state;
  private final int units;

  public Gru(Parameters parameters, String name, int in, int units, Randomness randomness) {
    this.units = units;
    input = new Linear(parameters, name + ".input", in, 3 * units, randomness);
    state = new Linear(parameters, name + ".state", units, 3 * units, randomness);
  }

  @Override
  public Value record(Tape tape, Value x, Value active, int steps, boolean backward) {
    int batch = x.rows() / steps;
    // What comes from the input does not depend on the recursion: one product over T·B rows.
    Value fromInput = input.record(tape, x, tape.gates(x.rows(), 3 * units));
    Recursion states = new Recursion(tape, steps, batch, units, backward);
    Value fromState = tape.gates(x.rows(), 3 * units);
    Tape.Steps state = this.state.steps(tape, states.before(), false, fromState);
    for (int i = 0; i < steps; i++) {
      int t = states.row(i);
      tape.gruCell(
          fromInput.rows(t, batch),
          state.record(t, batch),
          states.before().rows(t, batch),
          active.rows(t, batch),
          states.after().rows(t, batch));
    }
    return states.after();
  }
}
