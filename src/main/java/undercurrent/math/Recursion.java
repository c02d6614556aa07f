package undercurrent.math;

/**
 * The states of a recursion over T steps of B rows, in one block with the first state (zeros) at
 * its start, or at its end when it runs backwards. So the states before all steps are whole rows
 * too.
 *
 * @param after the state after step t at rows t·B …, {@code [T·B × H]}
 * @param before the state before step t at rows t·B …, {@code [T·B × H]}
 */
record Recursion(Value before, Value after, int steps, boolean backward) {
  Recursion(Tape tape, int steps, int batch, int units, boolean backward) {
    this(tape.block((steps + 1) * batch, units), steps, batch, backward);
  }

  private Recursion(Value all, int steps, int batch, boolean backward) {
    this(
        all.rows(backward ? batch : 0, steps * batch),
        all.rows(backward ? 0 : batch, steps * batch),
        steps,
        backward);
  }

  /** The first row of the step that is computed as the i-th. */
  int row(int i) {
    int batch = after.rows / steps;
    return (backward ? steps - 1 - i : i) * batch;
  }
}
