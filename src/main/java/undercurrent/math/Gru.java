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
    Value fromInput = input.record(tape, x);
    Value states = tape.block(x.rows(), units);
    Value before = tape.input(batch, units);
    for (int i = 0; i < steps; i++) {
      int t = (backward ? steps - 1 - i : i) * batch;
      before =
          tape.gruCell(
              fromInput.rows(t, batch),
              state.record(tape, before),
              before,
              active.rows(t, batch),
              states.rows(t, batch));
    }
    return states;
  }
}
