package undercurrent.math;

/** A long short-term memory layer; see {@link LstmCell} for its equations. */
public final class Lstm implements Recurrent {
  private final Linear input;
  private final Linear state;
  private final int units;

  public Lstm(Parameters parameters, String name, int in, int units, Randomness randomness) {
    this.units = units;
    input = new Linear(parameters, name + ".input", in, 4 * units, randomness);
    state = new Linear(parameters, name + ".state", units, 4 * units, randomness);
  }

  @Override
  public Value record(Tape tape, Value x, Value active, int steps, boolean backward) {
    int batch = x.rows() / steps;
    Value fromInput = input.record(tape, x, tape.gates(x.rows(), 4 * units));
    Recursion states = new Recursion(tape, steps, batch, units, backward);
    Recursion cells = new Recursion(tape, steps, batch, units, backward);
    Value fromState = tape.gates(x.rows(), 4 * units);
    Tape.Steps state = this.state.steps(tape, states.before(), false, fromState);
    for (int i = 0; i < steps; i++) {
      int t = states.row(i);
      tape.lstmCell(
          fromInput.rows(t, batch),
          state.record(t, batch),
          states.before().rows(t, batch),
          cells.before().rows(t, batch),
          active.rows(t, batch),
          cells.after().rows(t, batch),
          states.after().rows(t, batch));
    }
    return states.after();
  }
}
