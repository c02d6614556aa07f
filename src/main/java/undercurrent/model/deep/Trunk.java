package undercurrent.model.deep;

import undercurrent.math.Tape;
import undercurrent.math.Value;

/** The hidden layers that the heads of a distribution share. */
public interface Trunk {
  /** The width of the last of them. */
  int units();

  /**
   * Records them.
   *
   * @param z {@code [rows × inputs]}
   * @return {@code [rows × units]}
   */
  Value record(Tape tape, Value z);
}
