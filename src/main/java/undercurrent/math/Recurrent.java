package undercurrent.math;

/** A recurrent layer that reads T steps of B rows, time-major. */
public sealed interface Recurrent permits Lstm, PlainRecurrence {
  /**
   * Records all steps.
   *
   * @param x {@code [T·B × in]}
   * @param active {@code [T·B × 1]}, 0 where a row is padding: its state is kept
   * @param backward whether it reads from the last step to the first
   * @return the states {@code [T·B × H]}, row t·B + b having seen x up to (or from) step t
   */
  Value record(Tape tape, Value x, Value active, int steps, boolean backward);
}
