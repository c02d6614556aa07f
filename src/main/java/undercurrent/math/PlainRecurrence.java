package undercurrent.math;

/** A recurrent layer whose cell reads the input, its own state, and nothing else. */
abstract sealed class PlainRecurrence implements Recurrent permits Gru, Rnn {
  private final Layer input;
  private final Layer state;
  private final int units;

  /**
   * Of layers to all gates.
   *
   * @param gates numbers that the cell reads from the input and from the state, for each unit
   */
  PlainRecurrence(Layer input, Layer state, int gates) {
    this.input = input;
    this.state = state;
    units = state.bias().columns() / gates;
  }

  /** Records the cell of one step, {@code [B × gates·H]} to {@code [B × H]}. */
  abstract void cell(
      Tape tape, Value fromInput, Value fromState, Value before, Value active, Value after);

  @Override
  public final Value record(Tape tape, Value x, Value active, int steps, boolean backward) {
    int width = input.bias().columns();
    Value fromInput = tape.gates(x.rows(), width);
    Value fromState = tape.gates(x.rows(), width);
    Recursion states = new Recursion(tape, steps, x.rows() / steps, units, backward);
    for (Recursion.Stretch stretch : states.stretches(2 * width)) {
      // What comes from the input does not depend on the recursion: one product of all steps.
      input.record(tape, stretch.of(x), stretch.of(fromInput));
      Tape.Steps fromStates =
          state.steps(tape, stretch.of(states.before()), false, stretch.of(fromState));
      for (int t : stretch.rows()) {
        int batch = stretch.batch();
        cell(
            tape,
            fromInput.rows(t, batch),
            fromStates.record(t - stretch.from(), batch),
            states.before().rows(t, batch),
            active.rows(t, batch),
            states.after().rows(t, batch));
      }
    }
    return states.after();
  }
}
