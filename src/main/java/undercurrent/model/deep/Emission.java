package undercurrent.model.deep;

import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.EmissionDensity;

/** p(xₜ|zₜ). */
public interface Emission {
  /**
   * Records p(xₜ|zₜ) for many states at once.
   *
   * @param z zₜ, and whatever else the emission reads, {@code [rows × inputs]}
   */
  EmissionDensity record(Tape tape, Value z);
}
