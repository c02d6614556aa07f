package undercurrent.model.recurrent;

import java.util.List;
import undercurrent.math.Tape;
import undercurrent.math.Value;

/**
 * The parts of paired states, {@code [rows × 5n]}: means of what is observed and of its memory,
 * their variances (upper and lower), and the covariances of each with its memory (side).
 *
 * @param pairs n
 */
record PairedStates(int pairs) {
  /** Numbers of a state. */
  int size() {
    return 5 * pairs;
  }

  /** Both halves of the mean, {@code [rows × 2n]}. */
  Value mean(Tape tape, Value states) {
    return tape.columns(states, 0, 2 * pairs);
  }

  Value observedMean(Tape tape, Value states) {
    return tape.columns(states, 0, pairs);
  }

  Value memoryMean(Tape tape, Value states) {
    return tape.columns(states, pairs, pairs);
  }

  Value upper(Tape tape, Value states) {
    return tape.columns(states, 2 * pairs, pairs);
  }

  Value lower(Tape tape, Value states) {
    return tape.columns(states, 3 * pairs, pairs);
  }

  Value side(Tape tape, Value states) {
    return tape.columns(states, 4 * pairs, pairs);
  }

  /** Writes observed mean, memory mean, upper, lower and side to rows of a block. */
  void write(Tape tape, List<Value> parts, Value out) {
    for (int i = 0; i < parts.size(); i++) tape.copy(parts.get(i), 0, out, i * pairs, pairs);
  }
}
