package undercurrent.model.recurrent;

import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.Normal;

/** The way from observations to latent observations, and from states to observations. */
interface UnitMaps {
  /**
   * Records latent observations of rows.
   *
   * @param x 0 where it is not read, {@code [rows × D]}
   * @param mask 1 = read, {@code [rows × D]}
   * @param any 1 where something of the row is read, {@code [rows × 1]}
   */
  UnitFilter.Latent encode(Tape tape, Value x, Value mask, Value any);

  /**
   * Records p(x|·) of what is known of states.
   *
   * @param states {@code [rows × 5n]}
   */
  Normal decode(Tape tape, Value states);
}
