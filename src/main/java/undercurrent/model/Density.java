package undercurrent.model;

import undercurrent.math.Tape;
import undercurrent.math.Value;

/** A distribution on a tape, one a row: a prior, a transition, an emission, a posterior. */
public interface Density {
  /**
   * Records log p(x), summed over the observed numbers of each row.
   *
   * @param x {@code [rows × size]}
   * @param mask 1 = observed, 0 = missing
   * @return {@code [rows × 1]}
   */
  Value logDensity(Tape tape, Value x, Value mask);
}
