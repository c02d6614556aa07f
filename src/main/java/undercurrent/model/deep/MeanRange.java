package undercurrent.model.deep;

import undercurrent.math.Tape;
import undercurrent.math.Value;

/**
 * Between which values the mean of an emission lies: middle + half · tanh(·).
 *
 * @param middle in the model's units
 * @param half of the width, above 0
 */
public record MeanRange(double middle, double half) {
  /** Records it. */
  Value record(Tape tape, Value free) {
    Value bent = tape.tanh(free);
    Value wide = half == 1 ? bent : tape.multiply(bent, tape.constant(half));
    return middle == 0 ? wide : tape.add(wide, tape.constant(middle));
  }
}
