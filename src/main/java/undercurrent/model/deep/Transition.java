package undercurrent.model.deep;

import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.Normal;

/** p(zₜ|zₜ₋₁). */
public interface Transition {
  /**
   * Records p(zₜ|zₜ₋₁) for many states at once.
   *
   * @param z zₜ₋₁, {@code [rows × Z]}
   */
  Normal record(Tape tape, Value z);
}
