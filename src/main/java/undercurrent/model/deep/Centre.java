package undercurrent.model.deep;

import java.util.OptionalInt;
import undercurrent.math.Linear;
import undercurrent.math.Tape;
import undercurrent.math.Value;

/**
 * The mean of an emission: W a + b with a the trunk, or with a residual connection xₜ₋₁·mₜ₋₁ + W a
 * + b, so that a change of 0 stands for constant observations, and of a track for constant
 * velocity.
 *
 * @param before the column at which xₜ₋₁·mₜ₋₁ begins in what the emission reads
 * @param size D
 */
record Centre(Linear change, OptionalInt before, int size) {
  /**
   * Records it.
   *
   * @param read what the emission reads, {@code [rows × inputs]}
   * @param trunk a of the same rows
   * @return {@code [rows × D]}
   */
  Value record(Tape tape, Value read, Value trunk) {
    Value mean = change.record(tape, trunk);
    return before.isEmpty() ? mean : tape.add(mean, tape.columns(read, before.getAsInt(), size));
  }
}
