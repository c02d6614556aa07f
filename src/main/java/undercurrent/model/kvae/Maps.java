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

  /** p(xₜ|aₜ), or p(xₜ|aₜ, r) with r a frame that they are given. */
  Emission emission();

  /** How many numbers r has, which the emission reads behind aₜ: D or none. */
  default int referenceSize() {
    return 0;
  }
}
