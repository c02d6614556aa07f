package undercurrent.model.deep;

import undercurrent.math.Linear;
import undercurrent.math.Parameters;
import undercurrent.math.Randomness;
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

  /**
   * A layer from the last of them to one number for each observed channel, with freshly drawn
   * weights.
   *
   * @param size D
   */
  default Readout readout(Parameters parameters, String name, int size, Randomness random) {
    return new Readout.OfRows(parameters, new Linear(parameters, name, units(), size, random));
  }
}
