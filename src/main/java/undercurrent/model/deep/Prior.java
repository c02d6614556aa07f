package undercurrent.model.deep;

import undercurrent.math.Tape;
import undercurrent.model.Normal;

/** p(z₁). */
public interface Prior {
  /** Records p(z₁) for {@code rows} sequences. */
  Normal record(Tape tape, int rows);
}
