package undercurrent.model;

import undercurrent.math.Tape;
import undercurrent.math.Value;

/** p(xₜ|zₜ). */
public interface Emission {
  /**
   * Records p(xₜ|zₜ) for many states at once.
   *
   * @param z zₜ, and whatever else the emission reads, {@code [rows × inputs]}
   */
  EmissionDensity record(Tape tape, Value z);

  /** Whether values are 0 or 1, so that a mean is a probability. */
  default boolean isBinary() {
    return false;
  }
}
