package undercurrent.model;

import undercurrent.math.Tape;

/** p(z₁). */
public interface Prior {
  /** Records p(z₁) for {@code rows} sequences. */
  Normal record(Tape tape, int rows);
}
