package undercurrent.model.deep;

import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.Normal;

/** p(z₁). */
public interface Prior {
  /**
   * Records p(z₁) for as many sequences as the context has rows.
   *
   * @param context what is known at the first step, such as inputs, {@code [rows × C]}; C may be 0
   */
  Normal record(Tape tape, Value context);
}
