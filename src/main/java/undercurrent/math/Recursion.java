package undercurrent.math;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

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

  /**
   * Steps that are recorded together, one stretch after the other. A recursion that runs backwards
   * has several where all rows would not stay near: its gradient then runs from the first row to
   * the last, so that sums over the rows of one stretch after the other have their terms in order.
   *
   * @param columns numbers of a row that steps read and write
   */
  List<Stretch> stretches(int columns) {
    int batch = after.rows / steps;
    int some = Math.max(1, Schedule.together(after.rows, columns) / batch);
    if (!backward) some = steps;
    List<Stretch> stretches = new ArrayList<>();
    for (int first = 0; first < steps; first += some) {
      int[] rows = IntStream.range(first, Math.min(first + some, steps)).map(this::row).toArray();
      stretches.add(new Stretch(Math.min(rows[0], rows[rows.length - 1]), batch, rows));
    }
    return stretches;
  }

  /**
   * Steps one after the other.
   *
   * @param from the first of their rows
   * @param batch rows of a step
   * @param rows the first row of each step, in the order in which they are computed
   */
  record Stretch(int from, int batch, int[] rows) {
    /** Their rows of a value of all steps. */
    Value of(Value all) {
      return all.rows(from, rows.length * batch);
    }
  }
}
