package undercurrent.model.deep;

import java.util.Optional;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.Normal;

/** p(zₜ|zₜ₋₁). */
public interface Transition {
  /**
   * Records p(zₜ|zₜ₋₁) for many states at once.
   *
   * @param z zₜ₋₁, {@code [rows × Z]}
   * @param context what else is known at step t, such as inputs, {@code [rows × C]}; C may be 0
   * @return mean and deviation, {@code [rows × Z]} each
   */
  Normal record(Tape tape, Value z, Value context);

  /**
   * Records how far each dimension follows a network rather than a linear step, {@code [rows × Z]}
   * in 0 … 1; empty of transitions without such gates.
   */
  default Optional<Value> recordGate(Tape tape, Value z, Value context) {
    return Optional.empty();
  }
}
