package undercurrent.model.deep;

import java.util.Optional;
import java.util.OptionalInt;
import undercurrent.math.Tape;
import undercurrent.math.Value;

/**
 * The mean of an emission: W a + b with a the trunk, or with a residual connection xₜ₋₁·mₜ₋₁ + W a
 * + b, so that a change of 0 stands for constant observations, and of a track for constant
 * velocity; or kept in a range.
 *
 * @param before the column at which xₜ₋₁·mₜ₋₁ begins in what the emission reads
 * @param range that the mean is kept in
 * @param size D
 */
record Centre(Readout change, OptionalInt before, Optional<MeanRange> range, int size) {
  /**
   * Records it.
   *
   * @param read what the emission reads, {@code [rows × inputs]}
   * @param trunk a of the same rows
   * @return {@code [rows × D]}
   */
  Value record(Tape tape, Value read, Value trunk) {
    Value mean = change.record(tape, trunk);
    if (before.isPresent()) return tape.add(mean, tape.columns(read, before.getAsInt(), size));
    return range.isPresent() ? range.get().record(tape, mean) : mean;
  }
}
