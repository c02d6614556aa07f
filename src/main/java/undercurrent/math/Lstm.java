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
    Value fromInput = input.record(tape, x);
    Value states = tape.block(x.rows(), units);
    Value cells = tape.block(x.rows(), units);
    Value before = tape.input(batch, units);
    Value cellBefore = tape.input(batch, units);
    for (int i = 0; i < steps; i++) {
      int t = (backward ? steps - 1 - i : i) * batch;
      Value cell = cells.rows(t, batch);
      before =
          tape.lstmCell(
              fromInput.rows(t, batch),
              state.record(tape, before),
              before,
              cellBefore,
              active.rows(t, batch),
              cell,
              states.rows(t, batch));
      cellBefore = cell;
    }
    return states;
  }
}
