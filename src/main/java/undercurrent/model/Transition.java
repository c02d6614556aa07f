package undercurrent.model;

import undercurrent.math.Tape;
import undercurrent.math.Value;

/** p(zₜ|zₜ₋₁). */
public interface Transition {
  /**
   * Records p(zₜ|zₜ₋₁) for many states at once.
   *
   * @param z zₜ₋₁, {@code [rows × Z]}
   */
  Normal record(Tape tape, Value z);
}
