package undercurrent.model.kvae;

import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.Normal;
import undercurrent.model.deep.Emission;

/** The maps between observations and encodings: all of a Kalman VAE that knows what is observed. */
interface Maps {
  /**
   * Records q(aₜ|xₜ).
   *
   * @param seen [x·m, m], {@code [rows × 2D]}
   */
  Normal encode(Tape tape, Value seen);

  /** p(xₜ|aₜ). */
  Emission emission();
}
